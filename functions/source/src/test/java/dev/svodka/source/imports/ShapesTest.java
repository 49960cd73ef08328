package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-03-01|2017-02-28T23:00:00Z",
        "2017-03-01T10:00|2017-03-01T09:00:00Z",
        "2011-10-11 13:42:22.688000+02:00|2011-10-11T11:42:22.688Z",
        "2017-03-01T10:00:00Z|2017-03-01T10:00:00Z",
        "2017-03-01 10:00:00 UTC|2017-03-01T10:00:00Z",
        "2017-03-01T10:00:00+0530|2017-03-01T04:30:00Z",
        "2017-03-01T10:00:00-03|2017-03-01T13:00:00Z",
        "2017/3/1|2017-02-28T23:00:00Z",
        "01.03.2017|2017-02-28T23:00:00Z",
        "1.3.2017 9:05|2017-03-01T08:05:00Z",
        "01.03.2017 09:05:07,25|2017-03-01T08:05:07.250Z",
        "1/3/2017 12:30 AM|2017-02-28T23:30:00Z",
        "1/3/2017 12:30 PM|2017-03-01T11:30:00Z",
        "1488358800|2017-03-01T09:00:00Z",
        "1488358800123|2017-03-01T09:00:00.123Z",
      })
  void datesInTheWritingsThatFilesHave(String text, Instant expected) {
    long millis = Moments.byShape(BERLIN, false, true).millis(text);

    assertThat(Instant.ofEpochMilli(millis)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-02-30",
        "2017-13-01",
        "29.02.2017",
        "31/04/2017",
        "2017-03-01T25:00",
        "2017-03-01T10:60",
        "2017-03-01T10",
        "2017-03-01 10:00 XM",
        "2017-03-01T10:00+25:00",
        "2017-03-01T10:00:00Z nonsense",
        "2017-03",
        "01.03.17",
        "0001-01-01",
        "12345",
        "20170301",
        "yesterday",
        "-",
        "1/2",
        "１.３.２０１７",
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(Moments.byShape(BERLIN, false, true).millis(text)).isEqualTo(Moments.NONE);
  }

  @Test
  void aTimeThatTheClocksSkipIsMovedOnAndOneThatTheyRepeatIsTheEarlier() {
    Moments moments = Moments.byShape(BERLIN, false, false);

    assertThat(Instant.ofEpochMilli(moments.millis("2021-03-28 02:30")))
        .isEqualTo(Instant.parse("2021-03-28T01:30:00Z"));
    assertThat(Instant.ofEpochMilli(moments.millis("2021-10-31 02:30")))
        .isEqualTo(Instant.parse("2021-10-31T00:30:00Z"));
  }

  @Test
  void aDayWhoseMidnightTheClocksSkipBeginsAfterIt() {
    Moments moments = Moments.byShape(ZoneId.of("America/Sao_Paulo"), false, false);

    assertThat(Instant.ofEpochMilli(moments.millis("2018-11-04")))
        .isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
  }

  @Test
  void aPatternReadsWhatItSaysAndNothingElse() {
    Moments moments = Moments.byPattern("M/d/yyyy[ H:mm]", BERLIN);

    assertThat(Instant.ofEpochMilli(moments.millis("3/1/2017")))
        .isEqualTo(Instant.parse("2017-02-28T23:00:00Z"));
    assertThat(Instant.ofEpochMilli(moments.millis("3/1/2017 9:05")))
        .isEqualTo(Instant.parse("2017-03-01T08:05:00Z"));
    assertThat(moments.millis("2/30/2017")).isEqualTo(Moments.NONE);
    assertThat(moments.millis("2017-03-01")).isEqualTo(Moments.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1054|1054",
        "10 000.50|10000.50",
        "10\u00A0000.50|10000.50",
        "10\u202F000.5|10000.5",
        "1,234,567.89|1234567.89",
        "1'234.50|1234.50",
        "12,34,567.00|1234567.00",
        "-3|-3",
        "\u22123.5|-3.5",
        "$1,054|1054",
        "1 054 ₽|1054",
        "-$5|-5",
        ".5|0.5",
        "5.|5",
        "2.3832541524E7|23832541.524",
        "26.85120450862128|26.85120450862128",
      })
  void amountsWithADecimalPoint(String text, BigDecimal expected) {
    assertThat(AmountShape.read(text, false))
        .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"10 000,50|10000.50", "1.234.567,89|1234567.89", "0,5|0.5", "1.234|1234"})
  void amountsWithADecimalComma(String text, BigDecimal expected) {
    assertThat(AmountShape.read(text, true))
        .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n/a",
        "1.2.3",
        "1,23",
        "1,2345",
        "12,34",
        "1 2",
        "1e999999999",
        "NaN",
        "Infinity",
        "--1",
        "0x10",
        "12345678901234567",
        "1E17",
        "1,,000",
        ",5",
        "-",
        "",
        "1 000 00",
        "１２"
      })
  void whatIsNoAmountIsNone(String text) {
    assertThat(AmountShape.read(text, false)).isEmpty();
  }
}
