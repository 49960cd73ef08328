package dev.svodka.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.svodka.core.error.SvodkaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DynamoDbLocalIT {

  @Test
  void killingTheParentEndsTheChild() throws Exception {
    libraries();
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = parent.inputReader()) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      assertThat(child.isAlive()).as("the child serves while its parent lives").isTrue();

      parent.destroyForcibly();

      assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aChildThatCannotStartIsToldOfInOneLine() {
    try (DynamoDbLocal broken = DynamoDbLocal.launch("/no/such/library.jar")) {
      assertThat(catchThrowable(broken::awaitEndpoint))
          .isInstanceOf(SvodkaException.class)
          .hasMessageContaining("DynamoDB Local ended before it listened")
          .hasMessageNotContaining("\n");
    }
  }

  private static String libraries() {
    try {
      return DynamoDbLibraries.resolve(System.out::println);
    } catch (SvodkaException e) {
      assumeTrue(false, "SKIPPED: " + e.getMessage());
      throw e;
    }
  }

  /** Starts DynamoDB Local, tells the child's id, and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws IOException {
      DynamoDbLocal child = DynamoDbLocal.launch(DynamoDbLibraries.resolve(line -> {}));
      URI endpoint = child.awaitEndpoint();
      System.out.println(child.pid());
      System.out.println(endpoint);
      System.in.read();
    }
  }
}
