package dev.svodka.core.business.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A small text file that lies beside the business file. */
final class Companion {
  private Companion() {}

  /** Its text; what keeps it from being read is reported at the value that names it. */
  static Optional<String> text(Value value, String name, Path folder, int maxBytes) {
    try {
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder.normalize())) {
        value.problem("`" + name + "` lies outside the folder of this file", "move it beside it");
        return Optional.empty();
      }
      if (!Files.isRegularFile(file)) {
        value.problem(
            "there is no file `" + name + "` beside this one", "add it, or mend its name");
        return Optional.empty();
      }
      if (Files.size(file) > maxBytes) {
        value.problem("`" + name + "` is larger than " + maxBytes + " bytes", "shorten it");
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      value.problems().readBeside(name);
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (InvalidPathException e) {
      value.problem("`" + name + "` is no file name", "write the name of a file beside this one");
    } catch (IOException e) {
      value.problem("`" + name + "` cannot be read as UTF-8 text", "save it anew in UTF-8");
    }
    return Optional.empty();
  }
}
