package dev.svodka.source.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Parsed;
import dev.svodka.source.TestBusiness;
import dev.svodka.source.Told;
import dev.svodka.source.live.LiveParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEventsParserTest {
  private static final String ONE =
      "{\"item_type\":\"deal\",\"item_id\":\"7\",\"kind\":\"moved\",\"stage\":\"142\","
          + "\"occurred_at\":\"2026-11-23T09:00:00+03:00\"}";
  private static final String OTHER = ONE.replace("\"7\"", "\"8\"");

  @Test
  void anObjectAnArrayAndLinesAreTheSame() {
    List<String> both =
        List.of(
            "moved deal/7 2026-11-23T06:00:00Z stage=142",
            "moved deal/8 2026-11-23T06:00:00Z stage=142");
    assertThat(told(ONE)).containsExactly(both.getFirst());
    assertThat(told("[" + ONE + ", " + OTHER + "]\n")).isEqualTo(both);
    assertThat(told(ONE + "\n" + OTHER + "\n")).isEqualTo(both);
    assertThat(told(ONE.replace(",", ",\n  "))).containsExactly(both.getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"142\"|142|Event 2, line 2: stage is no text",
        "\"moved\"|\"sold\"|Event 2, line 2: kind has the unknown value `sold`",
        "\"deal\"|\"\"|Event 2, line 2: item_type is missing",
        "2026-11-23T|soon|Event 2, line 2: occurred_at is no moment such as",
        "\"stage\"|\"stge\"|Event 2, line 2: stge is unknown",
        "\"stage\"|\"account\"|Event 2, line 2: account is not the one that this line came for",
      })
  void oneBadEventRefusesAllAndItsFieldIsNamed(String good, String bad, String reason) {
    assertThat(parse(ONE + "\n" + OTHER.replace(good, bad)))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(refused.reason()).startsWith(reason);
              assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"item_type\":|The JSON cannot be read at line 1, column 14",
        "[]|The payload holds no event",
        "' '|The payload holds no event",
        "[[1]]|Event 1, line 1: is no JSON object",
        "[[[[[[1]]]]]]|The JSON cannot be read",
      })
  void whatIsNoEventIsRefused(String body, String reason) {
    assertThat(told(body)).containsExactly("refused INPUT_INVALID: " + reason);
  }

  @Test
  void fieldsAreKeptAsTheBusinessFileSays() {
    String fields =
        ",\"fields\":{\"phone\":\"+7999\",\"text\":\"hello\",\"loss_reason\":\"price\","
            + "\"amount\":\"\"}}";
    assertThat(told(ONE.replace("}", fields)))
        .containsExactly(
            "moved deal/7 2026-11-23T06:00:00Z stage=142 {amount=, loss_reason=price, phone=1}");
  }

  @Test
  void theIdIsOursWhateverTheSenderSays() {
    String named = ONE.replace("{", "{\"event_id\":\"" + "0".repeat(32) + "\",");
    assertThat(((Parsed.Events) parse(named)).events().getFirst().eventId())
        .isEqualTo(((Parsed.Events) parse(ONE)).events().getFirst().eventId());
  }

  @Test
  void tooLargeAPayloadIsNamedSo() {
    assertThat(parse(" ".repeat(JsonEventsParser.MAX_BYTES + 1)))
        .isEqualTo(
            new Parsed.Refused(
                ErrorCode.INPUT_TOO_LARGE, "The payload has 2097153 bytes, 2097152 are allowed"));
  }

  private static Parsed parse(String body) {
    return LiveParser.of(TestBusiness.romashka(), TestBusiness.source(SourceKind.HTTP))
        .parse(body.getBytes(UTF_8), Instant.parse("2026-11-24T12:00:00Z"));
  }

  private static List<String> told(String body) {
    return Told.by(parse(body));
  }
}
