package dev.svodka.core.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events for property tests: the same seed gives the same events. Texts hold what breaks formats:
 * quotes, line ends, Cyrillic, characters outside the basic plane, the empty text.
 */
public final class RandomEvents {
  private static final List<String> TEXTS =
      List.of(
          "",
          "142",
          "Won",
          "Отдел продаж 1",
          "\"quoted\", 'single'; --",
          "line\nend\ttab",
          "\\ back \u0001 control",
          "₽ 😀",
          " spaces ",
          "{brace}",
          "a".repeat(200));
  private static final List<String> CURRENCIES = List.of("RUB", "EUR", "KZT", "");
  private static final List<String> TYPES = List.of("deal", "invoice", "task", "document");
  private static final long FIRST = Instant.parse("2013-01-01T00:00:00Z").toEpochMilli();
  private static final long SPAN = 14L * 365 * 86_400_000;

  private final SplittableRandom random;
  private final String account;

  public RandomEvents(long seed, String account) {
    this.random = new SplittableRandom(seed);
    this.account = account;
  }

  /** That many events of the account {@code romashka}. */
  public static List<ChangeEvent> list(long seed, int count) {
    RandomEvents events = new RandomEvents(seed, "romashka");
    return Stream.generate(events::next).limit(count).toList();
  }

  /** The next event. */
  public ChangeEvent next() {
    Instant occurred = Instant.ofEpochMilli(FIRST + random.nextLong(SPAN));
    ChangeEventBuilder event =
        ChangeEvent.of(
                account,
                one(SourceKind.values()),
                one(Via.values()),
                new ItemRef(one(TYPES), Integer.toString(random.nextInt(1, 1000))),
                one(Kind.values()))
            .parent(often() ? null : new ItemRef(one(TYPES), "p" + random.nextInt(100)))
            .pipeline(maybe())
            .stage(maybe())
            .stageBefore(maybe())
            .owner(maybe())
            .actor(maybe())
            .customer(maybe(), maybe())
            .amount(often() ? null : BigDecimal.valueOf(random.nextLong(-100_000, 1L << 53), 2))
            .currency(often() ? null : one(CURRENCIES))
            .dueAt(often() ? null : occurred.plusSeconds(random.nextInt(5_000_000)))
            .occurredAt(occurred)
            .receivedAt(often() ? null : occurred.plusMillis(random.nextInt(100_000_000)))
            .seq(random.nextInt(1_000_000));
    for (int i = random.nextInt(4); i > 0; i--) {
      event.field("field " + random.nextInt(20), one(TEXTS));
    }
    return event.build();
  }

  private @Nullable String maybe() {
    return random.nextInt(3) == 0 ? null : one(TEXTS);
  }

  private boolean often() {
    return random.nextInt(3) > 0;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
