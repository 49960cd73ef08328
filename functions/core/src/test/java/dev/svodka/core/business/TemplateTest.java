package dev.svodka.core.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Map<String, String> ROW = Map.of("id", "7", "no", "12", "empty", "");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "Won,                Won",
        "{id},               7",
        "{id}{no},           712",
        "INV-{id}/{no}.,     INV-7/12.",
        "{gone}{id},         7",
        "a}{id},             a}7",
        "{empty},            ~~",
        "x{empty}y,          xy"
      })
  void placesAreFilledAndTheRestStands(String text, String filled) {
    Template template = Template.of(text);
    assertThat(template.fill(ROW::get)).isEqualTo(filled);
    assertThat(template).hasToString(text);
  }

  @Test
  void whereNoColumnIsThereNothingIsTold() {
    assertThat(Template.of("no. {gone}").fill(ROW::get)).isNull();
    assertThat(Template.of("{gone}{lost}").fill(ROW::get)).isNull();
  }

  @Test
  void theColumnsAreNamedInTheirOrder() {
    assertThat(Template.of("{b}-{a}{b}").names()).containsExactly("b", "a", "b");
    assertThat(Template.of("Won").names()).isEmpty();
    assertThat(Template.of("{}").names()).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{id", "{id}{no", "a{"})
  void anOpenBraceIsRefused(String text) {
    assertThatThrownBy(() -> Template.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not closed");
  }
}
