package dev.svodka.local.cli;

import dev.svodka.kpi.diff.Cause;
import dev.svodka.kpi.diff.Figure;
import dev.svodka.kpi.diff.FigureChange;
import dev.svodka.kpi.diff.KpisDiff;
import dev.svodka.kpi.diff.KpisHead;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison in plain lines: the causes, one line a change, the counts. */
public record DiffLines(KpisDiff diff) {
  /** What is printed. */
  public Stream<String> lines() {
    return diff.changes().isEmpty()
        ? Stream.of("nothing changed: %,d figures say the same".formatted(diff.unchanged()))
        : Stream.of(
                Stream.of(causes()), diff.changes().stream().map(this::line), Stream.of(counts()))
            .flatMap(lines -> lines);
  }

  private String causes() {
    String told =
        diff.causes().stream()
            .map(cause -> named(cause) + heads(cause))
            .collect(Collectors.joining("; "));
    return (diff.causes().size() == 1 ? "cause: " : "possible causes: ") + told;
  }

  private String line(FigureChange change) {
    String figure =
        switch (change) {
          case FigureChange.Added added -> "added " + added.key() + ": " + said(added.now());
          case FigureChange.Gone gone -> "gone " + gone.key() + ": " + said(gone.before());
          case FigureChange.Changed changed ->
              "changed %s: %s ▶ %s%s"
                  .formatted(
                      changed.key(),
                      said(changed.before()),
                      said(changed.now()),
                      changed.difference().map(d -> " (" + signed(d) + ")").orElse(""));
        };
    return diff.causes().size() == 1 ? figure + "; " + named(diff.causes().getFirst()) : figure;
  }

  private String counts() {
    return "%,d changed, %,d added, %,d gone, %,d as before"
        .formatted(
            count(FigureChange.Changed.class),
            count(FigureChange.Added.class),
            count(FigureChange.Gone.class),
            diff.unchanged());
  }

  private long count(Class<? extends FigureChange> kind) {
    return diff.changes().stream().filter(kind::isInstance).count();
  }

  /** {@code 0.4 ratio, 4 of 10, partial}. */
  private static String said(Figure figure) {
    String value = figure.value().map(v -> plain(v) + " " + figure.unit()).orElse("not defined");
    Optional<String> base =
        figure
            .numerator()
            .flatMap(top -> figure.denominator().map(all -> plain(top) + " of " + plain(all)));
    return value
        + base.or(() -> figure.n().map(n -> "n " + plain(n))).map(b -> ", " + b).orElse("")
        + (figure.partial() ? ", partial" : "");
  }

  private static String signed(BigDecimal difference) {
    return (difference.signum() > 0 ? "+" : "") + plain(difference);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String named(Cause cause) {
    return switch (cause) {
      case BUSINESS_FILE -> "another business file";
      case VERSION -> "another version";
      case AS_OF -> "another as_of";
      case LATE_DATA -> "late data";
      case EARLIER_KNOWLEDGE -> "less was known";
      case OTHER_EVENTS -> "other events or limits, for the heads are the same";
    };
  }

  private String heads(Cause cause) {
    KpisHead before = diff.before();
    KpisHead now = diff.now();
    return switch (cause) {
      case BUSINESS_FILE -> between(before.business(), now.business());
      case VERSION -> between(before.version(), now.version());
      case AS_OF -> between(before.asOf(), now.asOf());
      case LATE_DATA, EARLIER_KNOWLEDGE -> between("known_at " + before.knownAt(), now.knownAt());
      case OTHER_EVENTS -> "";
    };
  }

  private static String between(Object before, Object now) {
    return " (" + before + " ▶ " + now + ")";
  }
}
