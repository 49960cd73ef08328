package dev.svodka.local.aws;

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
}
