package dev.svodka.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of one machine: {@code env:NAME}, and {@code file:PATH} from the business file's folder.
 */
public final class LocalVault implements Vault {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";
  private static final long MAX_BYTES = 64 << 10;

  private final Path folder;
  private final Environment environment;

  /** The variables of a process. */
  public interface Environment extends UnaryOperator<@Nullable String> {}

  /**
   * @param folder from which relative paths go
   */
  public LocalVault(Path folder) {
    this(folder, System::getenv);
  }

  LocalVault(Path folder, Environment environment) {
    this.folder = folder;
    this.environment = environment;
  }

  @Override
  public Optional<Secret> read(String reference) {
    if (reference.startsWith(ENVIRONMENT)) {
      return Optional.ofNullable(environment.apply(reference.substring(ENVIRONMENT.length())))
          .map(Secret::of);
    }
    if (!reference.startsWith(FILE)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          reference + " is not read on this machine: keep the secret in env:NAME or file:PATH");
    }
    Path file = file(reference);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new SvodkaException(ErrorCode.INPUT_TOO_LARGE, file + " is too large for a secret");
      }
      return Optional.of(Secret.of(Files.readString(file, UTF_8)));
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "%s: %s".formatted(file, e.getClass().getSimpleName()));
    }
  }

  @Override
  public void replace(String reference, Secret secret) {
    if (!reference.startsWith(FILE)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "A token that is refreshed has to be kept in a file: or in Parameter Store, not in "
              + reference);
    }
    Path file = file(reference);
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, secret.reveal(), UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "%s: %s".formatted(file, e.getClass().getSimpleName()));
    }
  }

  private Path file(String reference) {
    return folder.resolve(reference.substring(FILE.length()));
  }
}
