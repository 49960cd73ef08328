package dev.svodka.report.page;

import dev.svodka.core.business.CrmPages;
import dev.svodka.kpi.KpiItem;
import dev.svodka.report.declare.Section;
import dev.svodka.report.page.Made.Group;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.page.Todos.Person;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be done, one row an item, by person; the most urgent first. */
final class ActSection {
  private final ActScene scene;
  private final CrmPages crm;
  private final boolean money;
  private final boolean currencies;

  private ActSection(ActScene scene) {
    this.scene = scene;
    this.crm = CrmPages.of(scene.facts().business());
    List<String> found =
        scene.todos().all().stream().flatMap(todo -> todo.currency().stream()).distinct().toList();
    this.money = !found.isEmpty();
    this.currencies = found.size() > 1;
  }

  /** Nothing where there is nothing to do. */
  static Optional<Made> table(ActScene scene, Section section) {
    return scene.todos().isEmpty()
        ? Optional.empty()
        : Optional.of(new ActSection(scene).made(section));
  }

  private Made made(Section section) {
    Person first = scene.todos().people().getFirst();
    List<List<Cell>> rows = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Person person : scene.todos().people()) {
      String name = scene.words().name(person);
      groups.add(new Group(name, note(person), person.todos().size()));
      person.todos().forEach(todo -> rows.add(row(name, todo)));
    }
    return Made.grouped(
        scene
            .texts()
            .get("acts.title", scene.said(first.todos().getFirst()), scene.words().name(first)),
        scene.texts().get("acts.subtitle", scene.formats().day(scene.lastDay())),
        new Table(columns(), rows),
        section.last(),
        groups);
  }

  private String note(Person person) {
    String days = scene.days(person.todos().getFirst());
    String count = scene.counted("acts.count", person.todos().size());
    return days.isEmpty()
        ? scene.texts().get("acts.group.undated", count)
        : scene.texts().get("acts.group", count, days);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(column("column.owner", false));
    columns.add(column("column.what", false));
    columns.add(column("column.item", false));
    columns.add(column("column.past", true));
    columns.add(column("column.due-day", false));
    if (money) {
      columns.add(column("column.amount", true));
    }
    columns.add(column("column.process", false));
    columns.add(column("column.since", false));
    if (currencies) {
      columns.add(column("column.currency", false));
    }
    return columns;
  }

  private Column column(String key, boolean number) {
    return new Column(scene.texts().get(key), number);
  }

  private List<Cell> row(String name, Todo todo) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(name));
    row.add(Cell.text(scene.words().what(todo)));
    Cell item =
        Cell.text(scene.words().item(todo.item()))
            .linked(page(todo.item()).or(() -> todo.parent().flatMap(this::page)));
    row.add(
        todo.parent()
            .map(parent -> item.noted(scene.words().within(scene.words().item(parent))))
            .orElse(item));
    row.add(
        todo.days(scene.lastDay(), scene.zone())
            .map(days -> Cell.number(scene.formats().count(days), days))
            .orElse(Cell.text("–")));
    row.add(day(todo.due()));
    if (money) {
      row.add(amount(todo));
    }
    row.add(Cell.text(scene.words().processes(todo)));
    row.add(day(todo.since()));
    if (currencies) {
      row.add(Cell.text(todo.currency().orElse("–")));
    }
    return row;
  }

  private Optional<URI> page(KpiItem item) {
    return crm.page(item.source(), item.type(), item.id());
  }

  private Cell day(Optional<Instant> moment) {
    return moment
        .map(
            known -> {
              LocalDate day = scene.day(known);
              return Cell.day(scene.formats().shortDayWithYear(day), day);
            })
        .orElse(Cell.text("–"));
  }

  private Cell amount(Todo todo) {
    String currency = todo.currency().orElse("");
    return todo.amount()
        .map(
            amount ->
                Cell.number(scene.formats().money(amount, currency), amount, Type.money(currency)))
        .orElse(Cell.text("–"));
  }
}
