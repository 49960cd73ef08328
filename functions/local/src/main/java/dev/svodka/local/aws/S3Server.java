package dev.svodka.local.aws;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server in this JVM, on a free loopback port, over a temporary folder. */
final class S3Server implements AutoCloseable {
  private final S3Proxy proxy;
  private final Path folder;

  private S3Server(S3Proxy proxy, Path folder) {
    this.proxy = proxy;
    this.folder = folder;
  }

  static S3Server start(String accessKey, String secretKey) {
    Path folder = temporaryFolder();
    S3Proxy proxy =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .ignoreUnknownHeaders(true)
            .build();
    S3Server server = new S3Server(proxy, folder);
    try {
      proxy.start();
      return server;
    } catch (Exception e) {
      server.close();
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE, "The local S3 server cannot be started: " + e, e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  @Override
  public void close() {
    try {
      proxy.stop();
      delete(folder);
    } catch (Exception e) {
      throw new SvodkaException(
          ErrorCode.INTERNAL, "The local S3 server cannot be stopped: " + e, e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("svodka-s3-");
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.DISK_FULL,
          "No temporary folder for the local S3 server can be made in %s: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
