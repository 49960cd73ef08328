package dev.svodka.lake.objects;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNullElse;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.files.Durable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects as files of a folder; a write goes to a temporary file that is renamed when complete. */
public final class FolderObjectStore implements ObjectStore {
  private static final String UNFINISHED = ".unfinished-";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;

  /**
   * @param folder made at the first write
   */
  public FolderObjectStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Upload upload(String key, String contentType) {
    Path file = file(key);
    Path parent = requireNonNullElse(file.getParent(), folder);
    try {
      Files.createDirectories(parent);
      return new FileUpload(file, parent);
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  @Override
  public InputStream open(String key) {
    Path file = file(key);
    try {
      if (Files.isDirectory(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new SvodkaException(ErrorCode.NOT_FOUND, "There is no " + file, e);
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  @Override
  public List<Entry> list(String prefix) {
    Path start = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1)).normalize();
    if (!start.startsWith(folder) || !Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith(UNFINISHED))
          .map(file -> new Entry(key(file), file.toFile().length()))
          .filter(entry -> entry.key().startsWith(prefix))
          .sorted(Comparator.comparing(Entry::key))
          .toList();
    } catch (IOException e) {
      throw Durable.failure(start, e);
    }
  }

  @Override
  public boolean exists(String key) {
    return Files.isRegularFile(file(key));
  }

  @Override
  public void delete(String key) {
    Path file = file(key);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  private String key(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private Path file(String key) {
    Path file = key.indexOf('\0') >= 0 ? folder : folder.resolve(key).normalize();
    if (file.equals(folder) || !file.startsWith(folder) || !key(file).equals(key)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "A key must be a relative path without '.' and '..': " + key.replace('\0', '?'));
    }
    return file;
  }

  private static final class FileUpload implements Upload {
    private final Path file;
    private final Path parent;
    private final Path unfinished;
    private final FileChannel channel;
    private final OutputStream stream;

    FileUpload(Path file, Path parent) throws IOException {
      this.file = file;
      this.parent = parent;
      unfinished = parent.resolve(UNFINISHED + UUID.randomUUID());
      channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    @Override
    public OutputStream stream() {
      return stream;
    }

    @Override
    public void commit() throws IOException {
      stream.flush();
      channel.force(true);
      channel.close();
      Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
      Durable.syncFolder(parent);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
