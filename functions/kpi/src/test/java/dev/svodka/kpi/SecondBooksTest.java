package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Receivables, deadlines and control against a plain second implementation. */
class SecondBooksTest {
  private static final long HOUR = 3600;
  private static final Set<String> KEYS = Set.of("currency", "owner");

  @Test
  void bothImplementationsAgreeOnMoneyDeadlinesAndControl() {
    List<String> differ = new ArrayList<>();
    for (long seed = 200; seed < 214; seed++) {
      Instant asOf = Instant.parse("2026-03-01T03:30:00Z").plusSeconds(seed * 7 % 31 * 17 * HOUR);
      List<ChangeEvent> events = RandomBooks.events(seed, 40);
      Map<String, Optional<Double>> naive = new NaiveBooks(events, asOf).figures;
      Company company = new Company(RandomBooks.BUSINESS).file(events);
      try (KpiRun run = company.run(company.options().asOf(asOf))) {
        assertThat(run.brokenInvariants()).as("seed %d", seed).isEmpty();
        Map<String, Optional<Double>> ours = figures(run);
        for (Map.Entry<String, Optional<Double>> figure : naive.entrySet()) {
          Optional<Double> value = ours.getOrDefault(figure.getKey(), Optional.empty());
          if (Math.abs(value.orElse(0.0) - figure.getValue().orElse(0.0)) > 1e-6
              || (ours.containsKey(figure.getKey())
                  && value.isEmpty() != figure.getValue().isEmpty())) {
            differ.add(
                "seed %d at %s, %s: naive %s, ours %s"
                    .formatted(seed, asOf, figure.getKey(), figure.getValue(), value));
          }
        }
      }
    }
    assertThat(differ).isEmpty();
  }

  private static Map<String, Optional<Double>> figures(KpiRun run) {
    Map<String, Optional<Double>> figures = new TreeMap<>();
    for (KpiRow row : run.rows()) {
      if (KEYS.containsAll(row.group().keySet())) {
        String currency = row.group().getOrDefault("currency", Optional.empty()).orElse("-");
        String owner =
            Optional.ofNullable(row.group().get("owner"))
                .map(name -> "@" + name.orElse(""))
                .orElse("");
        figures.put(
            String.join(
                " ",
                row.process(),
                row.kpi(),
                row.subject().orElse("-"),
                row.period(),
                currency + owner),
            row.value().map(BigDecimal::doubleValue));
      }
    }
    return figures;
  }
}
