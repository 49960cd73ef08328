package dev.svodka.report.page;

import dev.svodka.report.declare.Section;
import dev.svodka.report.page.Customers.Customer;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One row a customer who has not paid, the most overdue first. */
final class CustomerSection {
  private CustomerSection() {}

  static Optional<Made> table(Scene scene, Section section) {
    List<Customer> customers = new Customers(scene).all();
    if (customers.isEmpty()) {
      return Optional.empty();
    }
    List<Column> columns =
        Stream.of("customer", "overdue", "outstanding", "invoices", "oldest", "on-time", "interval")
            .map(key -> new Column(scene.texts().get("column." + key), !key.equals("customer")))
            .toList();
    return Optional.of(
        Made.table(
            title(scene, customers),
            scene
                .texts()
                .get(
                    "customers.subtitle",
                    scene.formats().sign(scene.currency().orElse("")),
                    scene.formats().day(scene.lastDay())),
            new Table(columns, customers.stream().map(c -> row(scene, c)).toList()),
            section.last()));
  }

  private static String title(Scene scene, List<Customer> customers) {
    BigDecimal all =
        customers.stream().map(Customer::overdue).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.signum() == 0) {
      return scene.texts().get("customers.none");
    }
    return new Customers(scene)
        .first()
        .map(
            first ->
                scene
                    .texts()
                    .get(
                        "customers.title",
                        first.name(),
                        scene.briefMoney(first.overdue()),
                        scene.formats().share(first.overdue().doubleValue() / all.doubleValue())))
        .orElseGet(() -> scene.texts().get("column.customer"));
  }

  private static List<Cell> row(Scene scene, Customer customer) {
    Measure measure = new Measure(scene);
    int late = customer.oldest().daysLate();
    return List.of(
        Cell.text(customer.name()),
        measure.moneyCell(customer.overdue()),
        measure.moneyCell(customer.unpaid()),
        Cell.number(scene.formats().count(customer.invoices().size()), customer.invoices().size()),
        late == 0 ? Cell.number("–", 0) : Cell.number(scene.formats().count(late), late),
        customer
            .onTime()
            .map(r -> Cell.share(scene.formats().share(r.value()), r.value()))
            .orElse(Cell.text("–")),
        Cell.text(customer.onTime().map(r -> scene.interval(r) + " · " + scene.of(r)).orElse("–")));
  }
}
