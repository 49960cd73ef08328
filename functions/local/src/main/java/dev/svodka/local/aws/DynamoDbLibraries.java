package dev.svodka.local.aws;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The class path of DynamoDB Local, with its own tree of dependencies, in the user's Maven
 * repository. It is no dependency of the build and never shipped: its licence allows neither, and
 * its libraries clash with ours.
 */
final class DynamoDbLibraries {
  private static final String VERSION = "3.3.1";
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>dev.svodka</groupId>
        <artifactId>dynamodb-local</artifactId>
        <version>%1$s</version>
        <packaging>pom</packaging>
        <dependencies>
          <dependency>
            <groupId>software.amazon.dynamodb</groupId>
            <artifactId>DynamoDBLocal</artifactId>
            <version>%1$s</version>
          </dependency>
        </dependencies>
      </project>
      """
          .formatted(VERSION);

  private DynamoDbLibraries() {}

  /** The class path; downloads what is not yet there. */
  static String resolve(Consumer<String> say) {
    Path known =
        Path.of(
            System.getProperty("user.home"),
            ".cache",
            "svodka",
            "dynamodb-local-%s.classpath".formatted(VERSION));
    try {
      if (Files.exists(known)) {
        String libraries = Files.readString(known);
        if (Arrays.stream(libraries.split(File.pathSeparator))
            .map(Path::of)
            .allMatch(Files::exists)) {
          return libraries;
        }
      }
      say.accept(
          ("Fetching DynamoDB Local %s from Maven Central, once: 91 libraries, some 51 MB, into"
                  + " ~/.m2. It is Amazon's and comes under the Amazon DynamoDB Local License"
                  + " Agreement.")
              .formatted(VERSION));
      return fetch(known);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.DISK_FULL, "DynamoDB Local cannot be kept on this disk: " + e.getMessage(), e);
    }
  }

  private static String fetch(Path known) throws IOException {
    Path folder = Files.createTempDirectory("svodka-dynamodb-");
    Path pom = folder.resolve("pom.xml");
    Path result = folder.resolve("classpath");
    Path log = folder.resolve("log");
    try {
      Files.writeString(pom, POM);
      ProcessBuilder maven =
          new ProcessBuilder(
                  maven(),
                  "-q",
                  "-B",
                  "-f",
                  pom.toString(),
                  "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                  "-Dmdep.outputFile=" + result)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
      int status = maven.start().waitFor();
      if (status != 0 || !Files.exists(result)) {
        throw unavailable(Files.readAllLines(log));
      }
      Files.createDirectories(known.getParent());
      Files.move(result, known, StandardCopyOption.REPLACE_EXISTING);
      return Files.readString(known);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE, "Fetching DynamoDB Local was interrupted", e);
    } finally {
      for (Path file : List.of(pom, result, log, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static SvodkaException unavailable(List<String> log) {
    String reason =
        log.stream()
            .filter(line -> line.startsWith("[ERROR]"))
            .findFirst()
            .orElse("no reason told");
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE,
        "DynamoDB Local %s cannot be fetched from Maven Central, which takes the network once: %s"
            .formatted(VERSION, reason));
  }

  /** The project's Maven wrapper, looked for from the working directory up; else Maven itself. */
  private static String maven() {
    boolean windows = File.separatorChar == '\\';
    String wrapper = windows ? "mvnw.cmd" : "mvnw";
    Optional<Path> found = Optional.empty();
    Path folder = Path.of(System.getProperty("svodka.home", "")).toAbsolutePath();
    for (Path at = folder; at != null && found.isEmpty(); at = at.getParent()) {
      found = Optional.of(at.resolve(wrapper)).filter(Files::isExecutable);
    }
    return found.map(Path::toString).orElse(windows ? "mvn.cmd" : "mvn");
  }
}
