package dev.svodka.local.aws;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DynamoDB Local in a child JVM, which ends with this one however this one ends. */
final class DynamoDbLocal implements AutoCloseable {
  private final Process process;

  private DynamoDbLocal(Process process) {
    this.process = process;
  }

  /**
   * Starts the child and returns at once; {@link #awaitEndpoint()} waits until it serves.
   *
   * @param libraries its class path
   */
  static DynamoDbLocal launch(String libraries) {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Dlog4j2.level=ERROR",
                "-cp",
                libraries + File.pathSeparator + ownClasses(),
                DynamoDbChild.class.getName()));
    builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectErrorStream(true);
    try {
      return new DynamoDbLocal(builder.start());
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.INTERNAL, "DynamoDB Local cannot be started: " + e.getMessage(), e);
    }
  }

  /** Waits until the server listens. */
  URI awaitEndpoint() {
    BufferedReader output = process.inputReader();
    List<String> said = new ArrayList<>();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(DynamoDbChild.PORT_LINE)) {
          Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
          return URI.create("http://127.0.0.1:" + line.substring(DynamoDbChild.PORT_LINE.length()));
        }
        said.add(line);
      }
    } catch (IOException e) {
      said.add(e.toString());
    }
    throw new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE, "DynamoDB Local ended before it listened: " + reason(said));
  }

  /** The innermost cause where there is a stack trace, else the last line. */
  private static String reason(List<String> said) {
    return said.reversed().stream()
        .filter(line -> line.startsWith("Caused by: "))
        .findFirst()
        .or(() -> said.reversed().stream().findFirst())
        .orElse("it said nothing");
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          DynamoDbLocal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes are loaded from a folder or a jar", e);
    }
  }
}
