package dev.svodka.lake;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Events of every shape: fields told, told empty and not told, in every script. */
public final class SampleEvents {
  public static final String ACCOUNT = "romashka";

  private static final List<String> TEXTS =
      List.of(
          "", "142", "Сделка «Ромашка» № 5", "a\"b\\c\n\u0001", "🌼", " ", "null", "x".repeat(300));
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  private final Random random;

  public SampleEvents(long seed) {
    random = new Random(seed);
  }

  public List<ChangeEvent> list(int count) {
    return IntStream.range(0, count).mapToObj(this::next).toList();
  }

  public ChangeEvent next(int number) {
    ChangeEventBuilder event =
        ChangeEvent.of(
                ACCOUNT,
                any(SourceKind.values()),
                any(Via.values()),
                new ItemRef("deal", "item-" + number),
                any(Kind.values()))
            .occurredAt(START.plusMillis(random.nextInt(86_400_000)))
            .receivedAt(START.plusMillis(random.nextLong(1L << 40)))
            .seq(random.nextLong());
    if (random.nextBoolean()) {
      event.parent(new ItemRef("deal", text())).pipeline(text()).stage(text()).stageBefore(text());
    }
    if (random.nextBoolean()) {
      event.owner(text()).actor(text()).customer(text(), text()).currency("RUB");
    }
    if (random.nextBoolean()) {
      event
          .amount(BigDecimal.valueOf(random.nextLong(-999_999_999_999_999_999L, 1L << 59), 2))
          .dueAt(START.plusMillis(random.nextLong(1L << 36)));
    }
    for (int field = random.nextInt(4); field > 0; field--) {
      event.field("поле" + field, text());
    }
    return event.build();
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
