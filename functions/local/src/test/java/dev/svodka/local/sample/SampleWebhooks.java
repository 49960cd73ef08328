package dev.svodka.local.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Twelve weeks of the sample company: the same seed gives the same bytes. */
final class SampleWebhooks {
  private static final long SEED = 20_261_115L;
  private static final int FIRST_ID = 25_399_001;

  private SampleWebhooks() {}

  static List<Hook> all() {
    Delivery delivery = new Delivery(new Random(SEED));
    Random random = new Random(SEED + 1);
    int id = FIRST_ID;
    for (int day = 0; day < Romashka.WEEKS * 7; day++) {
      LocalDate date = Romashka.FIRST_DAY.plusDays(day);
      int leads =
          Romashka.works(date)
              ? 2 + random.nextInt(3) + (day > 42 ? random.nextInt(2) : 0)
              : random.nextInt(2);
      for (int i = 0; i < leads; i++) {
        Instant created =
            date.atTime(9, 0)
                .plusSeconds(random.nextInt(Romashka.works(date) ? 9 * 3600 : 12 * 3600))
                .atZone(Romashka.ZONE)
                .toInstant();
        Deal deal =
            new Deal(
                id,
                "Заявка " + (id - FIRST_ID + 1),
                created,
                Romashka.SELLERS.get(random.nextInt(Romashka.SELLERS.size())));
        new DealLife(deal, new Random(SEED + id), delivery).live();
        id += 1 + random.nextInt(3);
      }
    }
    return delivery.sent();
  }

  /** File name ▶ content: a line holds the time received, a tab and the body. */
  static SortedMap<String, String> files() {
    SortedMap<String, StringBuilder> files = new TreeMap<>();
    for (Hook hook : all()) {
      LocalDate day = LocalDate.ofInstant(hook.received(), Romashka.ZONE);
      String name =
          "%d-W%02d.forms"
              .formatted(
                  day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      files
          .computeIfAbsent(name, key -> new StringBuilder())
          .append(hook.received())
          .append('\t')
          .append(hook.body())
          .append('\n');
    }
    SortedMap<String, String> contents = new TreeMap<>();
    files.forEach((name, text) -> contents.put(name, text.toString()));
    return contents;
  }
}
