package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String OLD =
      """
      {"account":"shop","as_of":"2026-11-15T21:00:00Z","known_at":"2026-11-16T04:00:00Z",\
      "time_zone":"Europe/Moscow","currency":"RUB","business":"sha256:aa","version":"1.0.0",\
      "kpis":[
      {"kpi":"created","process":"sales","subject":null,"period":"2026-W46","group":{},\
      "unit":"count","value":1200},
      {"kpi":"open","process":"sales","subject":null,"period":"all","group":{},"unit":"count",\
      "value":5},
      {"kpi":"win_rate","process":"sales","subject":null,"period":"2026-W46",\
      "group":{"owner":null},"unit":"ratio","value":null,"numerator":0,"denominator":0,"n":0}]}
      """;
  private static final String NEW =
      """
      {"account":"shop","as_of":"2026-11-15T21:00:00Z","known_at":"2026-11-17T04:00:00Z",\
      "time_zone":"Europe/Moscow","currency":"RUB","business":"sha256:aa","version":"1.0.0",\
      "kpis":[
      {"kpi":"created","process":"sales","subject":null,"period":"2026-W46","group":{},\
      "unit":"count","value":1203},
      {"kpi":"open","process":"sales","subject":null,"period":"2026-W47","group":{},\
      "unit":"count","value":5,"partial":true},
      {"kpi":"win_rate","process":"sales","subject":null,"period":"2026-W46",\
      "group":{"owner":null},"unit":"ratio","value":0.5,"numerator":2,"denominator":4,"n":4}]}
      """;

  @TempDir private Path folder;
  private final RecordedTerminal terminal = new RecordedTerminal();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("old.json"), OLD);
    Files.writeString(folder.resolve("new.json"), NEW);
  }

  @Test
  void everyChangeIsALineWithItsCause() {
    assertThat(diff("old.json", "new.json")).as(terminal.err()).isEqualTo(ExitStatus.DONE);
    assertThat(terminal.out().lines())
        .containsExactly(
            "cause: late data (known_at 2026-11-16T04:00:00Z ▶ 2026-11-17T04:00:00Z)",
            "changed sales created 2026-W46: 1200 count ▶ 1203 count (+3); late data",
            "added sales open 2026-W47: 5 count, partial; late data",
            "gone sales open all: 5 count; late data",
            "changed sales win_rate 2026-W46 owner=null: not defined, 0 of 0 ▶ 0.5 ratio, 2 of 4;"
                + " late data",
            "2 changed, 1 added, 1 gone, 0 as before");
  }

  @Test
  void severalCausesArePossibleAndSaid() throws IOException {
    Files.writeString(
        folder.resolve("new.json"),
        NEW.replace("sha256:aa", "sha256:bb").replace("1.0.0", "1.1.0").replace("-15T", "-16T"));
    assertThat(diff("old.json", "new.json")).isZero();
    assertThat(terminal.out())
        .startsWith(
            "possible causes: another business file (sha256:aa ▶ sha256:bb); another version (1.0.0"
                + " ▶ 1.1.0); another as_of (2026-11-15T21:00:00Z ▶ 2026-11-16T21:00:00Z); late data"
                + " (known_at ")
        .contains("gone sales open all: 5 count" + System.lineSeparator());
  }

  @Test
  void thatNothingChangedIsSaid() {
    assertThat(diff("old.json", "old.json")).isZero();
    assertThat(terminal.out().strip()).isEqualTo("nothing changed: 3 figures say the same");
  }

  @Test
  void aWrongCallIsOneClearLine() throws IOException {
    Files.writeString(folder.resolve("tulip.json"), NEW.replace("shop", "tulip"));
    Files.writeString(folder.resolve("package.json"), "{\"name\": \"shop\"}");
    Files.write(folder.resolve("chart.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    refused("missing.json", "missing.json: there is no such file");
    refused("package.json", "package.json:1: is no kpis.json: it has no «kpis»");
    refused("chart.png", "chart.png: is no kpis.json: it is no whole JSON");
    refused("tulip.json", "the files are of two accounts, shop and tulip; give two of one");
    assertThat(terminal.run("diff", "one.json")).isEqualTo(ExitStatus.WRONG_INPUT);
  }

  private void refused(String file, String said) {
    RecordedTerminal other = new RecordedTerminal();
    assertThat(
            other.run(
                "diff", folder.resolve("old.json").toString(), folder.resolve(file).toString()))
        .isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(other.err().lines()).singleElement().asString().endsWith(said);
    assertThat(other.out()).isEmpty();
  }

  private int diff(String before, String now) {
    return terminal.run("diff", folder.resolve(before).toString(), folder.resolve(now).toString());
  }
}
