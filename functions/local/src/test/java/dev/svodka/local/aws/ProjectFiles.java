package dev.svodka.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project, looked for from the working directory up. */
public final class ProjectFiles {
  private ProjectFiles() {}

  public static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isExecutable(at.resolve("mvnw"))) {
        return at;
      }
    }
    throw new IllegalStateException("the tests run somewhere below the project's root");
  }

  /** The sample's business file with its first two processes only, for quick reports. */
  static Path dealsAndInvoices(Path folder) throws IOException {
    String sample = Files.readString(root().resolve("events/business.yaml"));
    String two = sample.substring(0, sample.indexOf("\n  # Registration of incoming documents."));
    return Files.writeString(folder.resolve("business.yaml"), two + '\n');
  }
}
