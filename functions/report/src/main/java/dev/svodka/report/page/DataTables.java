package dev.svodka.report.page;

import dev.svodka.kpi.FlawedItem;
import dev.svodka.kpi.QualityLists;
import dev.svodka.kpi.UnknownStage;
import dev.svodka.kpi.UnmatchedPayment;
import dev.svodka.lake.crm.Quarantine;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.quality.Quality;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Reasons;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands behind the counts, one by one; nothing where there is none. */
final class DataTables {
  private final QualityScene scene;
  private final int rows;
  private final Reasons reasons;

  DataTables(QualityScene scene, int rows) {
    this.scene = scene;
    this.rows = rows;
    this.reasons = new Reasons(scene.texts());
  }

  Optional<Made> unknownStages() {
    List<UnknownStage> stages = scene.quality().lists().unknownStages();
    return made(
        scene.plural("unknown.title", stages.size()),
        scene.plural("unknown.subtitle", scene.counted("unknown_stages")),
        new Table(
            scene.columns(
                "stage-id", "pipeline", "process", "source", "events#", "items#", "last-event"),
            stages.stream().map(this::row).toList()));
  }

  private List<Cell> row(UnknownStage stage) {
    Optional<Names> names = scene.names(stage.process());
    return List.of(
        Cell.text(
            names
                .map(n -> n.stageAndId(stage.pipeline(), stage.stage()))
                .orElseGet(() -> Outside.clean(stage.stage()))),
        Cell.text(stage.pipeline().flatMap(id -> names.map(n -> n.pipeline(id))).orElse("–")),
        Cell.text(scene.processTitle(stage.process())),
        Cell.text(scene.name(stage.source())),
        scene.count(stage.events()),
        scene.count(stage.items()),
        scene.moment(stage.last()));
  }

  Optional<Made> rejects() {
    Quality quality = scene.quality();
    List<List<Cell>> found = new ArrayList<>();
    quality
        .rejectedRows()
        .forEach(
            (reason, count) ->
                found.add(
                    reject(scene.texts().get("reject.import"), reason, count, Cell.text("–"))));
    quality
        .quarantine()
        .orElse(Quarantine.EMPTY)
        .reasons()
        .forEach(
            (why, kept) ->
                found.add(
                    reject(
                        scene.texts().get("reject.webhook", Outside.clean(why.source())),
                        why.reason(),
                        kept.parts(),
                        scene.day(kept.last()))));
    for (Quality.Asked asked : quality.asked().orElse(List.of())) {
      asked
          .status()
          .ifPresent(
              status ->
                  status
                      .rejected()
                      .forEach(
                          (reason, count) ->
                              found.add(
                                  reject(
                                      scene
                                          .texts()
                                          .get("reject.api", Outside.clean(status.source())),
                                      reason,
                                      count,
                                      scene.day(status.at())))));
    }
    found.sort((one, other) -> count(other).compareTo(count(one)));
    return made(
        scene.plural("rejects.title", found.stream().mapToLong(row -> count(row)).sum()),
        subtitle(quality),
        new Table(scene.columns("from", "reason", "parts#", "last-day"), found));
  }

  private String subtitle(Quality quality) {
    Quarantine quarantine = quality.quarantine().orElse(Quarantine.EMPTY);
    String said = scene.texts().get("rejects.subtitle");
    return quarantine.read() == quarantine.webhooks()
        ? said
        : said
            + " "
            + scene
                .texts()
                .get(
                    "rejects.some",
                    scene.formats().count(quarantine.read()),
                    scene.formats().count(quarantine.webhooks()));
  }

  private List<Cell> reject(String from, String reason, long count, Cell last) {
    return List.of(
        Cell.text(from), Cell.text(Outside.clean(reasons.of(reason))), scene.count(count), last);
  }

  private static Long count(List<Cell> reject) {
    return reject.get(2).raw().map(BigDecimal::longValue).orElse(0L);
  }

  Optional<Made> unmatched() {
    List<UnmatchedPayment> payments = scene.quality().lists().unmatched();
    return made(
        scene.plural("unmatched.title", all(payments, scene.counted("unmatched_payments"))),
        scene.texts().get("unmatched.subtitle"),
        new Table(
            scene.columns("payment", "source", "paid-on", "sum#", "currency", "payer"),
            payments.stream().map(this::row).toList()));
  }

  private List<Cell> row(UnmatchedPayment payment) {
    return List.of(
        scene.item(payment.item()),
        Cell.text(scene.name(payment.item().source())),
        scene.day(payment.paid()),
        Cell.number(
            scene.formats().number(payment.amount().doubleValue(), 2),
            payment.amount(),
            Type.money(payment.currency())),
        Cell.text(Outside.clean(payment.currency())),
        Cell.text(payment.customer().map(Outside::clean).orElse("–")));
  }

  Optional<Made> flawed() {
    List<FlawedItem> items = scene.quality().lists().flawed();
    long counted = scene.counted("negative_intervals") + scene.counted("no_due_date");
    return made(
        scene.plural("flawed.title", all(items, counted)),
        scene.texts().get("flawed.subtitle"),
        new Table(
            scene.columns("item", "process", "flaw", "by-how-much#", "owner"),
            items.stream().map(this::row).toList()));
  }

  /** A list that was cut is as long as its count; of what is not shown to these readers less. */
  private static long all(List<?> list, long counted) {
    return list.size() < QualityLists.MOST ? list.size() : counted;
  }

  private List<Cell> row(FlawedItem item) {
    Optional<Names> names = scene.names(item.process());
    String interval = item.interval().flatMap(id -> names.map(n -> n.interval(id))).orElse("");
    return List.of(
        scene.item(item.item()),
        Cell.text(scene.processTitle(item.process())),
        Cell.text(
            scene.texts().get("flaw." + item.flaw().name().toLowerCase(Locale.ROOT), interval)),
        item.by().map(scene::duration).orElse(Cell.text("–")),
        Cell.text(names.map(n -> n.group("owner", item.owner())).orElse("–")));
  }

  private Optional<Made> made(String title, String subtitle, Table table) {
    return table.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(Made.table(title, subtitle, table, rows));
  }
}
