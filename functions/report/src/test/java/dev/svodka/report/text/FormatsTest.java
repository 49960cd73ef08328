package dev.svodka.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private final Formats ru = new Formats(new Texts(Language.RU), MOSCOW);
  private final Formats en = new Formats(new Texts(Language.EN), MOSCOW);

  @Test
  void numbersAreGroupedAsTheLanguageDoes() {
    assertThat(ru.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
    assertThat(en.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(en.count(Long.MIN_VALUE)).isEqualTo("−9,223,372,036,854,775,808");
    assertThat(ru.signed(-1000)).isEqualTo("−1\u202f000");
    assertThat(ru.signed(3)).isEqualTo("+3");
  }

  @Test
  void sharesHaveTwoSignificantDigits() {
    assertThat(ru.share(0.6315)).isEqualTo("63\u202f%");
    assertThat(ru.share(0.0234)).isEqualTo("2,3\u202f%");
    assertThat(en.share(0.0234)).isEqualTo("2.3%");
    assertThat(en.share(0)).isEqualTo("0%");
    assertThat(en.share(1)).isEqualTo("100%");
    assertThat(ru.shares(0.262, 0.401)).isEqualTo("26–40\u202f%");
    assertThat(ru.fullShare(new BigDecimal("0.6315005"))).isEqualTo("63,15\u202f%");
  }

  @Test
  void moneyCarriesItsSign() {
    assertThat(ru.money(new BigDecimal("1234567.00"), "RUB"))
        .isEqualTo("1\u202f234\u202f567\u00a0₽");
    assertThat(en.money(new BigDecimal("1234567"), "RUB")).isEqualTo("₽1,234,567");
    assertThat(en.money(new BigDecimal("-0.5"), "USD")).isEqualTo("−$0.50");
    assertThat(ru.money(new BigDecimal("10"), "BYN")).isEqualTo("10\u00a0BYN");
  }

  @Test
  void durationsHaveTwoUnitsAtMost() {
    assertThat(ru.hours(52)).isEqualTo("2\u202fд 4\u202fч");
    assertThat(en.hours(52)).isEqualTo("2\u202fd 4\u202fh");
    assertThat(en.hours(0)).isEqualTo("0\u202fmin");
    assertThat(en.hours(1.5)).isEqualTo("1\u202fh 30\u202fmin");
    assertThat(en.hours(23.999)).isEqualTo("1\u202fd");
    assertThat(en.hours(24 * 57.2)).isEqualTo("57\u202fd");
    assertThat(en.hours(-2)).isEqualTo("−2\u202fh");
  }

  @Test
  void datesAreTheBusinesss() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertThat(ru.day(day)).isEqualTo("23\u00a0ноября");
    assertThat(en.day(day)).isEqualTo("23\u00a0Nov");
    assertThat(ru.days(day, day.plusDays(6))).isEqualTo("23–29\u00a0ноября");
    assertThat(ru.days(day.plusDays(7), day.plusDays(13)))
        .isEqualTo("30\u00a0ноября – 6\u00a0декабря");
    assertThat(ru.monthName(day)).isEqualTo("ноябрь 2026");
    assertThat(ru.moment(Instant.parse("2026-11-22T21:30:00Z")))
        .isEqualTo("23\u00a0ноября 2026, 00:30");
  }
}
