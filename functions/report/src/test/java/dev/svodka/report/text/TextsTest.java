package dev.svodka.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void bothLanguagesHaveTheSameTextsButForTheRussianFewForm() throws IOException {
    assertThat(keys("en"))
        .isEqualTo(
            keys("ru").stream().filter(k -> !k.endsWith(".few")).collect(Collectors.toSet()));
  }

  @Test
  void anItemTypeWithoutTextsOfItsOwnTakesTheGeneralOnes() {
    Texts texts = new Texts(Language.EN);
    assertThat(texts.plural("lead.created", "declaration", 2, "2"))
        .isEqualTo("2 items were created");
    assertThat(texts.forType("figure.succeeded", "deal")).isEqualTo("Won");
    assertThat(texts.forType("figure.succeeded", "invoice")).isEqualTo("Succeeded");
  }

  @Test
  void anArgumentThatLooksLikeAPlaceholderStaysAsItIs() {
    assertThat(new Texts(Language.EN).get("of", "{1}", "it's")).isEqualTo("{1} of it's");
  }

  @Test
  void aMissingTextNamesKeyAndFile() {
    assertThatThrownBy(() -> new Texts(Language.RU).get("nowhere"))
        .hasMessageContaining("nowhere")
        .hasMessageContaining("report_ru.properties");
  }

  private static Set<String> keys(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                TextsTest.class.getResourceAsStream("/text/report_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames();
  }
}
