package dev.svodka.kpi.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RestatementsTest {
  private static final String MONDAY = "2026-11-22T21:00:00Z";
  private static final String TUESDAY = "2026-11-23T21:00:00Z";

  @Test
  void aFigureOfAClosedPeriodThatChangedIsTold() throws IOException {
    KpisFile before =
        file(
            MONDAY,
            "aa",
            figure("created", "2026-W46", "10"),
            figure("created", "2026-11", "30,\"partial\":true"),
            figure("created", "all", "50"),
            figure("reached", "2026-W46", "4"),
            figure("failed", "2026-W46", "null"),
            figure("succeeded", "2026-W46", "3"));
    KpisFile now =
        file(
            TUESDAY,
            "aa",
            figure("created", "2026-W46", "11"),
            figure("created", "2026-W47", "7"),
            figure("created", "2026-11", "33,\"partial\":true"),
            figure("created", "all", "57"),
            figure("reached", "2026-W46", "5"),
            figure("failed", "2026-W46", "1"),
            figure("removed", "2026-W46", "2"),
            figure("succeeded", "2026-W46", "3.0"));
    assertThat(Restatements.between(before, now))
        .extracting(
            r ->
                r.key()
                    + " "
                    + r.before().map(BigDecimal::toPlainString).orElse("-")
                    + " "
                    + r.now().map(BigDecimal::toPlainString).orElse("-"))
        .containsExactly(
            "sales created 2026-W46 10 11",
            "sales failed 2026-W46 - 1",
            "sales removed 2026-W46 - 2");
    assertThat(Restatements.between(before, now))
        .allSatisfy(
            r -> {
              assertThat(r.causes()).containsExactly(Cause.LATE_DATA);
              assertThat(r.found()).isEqualTo(Instant.parse(TUESDAY));
            });
  }

  @Test
  void byOtherRulesOnlyWhatBothTellIsCompared() throws IOException {
    assertThat(
            Restatements.between(
                file(MONDAY, "aa", figure("created", "2026-W46", "10")),
                file(
                    TUESDAY,
                    "bb",
                    figure("created", "2026-W46", "9"),
                    figure("removed", "2026-W46", "2"))))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.key().kpi()).isEqualTo("created");
              assertThat(r.causes()).containsExactly(Cause.BUSINESS_FILE, Cause.LATE_DATA);
            });
  }

  @Test
  void aRunThatSawLessIsNotCompared() throws IOException {
    KpisFile early = file(MONDAY, "aa", figure("created", "2026-W46", "10"));
    KpisFile late = file(TUESDAY, "aa", figure("created", "2026-W46", "11"));
    assertThat(Restatements.between(late, early)).isEmpty();
    assertThat(Restatements.comparable(late.head(), early.head())).isFalse();
    assertThat(Restatements.comparable(early.head(), early.head())).isTrue();
  }

  @Test
  void groupsAndQuartersAreNot() {
    assertThat(Restatements.settles(key("created", "2026-W46", "currency"))).isTrue();
    assertThat(Restatements.settles(key("created", "2026-W46", "owner"))).isFalse();
    assertThat(Restatements.settles(key("created", "2026-Q4", "currency"))).isFalse();
    assertThat(Restatements.settles(key("created", "90d", "currency"))).isFalse();
  }

  @Test
  void itIsToldOfForFiveWeeksFromWhatWasPublishedFirst() {
    Instant found = Instant.parse(MONDAY);
    Restatement first = restated("10", "11", found);
    assertThat(Restatements.goOn(List.of(first), List.of(), Instant.parse(TUESDAY)))
        .containsExactly(first);
    assertThat(Restatements.goOn(List.of(first), List.of(), found.plus(Restatements.KEPT)))
        .isEmpty();
    Instant again = Instant.parse(TUESDAY);
    assertThat(Restatements.goOn(List.of(first), List.of(restated("11", "12", again)), again))
        .containsExactly(restated("10", "12", again));
    assertThat(Restatements.goOn(List.of(first), List.of(restated("11", "10", again)), again))
        .as("as it was at first")
        .isEmpty();
  }

  private static Restatement restated(String before, String now, Instant found) {
    return new Restatement(
        key("created", "2026-W46", "currency"),
        "count",
        Optional.of(new BigDecimal(before)),
        Optional.of(new BigDecimal(now)),
        found,
        List.of(Cause.LATE_DATA));
  }

  private static FigureKey key(String kpi, String period, String dimension) {
    return new FigureKey(
        "sales",
        kpi,
        Optional.empty(),
        period,
        new TreeMap<>(Map.of(dimension, Optional.of("x"))),
        Optional.empty());
  }

  private static String figure(String kpi, String period, String value) {
    return """
        {"kpi":"%s","process":"sales","subject":null,"period":"%s","group":{},"unit":"count",\
        "value":%s}"""
        .formatted(kpi, period, value);
  }

  private static KpisFile file(String asOf, String business, String... figures) throws IOException {
    String json =
        """
        {"account":"romashka","as_of":"%s","known_at":"%s","business":"sha256:%s",\
        "version":"1.0.0","kpis":[%s]}"""
            .formatted(asOf, asOf, business, String.join(",", figures));
    return KpisFile.read(
        "kpis.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
