package dev.svodka.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.event.EventJson.Defaults;
import dev.svodka.core.event.EventJson.Parsed;
import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest that is taken, and the smallest that is not. */
class EventBoundsTest {
  private static final String HEAD =
      "{\"account\":\"romashka\",\"source\":\"http\",\"via\":\"hook\",\"item_type\":\"deal\","
          + "\"item_id\":\"7\",\"kind\":\"changed\",\"occurred_at\":\"2026-11-22T21:00:00Z\"";

  @ParameterizedTest
  @CsvSource({"stage, 1024", "customer_name, 1024", "owner, 256", "pipeline, 256"})
  void textsHaveALongestLength(String field, int longest) {
    assertThat(read(text(field, longest))).isInstanceOf(Parsed.Valid.class);
    assertRefused(text(field, longest + 1), field, "longer than " + longest + " characters");
  }

  @ParameterizedTest
  @CsvSource({"256, 32768", "1, 1"})
  void fieldsMayBeAsLongAs(int name, int value) {
    assertThat(read(fields("n".repeat(name), value))).isInstanceOf(Parsed.Valid.class);
  }

  @Test
  void aFieldThatIsTooLongIsNamedInShort() {
    assertRefused(fields("n".repeat(257), 1), "fields." + "n".repeat(60) + "…", "is too long");
    assertRefused(fields("n".repeat(60), 32_769), "fields." + "n".repeat(60), "is too long");
  }

  @Test
  void thereMayBe256Fields() {
    assertThat(read(fields(256))).isInstanceOf(Parsed.Valid.class);
    assertRefused(fields(257), "fields", "more than 256 fields");
  }

  @Test
  void aLineMayBe256KiB() {
    String line = HEAD + "}";
    String longest = " ".repeat(EventJson.MAX_LINE - line.length()) + line;
    assertThat(EventJson.read(longest, Defaults.NONE)).isInstanceOf(Parsed.Valid.class);
    assertThat(EventJson.read(" " + longest, Defaults.NONE))
        .isEqualTo(new Parsed.Refused("", "the line is longer than 256 KB"));
  }

  @ParameterizedTest
  @CsvSource({
    "9999999999999999.99, true",
    "-9999999999999999.99, true",
    "10000000000000000, false",
    "-10000000000000000, false",
    "0.0000000000000000000000000000000000000000, true",
    "1.000000000000000000, true"
  })
  void amountsHaveSixteenDigitsBeforeThePoint(String amount, boolean taken) {
    assertThat(read("\"amount\":" + amount) instanceof Parsed.Valid).isEqualTo(taken);
  }

  @Test
  void anAmountAsTextHasAtMost40Characters() {
    assertThat(read("\"amount\":\"" + "0".repeat(39) + "1\"")).isInstanceOf(Parsed.Valid.class);
    assertRefused("\"amount\":\"" + "0".repeat(40) + "1\"", "amount", "is no decimal number");
    assertThat(read("\"amount\":\"0e-40\"")).isInstanceOf(Parsed.Valid.class);
    assertRefused("\"amount\":\"0e-41\"", "amount", "more than 16 digits");
  }

  @ParameterizedTest
  @CsvSource({
    "1900-01-01T00:00:00Z, true",
    "1899-12-31T23:59:59.999Z, false",
    "2199-12-31T23:59:59.999Z, true",
    "2200-01-01T00:00:00Z, false"
  })
  void momentsLieBetween1900And2200(String moment, boolean taken) {
    assertThat(read("\"due_at\":\"" + moment + "\"") instanceof Parsed.Valid).isEqualTo(taken);
  }

  @Test
  void aLineIsWholeBeforeItsWriterIsClosed() throws IOException {
    ChangeEvent event = ((Parsed.Valid) read(fields("phone", 1))).event();
    StringWriter out = new StringWriter();
    EventJson.write(event, out);
    out.write('\n');
    EventJson.write(event, out);
    assertThat(out.toString().lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(EventJson.read(line, Defaults.NONE))
                    .isEqualTo(new Parsed.Valid(event, true)));
  }

  @Test
  void repeatedRowsOfAFileAreToldApart() {
    ChangeEvent event = ((Parsed.Valid) read("\"stage\":\"142\"")).event();
    assertThat(event.occurrence(0)).isEqualTo(event);
    assertThat(event.occurrence(2).eventId())
        .isEqualTo(EventId.of(event, 2))
        .isNotEqualTo(event.eventId());
  }

  @Test
  void fieldsThatAreNoObjectOfScalarsAreRefused() {
    assertThat(EventJson.readFields("{\"a\":1,\"b\":null,\"c\":true}"))
        .hasToString("{a=1, c=true}");
    assertThatThrownBy(() -> EventJson.readFields("{\"a\":[]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fields.a: is no scalar");
  }

  private static void assertRefused(String part, String field, String reason) {
    assertThat(read(part))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.reason()).contains(reason);
            });
  }

  private static Parsed read(String part) {
    return EventJson.read(HEAD + "," + part + "}", Defaults.NONE);
  }

  private static String text(String field, int length) {
    return "\"" + field + "\":\"" + "x".repeat(length) + "\"";
  }

  private static String fields(String name, int length) {
    return "\"fields\":{\"" + name + "\":\"" + "x".repeat(length) + "\"}";
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"f" + i + "\":\"1\"")
        .collect(Collectors.joining(",", "\"fields\":{", "}"));
  }
}
