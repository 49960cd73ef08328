package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvodkaTest {
  private final RecordedTerminal terminal = new RecordedTerminal();

  @Test
  void aCallWithoutACommandIsWrongAndSaysWhatToDo() {
    assertThat(terminal.run()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).contains("name a command").contains("--help");
  }

  @Test
  void aMisspeltCommandIsWrong() {
    assertThat(terminal.run("raport")).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).contains("raport");
  }

  @Test
  void helpIsNoError() {
    assertThat(terminal.run("--help")).isEqualTo(ExitStatus.DONE);
    assertThat(terminal.out()).contains("Usage: svodka");
  }
}
