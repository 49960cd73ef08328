package dev.svodka.local.account;

import picocli.CommandLine.Option;

/** Which stack is meant. */
final class StackOption {
  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "svodka",
      description =
          "The stack in AWS, by the region and the credentials of the environment; ${DEFAULT-VALUE}"
              + " where it is left out.")
  private String name = "svodka";

  String name() {
    return name;
  }
}
