package dev.svodka.kpi.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpisDiffTest {
  private static final String HEAD =
      """
      {"account":"romashka","as_of":"2026-11-22T21:00:00Z","known_at":"2026-11-23T04:00:00Z",\
      "time_zone":"Europe/Moscow","currency":"RUB","business":"sha256:aa","version":"1.0.0",\
      "kpis":[%s]}
      """;
  private static final String WON =
      """
      {"kpi":"win_rate","process":"sales","subject":null,"period":"2026-W46",\
      "group":{"owner":"504141"},"unit":"ratio","value":0.4,"numerator":4,"denominator":10,\
      "low":0.16,"high":0.68,"n":10}""";
  private static final String TIME =
      """
      {"kpi":"stage_time_median","process":"sales","subject":"142","period":"all","group":{},\
      "unit":"hours","clock":"working","value":12.50,"n":7}""";

  @Test
  void whatWasAddedChangedAndGoneIsFoundInOrder() throws IOException {
    String created =
        """
        {"kpi":"created","process":"sales","subject":null,"period":"2026-W47","group":{},\
        "unit":"count","value":12,"partial":true}""";
    KpisDiff diff =
        between(
            file(HEAD, WON, TIME),
            file(
                HEAD,
                WON.replace("0.4", "0.5").replace("\"numerator\":4", "\"numerator\":5"),
                created));
    assertThat(diff.changes().stream().map(change -> change.key().toString()))
        .containsExactly(
            "sales created 2026-W47",
            "sales stage_time_median/working[142] all",
            "sales win_rate 2026-W46 owner=504141");
    assertThat(diff.changes().getFirst())
        .isInstanceOfSatisfying(
            FigureChange.Added.class, added -> assertThat(added.now().partial()).isTrue());
    assertThat(diff.changes().get(1)).isInstanceOf(FigureChange.Gone.class);
    assertThat(diff.changes().getLast())
        .isInstanceOfSatisfying(
            FigureChange.Changed.class,
            changed -> assertThat(changed.difference().orElseThrow()).isEqualByComparingTo("0.1"));
    assertThat(diff.unchanged()).isZero();
  }

  @Test
  void anotherBaseIsAChangeAnotherSpellingOrAnEndedWeekIsNone() throws IOException {
    assertThat(between(file(HEAD, TIME), file(HEAD, TIME.replace("12.50", "12.5"))).changes())
        .isEmpty();
    assertThat(
            between(file(HEAD, TIME.replace("7}", "7,\"partial\":true}")), file(HEAD, TIME))
                .changes())
        .isEmpty();
    assertThat(between(file(HEAD, TIME), file(HEAD, TIME.replace("\"n\":7", "\"n\":8"))).changes())
        .singleElement()
        .isInstanceOfSatisfying(
            FigureChange.Changed.class,
            changed -> assertThat(changed.difference().orElseThrow()).isZero());
    assertThat(between(file(HEAD, TIME), file(HEAD, TIME.replace("12.50", "null"))).changes())
        .singleElement()
        .isInstanceOfSatisfying(
            FigureChange.Changed.class, changed -> assertThat(changed.difference()).isEmpty());
  }

  @Test
  void aGroupThatIsNotGivenIsNotTheEmptyOne() throws IOException {
    String none = WON.replace("\"504141\"", "null");
    assertThat(between(file(HEAD, WON, none), file(HEAD, WON, none)).unchanged()).isEqualTo(2);
    assertThat(between(file(HEAD, none), file(HEAD, WON.replace("504141", ""))).changes())
        .hasSize(2);
  }

  @Test
  void theHeadsTellTheCauseOrAllThatMayBe() throws IOException {
    causes("sha256:aa", "sha256:bb", Cause.BUSINESS_FILE);
    causes("1.0.0", "1.1.0", Cause.VERSION);
    causes("2026-11-22T21", "2026-11-29T21", Cause.AS_OF);
    causes("2026-11-23T04", "2026-11-24T04", Cause.LATE_DATA);
    causes("2026-11-23T04", "2026-11-22T04", Cause.EARLIER_KNOWLEDGE);
    causes("Moscow", "Moscow", Cause.OTHER_EVENTS);
    KpisDiff two =
        between(
            file(HEAD, WON),
            file(HEAD.replace("sha256:aa", "sha256:bb").replace("2026-11-23T04", "2026-11-24T04")));
    assertThat(two.causes()).containsExactly(Cause.BUSINESS_FILE, Cause.LATE_DATA);
  }

  @Test
  void twoAccountsAreNotCompared() throws IOException {
    KpisFile one = file(HEAD, WON);
    KpisFile other = file(HEAD.replace("romashka", "tulip"), WON);
    assertThatThrownBy(() -> KpisDiff.between(one, other))
        .isInstanceOf(SvodkaException.class)
        .hasMessage("the files are of two accounts, romashka and tulip; give two of one");
  }

  @Test
  void whatIsNoKpisJsonIsRefusedWithItsLine(@TempDir Path folder) {
    refused("", "it is no whole JSON|expected a JSON object");
    refused("[]", "old.json:1: is no kpis.json: expected a JSON object");
    refused("{\"name\":\"svodka\"}", "it has no «kpis»");
    refused("{\"kpis\":[]}", "«account» is missing");
    refused(HEAD.formatted(WON).replace("]}", ""), "no whole JSON");
    refused(HEAD.formatted(WON).replace("2026-11-22T21:00:00Z", "today"), "«as_of» is no instant");
    refused(HEAD.formatted(WON + ",\n" + WON), "old.json:2: .* twice");
    refused(HEAD.formatted(WON).replace("0.4", "1e999999999"), "more than 60 digits");
    refused(HEAD.formatted(WON).replace("0.4", "\"0.4\""), "has no value");
    refused(HEAD.formatted(WON).replace("\"period\":\"2026-W46\",", ""), "«period» is missing");
    refused(HEAD.formatted("7"), "each figure to be an object");
    assertThatThrownBy(() -> KpisFile.read(folder.resolve("none.json")))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    assertThatThrownBy(() -> KpisFile.read(folder)).hasMessageContaining("is a folder");
  }

  private static void causes(String from, String to, Cause cause) throws IOException {
    assertThat(between(file(HEAD, WON), file(HEAD.replace(from, to))).causes())
        .isEqualTo(List.of(cause));
  }

  private static void refused(String text, String said) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SvodkaException.class)
        .message()
        .containsPattern(said);
  }

  private static KpisDiff between(KpisFile before, KpisFile now) {
    return KpisDiff.between(before, now);
  }

  private static KpisFile file(String head, String... figures) throws IOException {
    return read(head.formatted(String.join(",\n", figures)));
  }

  private static KpisFile read(String text) throws IOException {
    return KpisFile.read(
        "old.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
