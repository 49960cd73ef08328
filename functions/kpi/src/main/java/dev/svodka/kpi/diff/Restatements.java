package dev.svodka.kpi.diff;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The figures of the whole company whose period was over when they were published and that are told
 * otherwise now. Only those are looked at that time alone does not change: what became of the items
 * of a month goes on growing after it, and is no restatement.
 */
public final class Restatements {
  /** How long one is told of. */
  public static final Duration KEPT = Duration.ofDays(35);

  private static final Pattern WEEK_OR_MONTH = Pattern.compile("\\d{4}-(W\\d{2}|\\d{2})");
  private static final Set<String> CURRENCY = Set.of("currency");

  /** What happened in a period or stood at its end: none is of what became of it later. */
  private static final Set<String> SETTLED =
      Set.of(
          "created",
          "succeeded",
          "failed",
          "removed",
          "open",
          "win_rate",
          "win_rate_amount",
          "invoiced",
          "paid",
          "outstanding",
          "debt",
          "overdue",
          "unallocated",
          "dso",
          "cei",
          "due",
          "late",
          "on_time_rate",
          "issued_on_time_rate",
          "days_to_pay_median",
          "interval_median",
          "interval_on_target",
          "stage_time_median");

  private Restatements() {}

  /** Whether time alone leaves the figure as it is once its period is over. */
  public static boolean settles(FigureKey key) {
    return SETTLED.contains(key.kpi())
        && WEEK_OR_MONTH.matcher(key.period()).matches()
        && CURRENCY.containsAll(key.group().keySet());
  }

  /**
   * What two runs tell differently.
   *
   * @param before an earlier run; where it knew more or saw later there is nothing to compare
   * @param now may hold more than the figures that {@link #settles}
   */
  public static List<Restatement> between(KpisFile before, KpisFile now) {
    if (!comparable(before.head(), now.head())) {
      return List.of();
    }
    List<Cause> causes =
        Cause.of(before.head(), now.head()).stream().filter(c -> c != Cause.AS_OF).toList();
    boolean sameRules =
        before.head().business().equals(now.head().business())
            && before.head().version().equals(now.head().version());
    Set<String> closed = closed(before);
    Set<String> told = closed(now);
    Set<FigureKey> keys = new HashSet<>(before.figures().keySet());
    keys.addAll(now.figures().keySet());
    List<Restatement> restated = new ArrayList<>();
    for (FigureKey key : keys) {
      Optional<Figure> old = Optional.ofNullable(before.figures().get(key));
      Optional<Figure> next = Optional.ofNullable(now.figures().get(key));
      boolean both = old.isPresent() && next.isPresent();
      boolean over = closed.contains(place(key)) && told.contains(place(key));
      if (settles(key) && over && (both || sameRules)) {
        String unit = next.or(() -> old).map(Figure::unit).orElse("");
        Restatement change =
            new Restatement(
                key, unit, value(old), value(next), now.head().asOf(), List.copyOf(causes));
        if (!change.changesNothing()) {
          restated.add(change);
        }
      }
    }
    restated.sort(Comparator.comparing(Restatement::key));
    return restated;
  }

  /**
   * What is told of after a run: what it changes, and what others changed in the weeks before it.
   *
   * @param earlier what was told of after the run before
   */
  public static List<Restatement> goOn(
      List<Restatement> earlier, List<Restatement> changes, Instant asOf) {
    Map<FigureKey, Restatement> all = new TreeMap<>();
    Instant oldest = asOf.minus(KEPT);
    earlier.stream()
        .filter(r -> r.found().isAfter(oldest) && !r.found().isAfter(asOf))
        .forEach(r -> all.put(r.key(), r));
    changes.forEach(r -> all.merge(r.key(), r, (old, next) -> next.after(old)));
    return all.values().stream().filter(r -> !r.changesNothing()).toList();
  }

  /** Whether the first saw and knew no more than the second. */
  public static boolean comparable(KpisHead before, KpisHead now) {
    return before.account().equals(now.account())
        && !before.asOf().isAfter(now.asOf())
        && !before.knownAt().isAfter(now.knownAt());
  }

  private static Optional<BigDecimal> value(Optional<Figure> figure) {
    return figure.flatMap(Figure::value);
  }

  /** The periods of each process that are told of and were over. */
  private static Set<String> closed(KpisFile file) {
    Set<String> closed = new HashSet<>();
    file.figures()
        .forEach(
            (key, figure) -> {
              if (!figure.partial() && WEEK_OR_MONTH.matcher(key.period()).matches()) {
                closed.add(place(key));
              }
            });
    return closed;
  }

  private static String place(FigureKey key) {
    return key.process() + ' ' + key.period();
  }
}
