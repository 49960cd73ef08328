package dev.svodka.report.page;

import dev.svodka.kpi.Act.Reason;
import dev.svodka.report.chart.ChartData;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Tone;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.page.Todos.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much everybody has to do, and of what kind: those with the most first. */
final class ActChart {
  private static final int MOST_ROWS = 12;
  private static final int MOST_REASONS = 3;
  private static final double ROOM_FOR_VALUE = 0.8;

  private final ActScene scene;
  private final List<Person> people;
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

  private ActChart(ActScene scene) {
    this.scene = scene;
    this.people =
        scene.todos().people().stream()
            .sorted(Comparator.comparingInt((Person person) -> -person.todos().size()))
            .toList();
    scene.todos().all().forEach(todo -> todo.acts().forEach(act -> reasons.add(act.reason())));
  }

  /** Nothing where there is nothing to do. */
  static Optional<Made> make(ActScene scene) {
    return scene.todos().isEmpty() ? Optional.empty() : Optional.of(new ActChart(scene).made());
  }

  private Made made() {
    Person first = people.getFirst();
    boolean one = people.size() == 1;
    List<Row> rows = one ? kinds(first) : people.stream().limit(MOST_ROWS).map(this::row).toList();
    int left = one ? 0 : people.size() - rows.size();
    String key = one ? "acts-chart.one" : "acts-chart";
    return new Made(
        one
            ? scene.texts().get(key + ".title", rows.getFirst().label(), rows.getFirst().value())
            : scene
                .texts()
                .get(
                    key + ".title",
                    scene.words().name(first),
                    scene.counted("acts.count", first.todos().size())),
        scene.texts().get(key + ".subtitle")
            + (left > 0 ? " " + scene.texts().get("rates.more", scene.formats().count(left)) : ""),
        Optional.of(
            new ChartData.Rows(
                rows,
                (one ? most(first) : first.todos().size()) / ROOM_FOR_VALUE,
                List.of(),
                Optional.empty(),
                scene.texts().get("no-data"))),
        table());
  }

  /** Of one person alone, a row a reason. */
  private List<Row> kinds(Person person) {
    return ordered(person).map(reason -> kind(person, reason)).toList();
  }

  private Row kind(Person person, Reason reason) {
    long count = count(person, reason);
    return new Row(
        sentence(name(reason)),
        "",
        scene.formats().count(count),
        Optional.empty(),
        List.of(new Mark.Length(count, Todo.breaks(reason) ? Tone.OVERDUE : Tone.WAITING)));
  }

  private long most(Person person) {
    return reasons.stream().mapToLong(reason -> count(person, reason)).max().orElse(1);
  }

  private String sentence(String text) {
    return text.substring(0, 1).toUpperCase(scene.texts().language().locale()) + text.substring(1);
  }

  private Row row(Person person) {
    int all = person.todos().size();
    long broken = person.todos().stream().filter(Todo::broken).count();
    return new Row(
        scene.words().name(person),
        broken == 0 ? "" : scene.texts().get("acts-chart.broken", scene.formats().count(broken)),
        scene.formats().count(all),
        Optional.of(reasons(person)),
        List.of(new Mark.Length(all, Tone.WAITING), new Mark.Length(broken, Tone.OVERDUE)));
  }

  /** {@code счёт не выставлен 3, без контакта 2}: what there is most of first, as many as fit. */
  private String reasons(Person person) {
    return ordered(person)
        .limit(MOST_REASONS)
        .map(reason -> name(reason) + "\u00a0" + scene.formats().count(count(person, reason)))
        .collect(Collectors.joining(", "));
  }

  private Stream<Reason> ordered(Person person) {
    return reasons.stream()
        .filter(reason -> count(person, reason) > 0)
        .sorted(Comparator.comparingLong((Reason reason) -> -count(person, reason)));
  }

  private static long count(Person person, Reason reason) {
    return person.todos().stream().filter(todo -> todo.has(reason)).count();
  }

  private String name(Reason reason) {
    return scene.texts().get("reason." + reason.code());
  }

  private Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(scene.texts().get("column.owner"), false));
    columns.add(new Column(scene.texts().get("column.acts"), true));
    reasons.forEach(reason -> columns.add(new Column(name(reason), true)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Person person : people) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(scene.words().name(person)));
      row.add(count(person.todos().size()));
      reasons.forEach(reason -> row.add(count(count(person, reason))));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private Cell count(long count) {
    return Cell.number(scene.formats().count(count), count);
  }
}
