package dev.svodka.local.cli;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the program's own files lie; the launcher tells it. */
public final class Installation {
  private static final String HOME = "svodka.home";

  private Installation() {}

  /** The folder {@code events/} with the sample data. */
  public static Path samples() {
    Path samples = Path.of(System.getProperty(HOME, ".")).resolve("events");
    if (!Files.isDirectory(samples)) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND, samples + ": the sample data are not there; start with ./svodka");
    }
    return samples;
  }

  /** A hook by which amoCRM tells that a deal moved. */
  static Path sampleWebhook() {
    return samples().resolve("examples/lead-status.form");
  }

  static Path sampleBusiness() {
    return samples().resolve("business.yaml");
  }
}
