package dev.svodka.core.business.file;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ContactRule;
import dev.svodka.core.business.BusinessProcess.Parent;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.BusinessProcess.Rework;
import dev.svodka.core.business.BusinessProcess.TasksAfter;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Interval;
import dev.svodka.core.business.ItemFilter;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.Localized;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Span;
import dev.svodka.core.event.SourceKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** One process of the file. */
final class ProcessReader {
  /** The milestone that a process of {@code kind: invoice} succeeds and is done by. */
  static final String PAID = "paid";

  private final Section section;
  private final boolean workingTime;
  private final List<LiveSource> sources;
  private final Path folder;

  ProcessReader(Section section, boolean workingTime, List<LiveSource> sources, Path folder) {
    this.folder = folder;
    this.section = section;
    this.workingTime = workingTime;
    this.sources = sources;
  }

  BusinessProcess read(String id) {
    List<Milestone> milestones =
        section
            .required("milestones", "{created: {created: true}}")
            .map(Milestones::read)
            .orElse(List.of());
    Names names = new Names(milestones.stream().map(Milestone::id).toList());
    ProcessKind kind =
        section
            .get("kind")
            .flatMap(word -> word.choice(Words.PROCESS_KINDS))
            .orElse(ProcessKind.GENERAL);
    List<String> success = outcome("success", names);
    List<String> failure = outcome("failure", names);
    Optional<Deadline> deadline =
        section
            .get("deadline")
            .map(value -> DeadlineReader.read(value.section(Shape.DEADLINE), names, workingTime));
    Optional<Receivables> receivables = Optional.empty();
    if (kind == ProcessKind.INVOICE) {
      receivables = Optional.of(ReceivablesReader.read(section, names, workingTime, folder));
      if (impliesPaid(names)) {
        success = section.get("success").isPresent() ? success : List.of(PAID);
        deadline =
            deadline.or(
                () -> Optional.of(new Deadline(new Deadline.Due.Told(), PAID, Deadline.By.DATE)));
      }
    } else {
      ReceivablesReader.refuse(section);
    }
    if (!Collections.disjoint(success, failure)) {
      section.at().problem("a milestone is both success and failure", "let each be one of the two");
    }
    Optional<Section> customer = section.get("customer").map(v -> v.section(Shape.CUSTOMER));
    return new BusinessProcess(
        id,
        section.get("title").flatMap(ProcessReader::title).orElse(Localized.same(id)),
        kind,
        items(),
        milestones,
        section.get("funnel").map(names::some).orElse(List.of()),
        section.get("funnel-skips").flatMap(word -> word.choice(Words.SKIPS)),
        section.get("within").flatMap(Scalars::elapsed),
        success,
        failure,
        section.get("failure-reason").flatMap(ProcessReader::field),
        section.get("failure-excludes").map(Value::lists).orElse(new LinkedHashMap<>()),
        customer.flatMap(c -> c.required("id", "{field: inn}")).flatMap(ProcessReader::field),
        customer.flatMap(c -> c.get("name")).flatMap(ProcessReader::field),
        section.texts("group-by"),
        section.texts("audience"),
        section.get("intervals").map(value -> intervals(value, names)).orElse(List.of()),
        deadline,
        section.get("rework").map(value -> rework(value.section(Shape.REWORK), names)),
        requiredFields(names),
        section.get("contact-every").flatMap(v -> contact(v.section(Shape.CONTACT_EVERY))),
        section.get("tasks-after").flatMap(v -> tasks(v.section(Shape.TASKS_AFTER), names)),
        section.get("fields").map(ProcessReader::roles).orElse(new LinkedHashMap<>()),
        section.get("parent").map(value -> parent(value.section(Shape.PARENT))),
        receivables);
  }

  /** Whether success and deadline of an invoice process follow from its milestone {@code paid}. */
  private boolean impliesPaid(Names names) {
    boolean said = section.present("success", "deadline").size() == 2;
    boolean known = names.known().contains(PAID);
    if (!said && !known && section.get("milestones").isPresent()) {
      section
          .at()
          .problem(
              "an invoice process succeeds by its milestone `paid`, and has none",
              "add `paid: {paid-in-full: true}` to its milestones, or state success and deadline");
    }
    return known;
  }

  private List<String> outcome(String key, Names names) {
    return section.get(key).map(names::some).orElse(List.of());
  }

