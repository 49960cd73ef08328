package dev.svodka.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParkedEventsTest {

  @Test
  void whatIsParkedComesBackTheSameInMessagesThatAQueueTakes() {
    List<ChangeEvent> events = IntStream.range(0, 300).mapToObj(ParkedEventsTest::event).toList();

    List<String> messages = ParkedEvents.messages(events);

    assertThat(messages)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            message ->
                assertThat(message.getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(ParkedEvents.MESSAGE_BYTES));
    assertThat(messages.stream().map(ParkedEvents::events).flatMap(List::stream))
        .containsExactlyElementsOf(events);
  }

  @Test
  void aMessageThatIsNoneOfOursIsRefused() {
    assertThatThrownBy(() -> ParkedEvents.events("{\"event_id\": 1"))
        .isInstanceOf(SvodkaException.class)
        .extracting(e -> ((SvodkaException) e).code())
        .isEqualTo(ErrorCode.INPUT_INVALID);
  }

  private static ChangeEvent event(int number) {
    return ChangeEvent.of(
            "romashka",
            SourceKind.AMOCRM,
            Via.HOOK,
            new ItemRef("deal", Integer.toString(number)),
            Kind.CHANGED)
        .amount(new BigDecimal(number))
        .currency("RUB")
        .occurredAt(Instant.ofEpochMilli(1_787_553_018_000L + number))
        .field("source", "сайт\n".repeat(100))
        .build();
  }
}
