package dev.svodka.local.account;

import dev.svodka.local.cli.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code svodka account rotate-links}. */
@Command(
    name = "rotate-links",
    mixinStandardHelpOptions = true,
    description =
        "Makes a new key of links. Links of the key before stay good until this is done once more.")
final class RotateLinksCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Stacks stacks;

  @Mixin private ServedPlace place;

  RotateLinksCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() {
    place
        .stack(stacks)
        .ifPresentOrElse(Stack::rotateLinkKeys, () -> place.folder().secrets().rotateLinkKeys());
    terminal.result("a new key signs links; those of the key before the last open nothing now");
    return 0;
  }
}
