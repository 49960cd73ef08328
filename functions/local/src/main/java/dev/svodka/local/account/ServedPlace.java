package dev.svodka.local.account;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.local.serve.DataFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose dashboard is meant: a stack's, or that of {@code svodka serve}. */
final class ServedPlace {
  private static final Path SERVE = Path.of("svodka-data");

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "A stack in AWS, by the region and the credentials of the environment.")
  private Optional<String> stack = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of `svodka serve`; svodka-data where both are left out.")
  private Optional<Path> data = Optional.empty();

  /** The stack, where one is named. */
  Optional<Stack> stack(Stacks stacks) {
    if (stack.isPresent() && data.isPresent()) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "name one of --stack and --data");
    }
    return stack.map(stacks::open);
  }

  DataFolder folder() {
    return DataFolder.existing(data.orElse(SERVE));
  }
}
