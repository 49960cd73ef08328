package dev.svodka.kpi;

import java.util.Optional;
import java.util.Set;

/**
 * Which items are asked for: those that a figure counts in a period.
 *
 * @param subject stage, milestone, interval …; empty: any
 * @param period as {@link KpiRow#period}
 * @param currency of a figure that is of one; empty: any
 */
public record ItemQuery(
    String kpi,
    String process,
    Optional<String> subject,
    String period,
    Optional<String> currency) {
  /** Counts, and ratios of counts, that are of items. */
  private static final Set<String> LISTED =
      Set.of(
          "created",
          "succeeded",
          "failed",
          "open",
          "removed",
          "stale_open",
          "win_rate",
          "loss_reasons",
          "standing",
          "entries",
          "items_with",
          "reached",
          "passed",
          "conversion",
          "step_conversion",
          "conversion_within",
          "case_time_n",
          "case_time_open",
          "stage_time_n",
          "stage_time_open",
          "interval_n",
          "interval_open",
          "interval_dropped",
          "interval_negative",
          "interval_overdue_open",
          "interval_on_target",
          "interval_on_target_closed",
          "rework_rate",
          "first_pass_rate",
          "due",
          "late",
          "overdue_open",
          "on_time_rate",
          "on_time_rate_closed",
          "deadline_moved_rate",
          "discipline",
          "ageing_count",
          "issued_on_time_rate",
          "fields_missing_rate",
          "uncontacted_open",
          "linked_rate",
          "tasks_set_rate");

  /** Whether a figure's items can be listed. */
  public static boolean listed(String kpi) {
    return LISTED.contains(kpi);
  }

  /** What its facts are called. */
  String fact() {
    return switch (kpi) {
      case "ageing_count" -> "ageing";
      case "case_time_n", "stage_time_n", "interval_n" -> kpi.substring(0, kpi.length() - 2);
      default -> kpi;
    };
  }
}
