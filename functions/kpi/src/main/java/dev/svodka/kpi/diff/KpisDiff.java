package dev.svodka.kpi.diff;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that differs between two files of one account.
 *
 * @param changes sorted by process, KPI, subject, period, group
 * @param causes all that may be; one alone is the cause of every change
 * @param unchanged figures that say the same in both
 */
public record KpisDiff(
    KpisHead before, KpisHead now, List<FigureChange> changes, List<Cause> causes, long unchanged) {
  public KpisDiff {
    changes = List.copyOf(changes);
    causes = List.copyOf(causes);
  }

  /**
   * Compares figure by figure.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} for two different accounts
   */
  public static KpisDiff between(KpisFile before, KpisFile now) {
    if (!before.head().account().equals(now.head().account())) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          "the files are of two accounts, %s and %s; give two of one"
              .formatted(before.head().account(), now.head().account()));
    }
    List<FigureChange> changes = new ArrayList<>();
    long unchanged = 0;
    for (Map.Entry<FigureKey, Figure> figure : now.figures().entrySet()) {
      Figure old = before.figures().get(figure.getKey());
      if (old == null) {
        changes.add(new FigureChange.Added(figure.getKey(), figure.getValue()));
      } else if (old.saysTheSame(figure.getValue())) {
        unchanged++;
      } else {
        changes.add(new FigureChange.Changed(figure.getKey(), old, figure.getValue()));
      }
    }
    before
        .figures()
        .forEach(
            (key, old) -> {
              if (!now.figures().containsKey(key)) {
                changes.add(new FigureChange.Gone(key, old));
              }
            });
    changes.sort((one, other) -> one.key().compareTo(other.key()));
    return new KpisDiff(
        before.head(), now.head(), changes, Cause.of(before.head(), now.head()), unchanged);
  }
}
