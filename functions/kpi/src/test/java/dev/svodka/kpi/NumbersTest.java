package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.1234567894,     0.123456789",
    "0.1234567895,     0.12345679",
    "0.1234567885,     0.123456788", // half to even
    "326.0,            326",
    "100.0,            100",
    "1234567890123.0,  1234567890000",
    "-0.5,             -0.5",
    "0.0,              0"
  })
  void realsHaveNineSignificantDigits(double value, String text) {
    assertThat(Numbers.of(value).map(BigDecimal::toPlainString)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({"2.345, 2.34", "2.355, 2.36", "2.3551, 2.36", "7, 7.00", "-1.005, -1.00"})
  void moneyHasTwoDecimals(BigDecimal value, String text) {
    assertThat(Numbers.of(value).map(BigDecimal::toPlainString)).contains(text);
  }

  @Test
  void countsAreWholeAndWhatIsNotThereIsEmpty() {
    assertThat(Numbers.of(7)).contains(BigDecimal.valueOf(7));
    assertThat(Numbers.of(1L << 40)).contains(BigDecimal.valueOf(1L << 40));
    assertThat(Numbers.of(BigInteger.TWO.pow(80)))
        .contains(new BigDecimal("1208925819614629174706176"));
    assertThat(Numbers.of(0.5f)).contains(new BigDecimal("0.5"));
    assertThat(Numbers.of(null)).isEmpty();
    assertThatThrownBy(() -> Numbers.of("7")).hasMessage("no number: 7");
  }

  /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0,  20,  0,      0.1611",
    "1,  29,  0.0061, 0.1718"
  })
  void wilsonsIntervalIsThePublishedOne(long hits, long n, double low, double high) {
    Numbers.Wilson interval = Numbers.wilson(hits, n).orElseThrow();
    assertThat(interval.low().doubleValue()).isCloseTo(low, within(0.00005));
    assertThat(interval.high().doubleValue()).isCloseTo(high, within(0.00005));
    Numbers.Wilson other = Numbers.wilson(n - hits, n).orElseThrow();
    assertThat(other.low().doubleValue()).isCloseTo(1 - high, within(0.00005));
    assertThat(other.high().doubleValue())
        .isCloseTo(1 - low, within(0.00005))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void ofNothingThereIsNoInterval() {
    assertThat(Numbers.wilson(0, 0)).isEqualTo(Optional.empty());
    assertThat(Numbers.wilson(0, 1)).isPresent();
  }
}
