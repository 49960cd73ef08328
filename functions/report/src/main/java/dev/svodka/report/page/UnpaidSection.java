package dev.svodka.report.page;

import dev.svodka.kpi.KpiItem;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Optional<String> parent =
        invoices.stream().flatMap(i -> i.parent().stream()).map(KpiItem::type).findFirst();
    List<Column> columns = new ArrayList<>();
    for (String key :
        List.of(
            "invoice", "customer", "parent", "owner", "due", "late", "amount", "paid", "left")) {
      if (!key.equals("parent") || parent.isPresent()) {
        columns.add(
            new Column(
                scene.texts().forType("column." + key, parent.orElse("")),
                List.of("late", "amount", "paid", "left").contains(key)));
      }
    }
    Customers customers = new Customers(scene);
    return Made.table(
        title,
        scene
            .texts()
            .get(
                subtitle,
                scene.formats().sign(scene.currency().orElse("")),
                scene.formats().day(scene.lastDay())),
        new Table(
            columns,
            invoices.stream().map(i -> row(scene, customers, i, parent.isPresent())).toList()),
        section.last());
  }

  private static List<Cell> row(
      Scene scene, Customers customers, UnpaidInvoice invoice, boolean withParent) {
    Measure measure = new Measure(scene);
    List<Cell> row = new ArrayList<>();
    row.add(scene.item(new KpiItem(invoice.source(), scene.itemType(), invoice.itemId())));
    row.add(Cell.text(customers.name(invoice)));
    if (withParent) {
      row.add(invoice.parent().map(scene::item).orElse(Cell.text("–")));
    }
    row.add(Cell.text(scene.names().group("owner", invoice.owner())));
    row.add(
        invoice
            .due()
            .map(day -> Cell.day(scene.formats().shortDayWithYear(day), day))
            .orElse(Cell.text(scene.texts().get("unpaid.no-due"))));
    row.add(
        invoice.overdue()
            ? Cell.number(scene.formats().count(invoice.daysLate()), invoice.daysLate())
            : Cell.number("–", 0));
    row.add(measure.moneyCell(invoice.amount()));
    row.add(measure.moneyCell(invoice.paid()));
    row.add(measure.moneyCell(invoice.outstanding()));
    return row;
  }
}
