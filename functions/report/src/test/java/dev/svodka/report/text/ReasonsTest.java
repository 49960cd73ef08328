package dev.svodka.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private final Reasons russian = new Reasons(new Texts(Language.RU));

  @Test
  void whatParsersSayIsToldInTheReadersLanguage() {
    assertThat(russian.of("price is no amount such as 1000 or 1000.50"))
        .isEqualTo("price — не сумма вида 1000 или 1000.50");
    assertThat(russian.of("due is no amount")).isEqualTo("due — не сумма");
    assertThat(russian.of("no event: Дата is empty")).isEqualTo("нет события: поле Дата пусто");
    assertThat(russian.of("an action that is unknown for this entity"))
        .isEqualTo("неизвестное для этого объекта действие");
    assertThat(russian.of("{0} is missing")).isEqualTo("нет поля {0}");
  }

  @Test
  void whatNoTextKnowsAndEnglishStayAsTheyAre() {
    assertThat(russian.of("<b>x</b> is odd")).isEqualTo("<b>x</b> is odd");
    assertThat(new Reasons(new Texts(Language.EN)).of("due is no date"))
        .isEqualTo("due is no date");
  }
}
