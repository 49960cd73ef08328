package dev.svodka.report.page;

import dev.svodka.kpi.Act;
import dev.svodka.kpi.Act.Reason;
import dev.svodka.report.declare.ReportSpecs;
import dev.svodka.report.page.PageView.Base;
import dev.svodka.report.page.PageView.HeadlineView;
import dev.svodka.report.page.Todos.Person;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sentence over what has to be done, and the figures at the top: who, how much, how old. */
final class ActHeadlines {
  private final ActScene scene;

  ActHeadlines(ActScene scene) {
    this.scene = scene;
  }

  String lead() {
    Todos todos = scene.todos();
    String day = scene.formats().day(scene.lastDay());
    if (todos.isEmpty() && !ReportSpecs.watches(scene.facts().business())) {
      return scene.texts().get("page.no-watch");
    }
    if (todos.isEmpty()) {
      return scene.texts().get("lead.acts.none", day);
    }
    String first =
        scene.texts().get("lead.acts", day, scene.counted("acts.count", todos.all().size()));
    String most =
        todos.named().stream()
            .max(Comparator.comparingInt(person -> person.todos().size()))
            .filter(person -> todos.named().size() > 1)
            .map(
                person ->
                    " "
                        + scene
                            .texts()
                            .get(
                                "lead.acts.most",
                                scene.words().name(person),
                                scene.formats().count(person.todos().size())))
            .orElse("");
    return first
        + most
        + oldest()
            .map(
                person ->
                    " "
                        + scene
                            .texts()
                            .get(
                                "lead.acts.oldest",
                                scene.said(person.todos().getFirst()),
                                scene.words().name(person)))
            .orElse("");
  }

  /** Whose first thing waits the longest. */
  private Optional<Person> oldest() {
    return scene.todos().people().stream()
        .filter(person -> person.todos().getFirst().past().isPresent())
        .min(Comparator.comparing(person -> person.todos().getFirst(), Todo.URGENT));
  }

  /** None where there is nothing to do. */
  List<HeadlineView> views() {
    return scene.todos().isEmpty()
        ? List.of()
        : Stream.of(acts(), people(), longest(), owed()).flatMap(Optional::stream).toList();
  }

  private Optional<HeadlineView> acts() {
    List<Todo> all = scene.todos().all();
    long broken = all.stream().filter(Todo::broken).count();
    return Optional.of(
        view(
            "acts",
            scene.formats().count(all.size()),
            broken == 0
                ? Optional.empty()
                : Optional.of(
                    scene.texts().get("headline.acts.broken", scene.formats().count(broken)))));
  }

  /** One person reads of the others' number nothing. */
  private Optional<HeadlineView> people() {
    if (scene.todos().people().size() == 1) {
      return Optional.empty();
    }
    long nobodys = scene.todos().nobodys();
    return Optional.of(
        view(
            "people",
            scene.formats().count(scene.todos().named().size()),
            nobodys == 0
                ? Optional.empty()
                : Optional.of(
                    scene.texts().get("headline.people.nobody", scene.formats().count(nobodys)))));
  }

  private Optional<HeadlineView> longest() {
    return oldest()
        .map(
            person -> {
              Todo todo = person.todos().getFirst();
              String whose = person.id().isPresent() ? ", " + scene.words().name(person) : "";
              return view(
                  "longest",
                  scene.days(todo),
                  Optional.of(scene.words().item(todo.item()) + whose));
            });
  }

  /** What is overdue on invoices, in the company's own currency first. */
  private Optional<HeadlineView> owed() {
    TreeMap<String, BigDecimal> owed =
        new TreeMap<>(
            Comparator.comparing(
                    (String currency) -> !currency.equals(scene.facts().business().currency()))
                .thenComparing(Comparator.naturalOrder()));
    long invoices = 0;
    for (Todo todo : scene.todos().all()) {
      for (Act act : todo.acts()) {
        if (act.reason() == Reason.INVOICE_OVERDUE) {
          owed.merge(
              act.currency().orElse(""), act.amount().orElse(BigDecimal.ZERO), BigDecimal::add);
          invoices++;
        }
      }
    }
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    List<String> sums =
        owed.entrySet().stream()
            .map(sum -> scene.formats().briefMoney(sum.getValue(), sum.getKey()))
            .toList();
    String base = scene.counted("invoices.count", invoices);
    return Optional.of(
        view(
            "owed",
            sums.getFirst(),
            Optional.of(
                Stream.concat(Stream.of(base), sums.stream().skip(1))
                    .reduce((a, b) -> a + " · " + b)
                    .orElse(base))));
  }

  private HeadlineView view(String figure, String value, Optional<String> base) {
    String name = scene.texts().get("figure.act." + figure);
    return new HeadlineView(
        name,
        value,
        false,
        value,
        List.of(),
        base.map(Base::new).stream().toList(),
        List.of(),
        List.of(),
        "",
        "",
        scene.texts().get("define"),
        scene.texts().get("define.act." + figure),
        scene.texts().get("define.values", value, scene.formats().moment(scene.facts().asOf())));
  }
}
