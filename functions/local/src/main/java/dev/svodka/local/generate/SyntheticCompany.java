package dev.svodka.local.generate;

import dev.svodka.core.event.ChangeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A company of eight processes over three years, as its CRM would have told of it. The same seed
 * and number of items give the same events in the same order, one story after another, so that any
 * size is made in constant memory.
 */
public final class SyntheticCompany {
  /** The first Monday, and the end of the last Sunday, of what is told; Moscow time. */
  private static final Instant BEGIN = Instant.parse("2023-11-19T21:00:00Z");

  private static final Instant END = Instant.parse("2026-11-22T21:00:00Z");
  private static final double ITEMS_A_STORY = 1.95;

  private final String account;
  private final long items;
  private final long seed;

  /**
   * @param items how many items are begun
   */
  public SyntheticCompany(String account, long items, long seed) {
    if (items < 1) {
      throw new IllegalArgumentException("items is less than 1: " + items);
    }
    this.account = account;
    this.items = items;
    this.seed = seed;
  }

  /** The moment up to which the company's life is told, exclusive. */
  public static Instant end() {
    return END;
  }

  /** Tells all events, in the order of the stories' beginnings. */
  public void tell(Consumer<ChangeEvent> sink) {
    double stories = Math.max(1, items / ITEMS_A_STORY);
    Duration length = Duration.between(BEGIN, END);
    long told = 0;
    for (long story = 0; told < items; story++) {
      Chance chance = new Chance(seed, story);
      double share = story < stories ? story / stories : chance.between(0, 1);
      Instant begin =
          OfficeHours.after(BEGIN, Duration.ofSeconds((long) (length.toSeconds() * share)), chance);
      if (!begin.isBefore(END)) {
        continue;
      }
      told += tell(story, begin, new Story.Telling(account, END, chance, sink));
    }
  }

  /**
   * Tells deals with their tasks, invoices and payments, begun evenly between two moments.
   *
   * @param end what is later is not told
   */
  public static void tellDeals(
      String account,
      int deals,
      long seed,
      Instant begin,
      Instant end,
      Consumer<ChangeEvent> sink) {
    long length = Duration.between(begin, end).toSeconds();
    for (int story = 0; story < deals; story++) {
      Chance chance = new Chance(seed, story);
      Instant first = OfficeHours.after(begin, Duration.ofSeconds(length * story / deals), chance);
      Story.Telling telling = new Story.Telling(account, end, chance, sink);
      Sales.tell(telling, Long.toString(1_000_000 + story), first);
    }
  }

  private static int tell(long story, Instant begin, Story.Telling telling) {
    String id = Long.toString(1_000_000 + story);
    int kind = telling.chance().below(100);
    if (kind < 45) {
      return Sales.tell(telling, id, begin);
    }
    paperwork(kind).tell(telling, id, begin);
    return 1;
  }

  private static Paperwork paperwork(int kind) {
    if (kind < 63) {
      return Paperwork.DOCUMENT;
    }
    if (kind < 71) {
      return Paperwork.CONTRACT;
    }
    if (kind < 84) {
      return Paperwork.APPROVAL;
    }
    return kind < 98 ? Paperwork.REQUEST : Paperwork.PAYROLL;
  }
}
