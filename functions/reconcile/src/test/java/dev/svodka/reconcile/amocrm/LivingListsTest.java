package dev.svodka.reconcile.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.source.amocrm.api.ApiPage;
import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists that change while they are read. */
class LivingListsTest {
  private static final int LIMIT = 5;

  /** A row: its id, and the second at which it changed last. */
  private record Entry(int id, long second) {}

  @Test
  void aRowThatShiftsToAPageThatWasReadIsNotMissed() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Entry> list =
          IntStream.range(0, 40)
              .mapToObj(id -> new Entry(id, 1_000))
              .collect(Collectors.toCollection(ArrayList::new));
      int[] asked = {0};
      Set<String> given = new HashSet<>();

      QuietPages.read(
          1,
          page -> {
            ApiPage answer = page(list, page);
            if (asked[0]++ < 6 && random.nextBoolean()) {
              list.remove(random.nextInt(Math.min(list.size(), page * LIMIT)));
            }
            return answer;
          },
          row -> true,
          (rows, page) -> rows.forEach(row -> given.add(id(row))));

      assertThat(given)
          .as("seed %d", seed)
          .containsAll(list.stream().map(entry -> Integer.toString(entry.id())).toList());
    }
  }

  @Test
  void windowsGiveEachRowOnceHoweverManyASecondHas() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Entry> list = new ArrayList<>();
      for (int id = 0; id < 60; id++) {
        list.add(new Entry(id, random.nextInt(4) == 0 ? 500 : random.nextInt(1_000)));
      }
      List<String> given = new ArrayList<>();
      List<Long> ends = new ArrayList<>();

      Windows.read(
          0,
          1_000,
          LIMIT,
          (from, to, page) ->
              page(
                  list.stream()
                      .filter(entry -> entry.second() >= from && entry.second() < to)
                      .toList(),
                  page),
          (rows, end) -> {
            rows.forEach(row -> given.add(id(row)));
            ends.add(end);
          });

      assertThat(given).as("seed %d", seed).hasSize(60).doesNotHaveDuplicates();
      assertThat(ends).isSorted().endsWith(1_000L);
    }
  }

  private static ApiPage page(List<Entry> list, int page) {
    int from = Math.min(list.size(), (page - 1) * LIMIT);
    int to = Math.min(list.size(), from + LIMIT);
    String rows =
        list.subList(from, to).stream()
            .map(entry -> "{\"id\":%d,\"updated_at\":%d}".formatted(entry.id(), entry.second()))
            .collect(Collectors.joining(","));
    String next = to < list.size() ? "{\"next\":{\"href\":\"x\"}}" : "{}";
    return ApiPage.read(
        "{\"_links\":%s,\"_embedded\":{\"rows\":[%s]}}".formatted(next, rows).getBytes(UTF_8),
        "rows");
  }

  private static String id(FormNode row) {
    return row.text("id").orElseThrow();
  }
}
