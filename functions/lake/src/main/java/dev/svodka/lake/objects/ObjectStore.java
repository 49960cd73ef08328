package dev.svodka.lake.objects;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where files are kept: an S3 bucket or a folder. Keys are relative paths with {@code /}; an object
 * is there whole or not at all.
 *
 * <p>Every method throws {@link SvodkaException} with {@link ErrorCode#STORE_UNAVAILABLE} where the
 * store does not answer, and {@link ErrorCode#CALL_INVALID} where a key is no relative path.
 */
public interface ObjectStore {
  /** One object of a listing; the size in bytes. */
  record Entry(String key, long size) {}

  /**
   * Begins an object that is written piece by piece; nobody sees it before {@link Upload#commit}.
   * Memory stays bounded whatever its size, and nothing is kept on the local disk but the object
   * itself where the store is a folder.
   */
  Upload upload(String key, String contentType);

  /**
   * Opens an object.
   *
   * @throws SvodkaException with {@link ErrorCode#NOT_FOUND} where there is none
   */
  InputStream open(String key);

  /** All objects whose key begins with the prefix, by key. */
  List<Entry> list(String prefix);

  boolean exists(String key);

  /** Deletes an object; one that is not there is no error. */
  void delete(String key);

  /**
   * Takes away for good what a store with versions keeps of deleted and replaced objects below the
   * prefix. A folder keeps nothing.
   */
  default void purge(String prefix) {}

  /** Writes an object whole, in place of what stood there. */
  default void put(String key, InputStream content, String contentType) {
    try (Upload upload = upload(key, contentType)) {
      content.transferTo(upload.stream());
      upload.commit();
    } catch (IOException e) {
      throw unavailable(key, e);
    }
  }

  default void put(String key, byte[] content, String contentType) {
    put(key, new ByteArrayInputStream(content), contentType);
  }

  default void put(String key, Path file, String contentType) {
    try (InputStream content = Files.newInputStream(file)) {
      put(key, content, contentType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a small object whole. */
  default byte[] get(String key) {
    try (InputStream content = open(key)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw unavailable(key, e);
    }
  }

  private static SvodkaException unavailable(String key, IOException cause) {
    return new SvodkaException(ErrorCode.STORE_UNAVAILABLE, key + ": " + cause.getMessage(), cause);
  }
}
