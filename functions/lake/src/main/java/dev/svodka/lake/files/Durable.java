package dev.svodka.lake.files;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What it takes for a file to outlive a power cut, and what to say when a disk fails. */
public final class Durable {
  private Durable() {}

  /** Makes new and renamed names in the folder durable; Windows has no such call, nor the need. */
  public static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The failure of a file as the user is told of it. */
  public static SvodkaException failure(Path file, IOException cause) {
    String reason =
        cause instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : String.valueOf(cause.getMessage());
    return reason.contains("No space left")
        ? new SvodkaException(ErrorCode.DISK_FULL, file + ": the disk is full", cause)
        : new SvodkaException(ErrorCode.STORE_UNAVAILABLE, file + ": " + reason, cause);
  }
}
