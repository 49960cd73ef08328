package dev.svodka.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
  @ParameterizedTest
  @CsvSource({
    "0,создано 0 сделок",
    "1,создана 1 сделка",
    "2,создано 2 сделки",
    "4,создано 4 сделки",
    "5,создано 5 сделок",
    "11,создано 11 сделок",
    "12,создано 12 сделок",
    "14,создано 14 сделок",
    "21,создана 21 сделка",
    "22,создано 22 сделки",
    "111,создано 111 сделок",
    "1001,создана 1001 сделка"
  })
  void russianNounsAgreeWithTheirNumber(long number, String text) {
    assertThat(new Texts(Language.RU).plural("lead.created", "deal", number, "" + number))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0 deals were created", "1,1 deal was created", "2,2 deals were created"})
  void englishNounsAgreeWithTheirNumber(long number, String text) {
    assertThat(new Texts(Language.EN).plural("lead.created", "deal", number, "" + number))
        .isEqualTo(text);
  }
}
