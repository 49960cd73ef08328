package dev.svodka.report.page;

import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Figures;
import java.util.Optional;

/**
 * The sentence about approvals: how many are open, how long half of them take, how many are late.
 */
final class ApprovalLead {
  private ApprovalLead() {}

  static String of(Scene scene) {
    long open = scene.figures().count("open", Figures.NONE, "all").orElse(0L);
    String counted =
        scene.texts().plural("items.count", scene.itemType(), open, scene.formats().count(open));
    String first =
        scene
            .texts()
            .get(
                open == 0 ? "lead.approvals.none" : "lead.approvals",
                scene.formats().day(scene.lastDay()),
                counted);
    return WaitSection.first(scene)
        .map(interval -> first + time(scene, interval) + late(scene, interval))
        .orElse(first);
  }

  private static String time(Scene scene, String interval) {
    Optional<String> closed = hours(scene, "interval_median", interval);
    if (closed.isEmpty()) {
      return "";
    }
    String said =
        scene.texts().get("lead.approvals.time", scene.names().interval(interval), closed.get());
    return " "
        + said
        + hours(scene, "interval_km_median", interval)
            .map(half -> scene.texts().get("lead.approvals.counted", half))
            .orElse("")
        + ".";
  }

  private static String late(Scene scene, String interval) {
    return scene
        .figures()
        .count("interval_overdue_open", interval, "all")
        .filter(late -> late > 0)
        .map(late -> " " + scene.texts().get("lead.approvals.late", scene.formats().count(late)))
        .orElse("");
  }

  private static Optional<String> hours(Scene scene, String kpi, String interval) {
    return scene
        .figures()
        .find(kpi, interval, "all", "elapsed")
        .flatMap(KpiRow::value)
        .map(value -> scene.formats().hours(value.doubleValue()));
  }
}
