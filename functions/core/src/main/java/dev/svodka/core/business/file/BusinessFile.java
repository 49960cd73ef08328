package dev.svodka.core.business.file;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code business.yaml}: contract, section 2. */
public final class BusinessFile {
  private BusinessFile() {}

  /** What came of reading a business file. */
  public sealed interface Parsed {
    /** The file is right. */
    record Valid(Business business) implements Parsed {}

    /** The file is wrong at these places, in the order of the file. */
    record Invalid(List<Problem> problems) implements Parsed {
      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Reads a business file; never throws for what is in it.
   *
   * @param folder where the files that it names lie: goals, a calendar
   */
  public static Parsed parse(byte[] bytes, Path folder) {
    Problems problems = new Problems();
    Optional<Node> root = YamlTree.read(bytes, problems);
    if (root.isEmpty()) {
      return new Parsed.Invalid(problems.sorted());
    }
    Section section = new Value(root.get(), "", problems).section(Shape.BUSINESS);
    Business business = new BusinessReader(section, folder).read(hash(bytes));
    return problems.none() ? new Parsed.Valid(business) : new Parsed.Invalid(problems.sorted());
  }

  /**
   * Reads a business file.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where there is no such file, {@link
   *     ErrorCode#BUSINESS_FILE_INVALID} with every problem as {@code file:line:column: message;
   *     fix}, one a line
   */
  public static Business load(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    return business(parse(bytes(file), folder), file.toString());
  }

  /**
   * The business of a file that is right.
   *
   * @param name the file's name for messages
   * @throws SvodkaException {@link ErrorCode#BUSINESS_FILE_INVALID} as {@link #load} does
   */
  public static Business business(Parsed parsed, String name) {
    return switch (parsed) {
      case Parsed.Valid(Business business) -> business;
      case Parsed.Invalid(List<Problem> problems) ->
          throw new SvodkaException(
              ErrorCode.BUSINESS_FILE_INVALID,
              problems.stream()
                  .map(problem -> problem.in(name))
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND, file + ": there is no such file; give the path of a business.yaml");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(YamlTree.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
