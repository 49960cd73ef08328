package dev.svodka.local.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is filled out of sight, beside where it will stand, and moved there when all is
 * well: whoever reads the target never sees half a report. What was not moved is deleted, also when
 * the process is told to end.
 */
public final class StagedFolder implements AutoCloseable {
  private final Path staged;
  private final Thread hook;

  private StagedFolder(Path staged) {
    this.staged = staged;
    this.hook = new Thread(() -> deleteQuietly(staged), "staged-folder-delete");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Makes the folder inside {@code parent}, so that a move stays on one disk. */
  public static StagedFolder inside(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new StagedFolder(Files.createTempDirectory(parent, ".svodka-"));
  }

  public Path path() {
    return staged;
  }

  /** Moves every file of {@code from}, a folder in here, to its place under {@code target}. */
  public void moveTo(Path from, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path place = target.resolve(from.relativize(file).toString());
      Files.createDirectories(place.getParent());
      Files.move(file, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    delete(staged);
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException leftBehind) {
      System.err.println("svodka: could not delete " + folder + ": " + leftBehind.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
