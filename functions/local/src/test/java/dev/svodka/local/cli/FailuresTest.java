package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final RecordedTerminal terminal = new RecordedTerminal();
  private final Failures failures = new Failures(terminal.terminal());

  @Test
  void wrongInputIsToldInItsOwnWords() {
    int status =
        failures.handle(new SvodkaException(ErrorCode.INPUT_INVALID, "deals.csv, line 3: no date"));
    assertThat(status).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("svodka: deals.csv, line 3: no date");
  }

  @Test
  void aTakenPortIsNotTheUsersFaultAndHasNoLog() {
    int status = failures.handle(new SvodkaException(ErrorCode.PORT_TAKEN, "port 8080 is taken"));
    assertThat(status).isEqualTo(ExitStatus.OUR_FAULT);
    assertThat(terminal.err()).isEqualToIgnoringNewLines("svodka: port 8080 is taken");
  }

  @Test
  void aFullDiskIsSaidInOneLine() {
    int status = failures.handle(new IOException("/out/x: No space left on device"));
    assertThat(status).isEqualTo(ExitStatus.OUR_FAULT);
    assertThat(terminal.err()).contains("the disk is full").doesNotContain("IOException");
  }

  @Test
  void whatNobodyForesawGoesToALogAndNotToTheUser() throws IOException {
    int status = failures.handle(new IllegalStateException("secret inside"));
    assertThat(status).isEqualTo(ExitStatus.OUR_FAULT);
    assertThat(terminal.err())
        .contains("a fault of ours: IllegalStateException")
        .doesNotContain("secret inside")
        .doesNotContain("at dev.svodka");
    Path log = Path.of(terminal.err().strip().replaceAll("(?s).* stands in ", ""));
    assertThat(Files.readString(log)).contains("secret inside").contains("at dev.svodka");
    Files.delete(log);
  }
}
