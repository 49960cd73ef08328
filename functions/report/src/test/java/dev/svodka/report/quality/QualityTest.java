package dev.svodka.report.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.SourceKind;
import dev.svodka.kpi.FlawedItem;
import dev.svodka.kpi.KpiItem;
import dev.svodka.kpi.QualityLists;
import dev.svodka.kpi.UnmatchedPayment;
import dev.svodka.kpi.diff.Cause;
import dev.svodka.kpi.diff.FigureKey;
import dev.svodka.kpi.diff.Restatement;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QualityTest {
  private static final Instant AT = Instant.parse("2026-11-22T21:00:00Z");

  @Test
  void ofAProcessThatIsNotForTheReadersNoItemAndNoAmountIsLeft() {
    Quality seen =
        new Quality(
                new QualityLists(
                    List.of(),
                    List.of(),
                    List.of(payment("invoices"), payment("payroll")),
                    List.of(flawed("invoices"), flawed("payroll"))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new Quality.Restated(
                    Optional.of(AT),
                    false,
                    List.of(
                        restated("payroll", "paid", "money", "RUB"),
                        restated("payroll", "cei", "ratio", "RUB"),
                        restated("payroll", "win_rate", "ratio", ""),
                        restated("payroll", "created", "count", ""),
                        restated("invoices", "paid", "money", "RUB"))))
            .without(Set.of("payroll"));
    assertThat(seen.lists().unmatched()).containsExactly(payment("invoices"));
    assertThat(seen.lists().flawed()).containsExactly(flawed("invoices"));
    assertThat(seen.restated().figures())
        .extracting(figure -> figure.key().process() + " " + figure.key().kpi())
        .containsExactly("payroll win_rate", "payroll created", "invoices paid");
  }

  @Test
  void whatWasRestatedIsReadAsItWasWritten() throws IOException {
    List<Restatement> figures =
        List.of(
            restated("sales", "paid", "money", "RUB"),
            new Restatement(
                new FigureKey(
                    "sales",
                    "stage_time_median",
                    Optional.of("<142>"),
                    "2026-11",
                    new TreeMap<>(),
                    Optional.of("working")),
                "hours",
                Optional.empty(),
                Optional.of(new BigDecimal("1E+3")),
                AT,
                List.of(Cause.BUSINESS_FILE, Cause.LATE_DATA)));
    assertThat(RestatedFile.read(RestatedFile.write(figures))).isEqualTo(figures);
  }

  private static UnmatchedPayment payment(String process) {
    return new UnmatchedPayment(
        process,
        new KpiItem(SourceKind.ONEC, "payment", "1"),
        AT,
        BigDecimal.TEN,
        "RUB",
        Optional.empty());
  }

  private static FlawedItem flawed(String process) {
    return new FlawedItem(
        FlawedItem.Flaw.UNDATED,
        process,
        new KpiItem(SourceKind.AMOCRM, "invoice", "1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Restatement restated(String process, String kpi, String unit, String currency) {
    Map<String, Optional<String>> group =
        currency.isEmpty() ? Map.of() : Map.of("currency", Optional.of(currency));
    return new Restatement(
        new FigureKey(
            process, kpi, Optional.empty(), "2026-W46", new TreeMap<>(group), Optional.empty()),
        unit,
        Optional.of(BigDecimal.ONE),
        Optional.of(BigDecimal.TWO),
        AT,
        List.of(Cause.LATE_DATA));
  }
}
