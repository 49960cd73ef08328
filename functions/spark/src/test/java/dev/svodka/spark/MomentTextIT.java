package dev.svodka.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.kpi.EngineTables;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in fields read by Java and by DuckDB's macro. */
class MomentTextIT {
  private static final List<String> EDGES =
      List.of(
          "",
          "x",
          "2026-03-29T02:30",
          "2026-10-25 02:30:00",
          "2026-10-25 02:30:00.999",
          "2026-10-25",
          "1.1.2026",
          "01.13.2026",
          "31.02.2026",
          "2026-02-29",
          "2024-02-29",
          "123456789",
          "1234567890",
          "12345678901",
          "123456789012",
          "1234567890123",
          "2026-01-01 ",
          "2026-01-01T",
          "2026-01-01T10",
          "2026-01-01T24:00",
          "2026-01-01T24:00:00.5",
          "2026-01-01T24:00:00Z",
          "2026-01-01T10:00:60",
          "2026-01-01T1:2:3",
          "2026-01-01  10:00Z",
          "2026-01-01T 10:00Z",
          "2026-01-01  10:00",
          "2026-01-01T10:00 Z",
          "2026-01-01TZ",
          "2026-01-01T10:00:00.1.1",
          "2026-01-01T10:00:00 Europe/Moscow",
          "0000-01-01",
          "9999-12-31");

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Moscow", "Europe/Amsterdam", "America/St_Johns"})
  void bothEnginesReadTheSame(String zone) {
    SplittableRandom random = new SplittableRandom(8);
    List<String> texts = new ArrayList<>(EDGES);
    while (texts.size() < 3_000) {
      texts.add(text(random));
    }
    List<@Nullable Long> duckdb = EngineTables.momentsOf(texts, ZoneId.of(zone));
    for (int i = 0; i < texts.size(); i++) {
      assertThat(MomentText.millis(texts.get(i), ZoneId.of(zone)))
          .as("%s of seed 8 in %s", texts.get(i), zone)
          .isEqualTo(duckdb.get(i));
    }
  }

  @Test
  void nothingIsNoMoment() {
    assertThat(MomentText.millis(null, ZoneId.of("Europe/Moscow"))).isNull();
  }

  private static String text(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 ->
          "%d.%d.%d".formatted(random.nextInt(33), random.nextInt(14), random.nextInt(1950, 2070));
      case 1 -> Long.toString(random.nextLong(10_000_000_000_000L));
      case 2 -> date(random, 14, 33);
      default -> date(random, 13, 30) + time(random);
    };
  }

  private static String date(SplittableRandom random, int months, int days) {
    return "%d-%02d-%02d"
        .formatted(random.nextInt(1950, 2070), random.nextInt(months), random.nextInt(days));
  }

  private static String time(SplittableRandom random) {
    return pick(random, "T", " ")
        + pick(random, "%d", "%02d", "%02d").formatted(random.nextInt(25))
        + pick(random, ":%d", ":%02d", ":%02d").formatted(random.nextInt(61))
        + pick(
                random,
                "",
                ":",
                ":%d",
                ":%02d",
                ":%02d.",
                ":%02d.5",
                ":%02d.1239999",
                ":%02d.9999999")
            .formatted(random.nextInt(61))
        + pick(
            random, "", "", "Z", "+03", "+03:00", "-0530", "+3", "+16:00", " Z", "z", "+03:60",
            "-99");
  }

  private static String pick(SplittableRandom random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