  private static Optional<Localized> title(Value value) {
    if (!value.isMap()) {
      return value.text().map(Localized::same);
    }
    Section title = value.section(Shape.TITLE);
    Optional<String> ru = title.text("ru");
    Optional<String> en = title.text("en");
    if (title.present("ru", "en").isEmpty()) {
      value.problem("the title has no text", "write `{ru: Продажи, en: Sales}`");
    }
    return ru.or(() -> en).map(any -> new Localized(ru.orElse(any), en.orElse(any)));
  }

  private ItemFilter items() {
    Optional<Section> items =
        section.required("items", "{type: deal}").map(value -> value.section(Shape.ITEMS));
    return new ItemFilter(
        items.flatMap(i -> i.required("type", "deal")).flatMap(Scalars::itemType).orElse(""),
        items.flatMap(i -> i.get("pipeline")).map(Value::someTexts).orElse(List.of()),
        items.flatMap(i -> i.get("source")).flatMap(this::source));
  }

  private Optional<SourceKind> source(Value value) {
    Map<String, SourceKind> known = new LinkedHashMap<>(Words.SOURCE_KINDS);
    sources.forEach(source -> known.put(source.id(), source.kind()));
    return value.choice(known);
  }

  /** {@code {field: name}}. */
  static Optional<String> field(Value value) {
    return value.section(Shape.FIELD).required("field", "name").flatMap(Value::text);
  }

  private static SequencedMap<String, String> roles(Value value) {
    Section roles = value.section(Shape.ROLES);
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String role : Shape.ROLES.keys()) {
      roles.text(role).ifPresent(field -> fields.put(role, field));
    }
    return fields;
  }

  private List<Interval> intervals(Value value, Names names) {
    List<Interval> intervals = new ArrayList<>();
    value
        .entries()
        .forEach(
            (id, entry) -> {
              Scalars.id(id, entry);
              Section interval = entry.section(Shape.INTERVAL);
              String from = names.needed(interval, "from");
              String to = names.needed(interval, "to");
              Interval.Match match =
                  interval
                      .get("match")
                      .flatMap(word -> word.choice(Words.MATCHES))
                      .orElse(Interval.Match.FIRST);
              if (!from.isEmpty() && from.equals(to) && match == Interval.Match.FIRST) {
                entry.problem("begins and ends with the same milestone", "name two");
              }
              Optional<Span> target =
                  interval.get("target").flatMap(span -> Scalars.span(span, workingTime));
              intervals.add(new Interval(id, from, to, target, match));
            });
    return intervals;
  }

  private static Rework rework(Section rework, Names names) {
    return new Rework(
        names.needed(rework, "base"),
        rework
            .required("stages", "[\"Declaration REJECTED by *\"]")
            .map(Value::someTexts)
            .orElse(List.of()));
  }

  private SequencedMap<String, List<String>> requiredFields(Names names) {
    Optional<Value> value = section.get("required-fields");
    value.ifPresent(
        required ->
            required
                .entries()
                .forEach(
                    (milestone, fields) -> {
                      if (!names.known().contains(milestone)) {
                        fields.problem(
                            "there is no milestone `" + milestone + "`",
                            Nearest.hint(milestone, names.known()));
                      }
                    }));
    return value.map(Value::lists).orElse(new LinkedHashMap<>());
  }

  private Optional<ContactRule> contact(Section rule) {
    List<String> stages =
        rule.required("while", "{stage: [\"32392165\"]}")
            .map(value -> value.section(Shape.STANDING_IN))
            .flatMap(standing -> standing.required("stage", "[\"32392165\"]"))
            .map(Value::someTexts)
            .orElse(List.of());
    return rule.required("at-most", "2 days")
        .flatMap(span -> Scalars.span(span, workingTime))
        .map(span -> new ContactRule(stages, span));
  }

  private Optional<TasksAfter> tasks(Section rule, Names names) {
    String milestone = names.needed(rule, "milestone");
    return rule.required("within", "30 minutes")
        .flatMap(span -> Scalars.span(span, workingTime))
        .map(span -> new TasksAfter(milestone, span));
  }

  /** Whether process and milestone exist is looked at when all processes are read. */
  private static Parent parent(Section parent) {
    return new Parent(
        parent.required("process", "sales").flatMap(Value::text).orElse(""),
        parent.required("milestone", "invoiced").flatMap(Value::text).orElse(""));
  }
}
