package dev.svodka.report.page;

import dev.svodka.lake.crm.Quarantine;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.quality.Quality;
import dev.svodka.report.text.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each check of the data found, and which rules the figures of the run keep. */
final class CheckSection {
  private final QualityScene scene;

  CheckSection(QualityScene scene) {
    this.scene = scene;
  }

  Optional<Made> found() {
    long events = scene.counted("events");
    long duplicates = scene.counted("duplicates");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("late", scene.counted("late"), Optional.of(events)));
    rows.add(row("unknown_stages", scene.counted("unknown_stages"), Optional.of(events)));
    rows.add(row("negative_intervals"));
    rows.add(row("begun_before_history"));
    rows.add(row("no_due_date"));
    rows.add(row("unmatched_payments"));
    scene.known("rejected").ifPresent(n -> rows.add(row("rejected", n, scene.known("read"))));
    scene.known("filtered").ifPresent(n -> rows.add(row("filtered", n, scene.known("read"))));
    scene
        .quality()
        .quarantine()
        .map(Quarantine::webhooks)
        .ifPresent(n -> rows.add(row("quarantine", n, Optional.empty())));
    rows.add(
        row(
            "duplicates",
            duplicates,
            scene.known("read").or(() -> Optional.of(events + duplicates))));
    rows.add(restated());
    long trouble = Trouble.of(scene).stream().filter(t -> t.count() > 0).count();
    return Optional.of(
        Made.table(
            trouble == 0
                ? scene.texts().get("checks.clean")
                : scene.plural("checks.found", trouble),
            scene.texts().get("checks.subtitle", scene.formats().count(events)),
            new Table(scene.columns("check", "found#", "of#", "share#", "meaning"), rows),
            Integer.MAX_VALUE));
  }

  Optional<Made> rules() {
    List<String> checked = scene.quality().checked();
    List<List<Cell>> rows =
        checked.stream()
            .map(
                name ->
                    List.of(
                        Cell.text(
                            scene
                                .texts()
                                .find("invariant." + name)
                                .orElseGet(() -> Outside.clean(name))),
                        Cell.text(
                            broken(name)
                                .map(this::said)
                                .orElseGet(() -> scene.texts().get("rules.kept-one")))))
            .toList();
    return checked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Made.table(
                rulesTitle(),
                scene.texts().get("rules.subtitle"),
                new Table(scene.columns("rule", "result"), rows),
                Integer.MAX_VALUE));
  }

  String rulesTitle() {
    int checked = scene.quality().checked().size();
    int broken = scene.facts().broken().size();
    return broken == 0
        ? scene.plural("rules.kept", checked)
        : scene
            .texts()
            .get("rules.broken", scene.formats().count(broken), scene.formats().count(checked));
  }

  /** {@code name: process, period and figures of the first breach}; the name alone to some. */
  private Optional<String> broken(String name) {
    return scene.facts().broken().stream()
        .filter(said -> said.equals(name) || said.startsWith(name + ": "))
        .map(said -> Outside.clean(said.substring(name.length()).replaceFirst("^: ", "")))
        .findFirst();
  }

  private String said(String breach) {
    String broken = scene.texts().get("rules.broken-one");
    return breach.isEmpty() ? broken : broken + ": " + breach;
  }

  private List<Cell> row(String name) {
    return row(name, scene.counted(name), Optional.empty());
  }

  private List<Cell> row(String name, long found, Optional<Long> of) {
    return row(name, scene.count(found), of, found, scene.texts().get("check." + name));
  }

  private List<Cell> row(String name, Cell found, Optional<Long> of, long part, String meaning) {
    return List.of(
        Cell.text(scene.texts().get("quality." + name)),
        found,
        of.map(scene::count).orElse(Cell.text("–")),
        of.map(all -> scene.share(part, all)).orElse(Cell.text("–")),
        Cell.text(meaning));
  }

  private List<Cell> restated() {
    Quality.Restated restated = scene.quality().restated();
    if (restated.first()) {
      return row(
          "restated",
          Cell.text("–"),
          Optional.empty(),
          0,
          scene.texts().get("check.restated.first"));
    }
    int count = scene.restated().size();
    String meaning =
        restated
            .since()
            .map(asOf -> scene.texts().get("check.restated", scene.formats().moment(asOf)))
            .orElseGet(() -> scene.texts().get("check.restated.incomparable"));
    return row("restated", scene.count(count), Optional.empty(), count, meaning);
  }
}
