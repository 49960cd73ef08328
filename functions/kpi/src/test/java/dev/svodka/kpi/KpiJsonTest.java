package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiJsonTest {
  private static final Instant AS_OF = Instant.parse("2026-03-15T23:00:00Z");

  @TempDir private Path folder;

  @Test
  void aFigureIsALineWithWhatItTells() {
    KpiRow rate =
        new KpiRow(
            "win_rate",
            "sales",
            Optional.of("won"),
            "2026-W11",
            new TreeMap<>(
                Map.of("owner", Optional.<String>empty(), "currency", Optional.of("EUR"))),
            "ratio",
            Optional.of("working"),
            Optional.of(new BigDecimal("1E-7")),
            Optional.of(new BigDecimal("4")),
            Optional.of(new BigDecimal("10")),
            Optional.of(new BigDecimal("0.1")),
            Optional.of(new BigDecimal("0.7")),
            Optional.of(10L),
            true);
    assertThat(json(rate).lines())
        .containsExactly(
            "{\"account\":\"test\",\"as_of\":\"2026-03-15T23:00:00Z\","
                + "\"known_at\":\"2026-03-15T23:00:01Z\",\"time_zone\":\"Europe/Amsterdam\","
                + "\"currency\":\"EUR\",\"business\":\""
                + company().business().hash()
                + "\",\"version\":\"test\",\"kpis\":[",
            "{\"kpi\":\"win_rate\",\"process\":\"sales\",\"subject\":\"won\","
                + "\"period\":\"2026-W11\",\"group\":{\"currency\":\"EUR\",\"owner\":null},"
                + "\"unit\":\"ratio\",\"clock\":\"working\",\"value\":0.0000001,\"numerator\":4,"
                + "\"denominator\":10,\"low\":0.1,\"high\":0.7,\"n\":10,\"partial\":true}]}");
  }

  @Test
  void whatIsNotThereIsLeftOutButSubjectAndValueAreNull() {
    assertThat(json(row("created", "sales", "", "all", Map.of(), "")))
        .endsWith(
            "\n{\"kpi\":\"created\",\"process\":\"sales\",\"subject\":null,\"period\":\"all\","
                + "\"group\":{},\"unit\":\"count\",\"value\":null}]}\n");
  }

  @Test
  void rowsAreOrderedByWhatTheyTellOf() {
    List<KpiRow> ordered =
        List.of(
            row("Created", "z", "z", "all", Map.of(), ""),
            row("created", "a", "", "all", Map.of(), ""),
            row("created", "sales", "", "2026-W10", Map.of(), ""),
            row("created", "sales", "A", "2026-W09", Map.of(), ""),
            row("created", "sales", "A", "2026-W10", Map.of(), "elapsed"),
            row("created", "sales", "A", "2026-W10", Map.of(), "working"),
            row("created", "sales", "A", "2026-W10", Map.of("owner", Optional.empty()), ""),
            row("created", "sales", "A", "2026-W10", Map.of("owner", Optional.of("")), ""),
            row("created", "sales", "A", "2026-W10", Map.of("owner", Optional.of("1")), ""),
            row("created", "sales", "A", "2026-W10", Map.of("owner", Optional.of("2")), ""));
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(KpiRow.ORDER.compare(ordered.get(i), ordered.get(j))))
            .as("%d and %d", i, j)
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  private static KpiRow row(
      String kpi,
      String process,
      String subject,
      String period,
      Map<String, Optional<String>> group,
      String clock) {
    SortedMap<String, Optional<String>> sorted = new TreeMap<>(group);
    Optional<BigDecimal> none = Optional.empty();
    return new KpiRow(
        kpi,
        process,
        Optional.of(subject).filter(text -> !text.isEmpty()),
        period,
        sorted,
        "count",
        Optional.of(clock).filter(text -> !text.isEmpty()),
        none,
        none,
        none,
        none,
        none,
        Optional.empty(),
        false);
  }

  private String json(KpiRow row) {
    DataQuality quality = new DataQuality(1, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());
    try (KpiRun run =
        new KpiRun(
            Database.open(folder, 1L << 28, 1),
            company().business(),
            AS_OF,
            AS_OF.plusSeconds(1),
            List.of(row),
            List.of(),
            quality,
            List.of())) {
      return Company.json(run);
    }
  }

  private static Company company() {
    return new Company(RandomCompany.BUSINESS);
  }
}
