package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.SourceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnpaidInvoiceTest {
  @Test
  void itIsOverdueFromTheFirstDayLateAndTellsWhatCameIn() {
    assertThat(late(0).overdue()).isFalse();
    assertThat(late(1).overdue()).isTrue();
    assertThat(late(1).paid()).isEqualByComparingTo("30.50");
  }

  private static UnpaidInvoice late(int days) {
    return new UnpaidInvoice(
        "i1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "RUB",
        new BigDecimal("100.00"),
        new BigDecimal("69.50"),
        Optional.of(LocalDate.EPOCH),
        days,
        "not_due",
        true,
        0,
        0,
        SourceKind.HTTP,
        Optional.empty());
  }
}
