package dev.svodka.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.EventJson.Defaults;
import dev.svodka.core.event.EventJson.Parsed;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final String LINE =
      """
      {"account":"romashka","source":"http","via":"hook","item_type":"deal","item_id":"7",\
      "kind":"moved","stage":"142","amount":1200.5,"occurred_at":"2026-11-22T21:00:00+03:00"}""";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_124})
  void anEventSurvivesItsLine(long seed) {
    for (ChangeEvent event : RandomEvents.list(seed, 500)) {
      String line = EventJson.write(event);
      assertThat(line).as("seed %d", seed).doesNotContain("\n");
      assertThat(EventJson.read(line, Defaults.NONE))
          .as("seed %d, line %s", seed, line)
          .isEqualTo(new Parsed.Valid(event, true));
      assertThat(EventJson.readFields(EventJson.writeFields(event.fields())))
          .isEqualTo(event.fields());
    }
  }

  @Test
  void theLineHasTheNamesOfTheSchema() {
    ChangeEvent event =
        ChangeEvent.of("romashka", SourceKind.CSV, Via.FILE, new ItemRef("deal", "7"), Kind.CHANGED)
            .parent(new ItemRef("lead", "1"))
            .amount(new BigDecimal("1200.5"))
            .occurredAt(Instant.parse("2026-11-22T21:00:00Z"))
            .field("phone", "1")
            .build();
    assertThat(EventJson.write(event))
        .isEqualTo(
            "{\"event_id\":\""
                + event.eventId()
                + "\",\"account\":\"romashka\",\"source\":\"csv\",\"via\":\"file\","
                + "\"item_type\":\"deal\",\"item_id\":\"7\",\"parent_type\":\"lead\","
                + "\"parent_id\":\"1\",\"kind\":\"changed\",\"amount\":\"1200.50\","
                + "\"occurred_at\":\"2026-11-22T21:00:00.000Z\","
                + "\"received_at\":\"2026-11-22T21:00:00.000Z\",\"seq\":0,"
                + "\"fields\":{\"phone\":\"1\"}}");
  }

  @Test
  void whatIsLeftOutIsComputedOrTakenFromTheWay() {
    Parsed full = EventJson.read(LINE, Defaults.NONE);
    assertThat(full)
        .isInstanceOfSatisfying(
            Parsed.Valid.class,
            valid -> {
              assertThat(valid.identified()).isFalse();
              assertThat(valid.event().occurredAt()).isEqualTo("2026-11-22T18:00:00Z");
              assertThat(valid.event().receivedAt()).isEqualTo(valid.event().occurredAt());
              assertThat(valid.event().amount().orElseThrow()).hasToString("1200.50");
              assertThat(valid.event().eventId()).isEqualTo(EventId.of(valid.event(), 0));
            });
    String brief =
        LINE.replace("\"account\":\"romashka\",\"source\":\"http\",\"via\":\"hook\",", "");
    assertThat(EventJson.read(brief, Defaults.of("romashka", SourceKind.HTTP, Via.HOOK)))
        .isEqualTo(full);
    assertThat(EventJson.read(LINE, Defaults.of("other", SourceKind.HTTP, Via.HOOK)))
        .isEqualTo(new Parsed.Refused("account", "is not the one that this line came for"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "kind":"moved"             | "kind":"move"              | kind        | unknown value `move`
          "kind":"moved",            |                            | kind        | is missing
          "item_id":"7"              | "item_id":""               | item_id     | is missing
          "item_id":"7"              | "item_id":7                | item_id     | is no text
          "amount":1200.5            | "amount":1200.555          | amount      | more than 2 decimals
          "amount":1200.5            | "amount":1e999999          | amount      | more than 16 digits
          "amount":1200.5            | "amount":1e99999999999     | ~~          | exponent is too long
          "amount":1200.5            | "amount":"12 000"          | amount      | is no decimal number
          "amount":1200.5            | "currency":"rub"           | currency    | three capital letters
          "amount":1200.5            | "parent_id":"7"            | parent_type | a parent has type and id
          "amount":1200.5            | "colour":"red"             | colour      | is unknown
          "amount":1200.5            | "seq":1.5                  | seq         | no whole number
          "amount":1200.5            | "fields":{"a":{"b":1}}     | fields.a    | is no scalar
          "amount":1200.5            | "fields":[1]               | fields      | is no object
          "amount":1200.5            | "event_id":"xyz"           | event_id    | 32 hex digits
          "amount":1200.5            | "stage":"143"              | ~~          | Duplicate field
          21:00:00+03:00             | 21:00:00                   | occurred_at | is no moment
          2026-11-22                 | 0026-11-22                 | occurred_at | 1900 and 2200
          """)
  void aWrongLineIsRefusedByItsField(String part, String wrong, String field, String reason) {
    String line = LINE.replace(part, wrong == null ? "" : wrong);
    assertThat(EventJson.read(line, Defaults.NONE))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.reason()).contains(reason);
            });
  }

  @Test
  void whatIsNoEventAtAllIsRefused() {
    String id = "\"item_id\":\"" + "9".repeat(257) + "\"";
    for (String line :
        new String[] {
          "",
          "[]",
          "null",
          "{",
          LINE + LINE,
          "[".repeat(1000),
          LINE.replace("\"item_id\":\"7\"", id),
          "{\"a\":\"" + "x".repeat(EventJson.MAX_LINE) + "\"}"
        }) {
      assertThat(EventJson.read(line, Defaults.NONE)).isInstanceOf(Parsed.Refused.class);
    }
  }
}
