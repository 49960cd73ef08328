package dev.svodka.report.page;

import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Outside;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The unpaid invoices one by one, the most money × days late first. */
final class UnpaidSection {
  private UnpaidSection() {}

  /** Those that are a debt, or all where the process does not tell which are. */
  static Optional<Made> owed(Scene scene, Section section) {
    List<UnpaidInvoice> owed = scene.unpaid().stream().filter(UnpaidInvoice::debt).toList();
    String key = scene.debtStated() ? "debt" : "unpaid";
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    UnpaidInvoice first = owed.getFirst();
    String title =
        first.overdue()
            ? scene
                .texts()
                .get(
                    key + ".title",
                    Outside.clean(first.itemId()),
                    new Customers(scene).name(first),
                    scene.briefMoney(first.outstanding()),
                    scene.invoices("days.count", first.daysLate()))
            : scene.texts().get(key + ".title.none");
    return Optional.of(made(scene, section, title, key + ".subtitle", owed));
  }

  static Optional<Made> notDebt(Scene scene, Section section) {
    List<UnpaidInvoice> rest = scene.unpaid().stream().filter(i -> !i.debt()).toList();
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    String title =
        scene
            .texts()
            .get(
                "not-debt.title",
                scene.briefMoney(Customers.sum(rest, invoice -> true)),
                scene.invoices("invoices.by", rest.size()));
    return Optional.of(made(scene, section, title, "not-debt.subtitle", rest));
  }

  private static Made made(
      Scene scene, Section section, String title, String subtitle, List<UnpaidInvoice> invoices) {
    List<Column> columns =
        Stream.of("invoice", "customer", "owner", "due", "late", "amount", "paid", "left")
            .map(
                key ->
                    new Column(
                        scene.texts().get("column." + key),
                        List.of("late", "amount", "paid", "left").contains(key)))
            .toList();
    Customers customers = new Customers(scene);
    return Made.table(
        title,
        scene
            .texts()
            .get(
                subtitle,
                scene.formats().sign(scene.currency().orElse("")),
                scene.formats().day(scene.lastDay())),
        new Table(columns, invoices.stream().map(i -> row(scene, customers, i)).toList()),
        section.last());
  }

  private static List<Cell> row(Scene scene, Customers customers, UnpaidInvoice invoice) {
    Measure measure = new Measure(scene);
    return List.of(
        Cell.text(Outside.clean(invoice.itemId())),
        Cell.text(customers.name(invoice)),
        Cell.text(scene.names().group("owner", invoice.owner())),
        invoice
            .due()
            .map(day -> Cell.text(scene.formats().shortDayWithYear(day), day.toString()))
            .orElse(Cell.text(scene.texts().get("unpaid.no-due"))),
        invoice.overdue()
            ? Cell.number(scene.formats().count(invoice.daysLate()), invoice.daysLate())
            : Cell.number("–", 0),
        measure.moneyCell(invoice.amount()),
        measure.moneyCell(invoice.paid()),
        measure.moneyCell(invoice.outstanding()));
  }
}
