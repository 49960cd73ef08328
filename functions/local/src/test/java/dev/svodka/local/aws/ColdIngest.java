package dev.svodka.local.aws;

import dev.svodka.ingest.IngestHandler;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main class of a fresh JVM that handles one webhook as Lambda would, and tells how long it took.
 */
final class ColdIngest {
  private ColdIngest() {}

  /**
   * Handles one request.
   *
   * @param args its path, and the file with its body
   */
  public static void main(String[] args) throws Exception {
    byte[] body = Files.readAllBytes(Path.of(args[1]));
    int status =
        new IngestHandler().handleRequest(HttpEvents.post(args[0], body), null).getStatusCode();
    long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println("status " + status + " after " + millis + " ms");
  }
}
