package dev.svodka.core.business.file;

import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Deadline.By;
import dev.svodka.core.business.Deadline.Due;
import dev.svodka.core.business.Deadline.Shift;
import dev.svodka.core.business.Span;
import java.util.List;
import java.util.Optional;

/** {@code deadline}: by when an item has to reach a milestone. */
final class DeadlineReader {
  private DeadlineReader() {}

  static Deadline read(Section section, Names milestones, boolean workingTime) {
    By by = section.get("by").flatMap(word -> word.choice(Words.BYS)).orElse(By.DATE);
    Optional<Due> due =
        section
            .required("due", "{field: deadline}")
            .map(value -> value.section(Shape.DUE))
            .flatMap(said -> due(said, milestones, workingTime));
    String done = milestones.needed(section, "done");
    if (due.isPresent()
        && due.get() instanceof Due.After(String from, Span within)
        && by == By.DATE
        && !Scalars.inDays(within)) {
      section
          .at()
          .problem(
              "a deadline of hours after `" + from + "` cannot be judged by date",
              "write `by: timestamp`, or the span in days");
    }
    return new Deadline(due.orElse(new Due.Told()), done, by);
  }

  private static Optional<Due> due(Section section, Names milestones, boolean workingTime) {
    List<String> said = section.present("field", "told", "day-of-month", "after");
    if (said.size() != 1) {
      if (section.at().isMap()) {
        section
            .at()
            .problem(
                said.isEmpty() ? "it is not said when it is due" : "it is said in several ways",
                "give one of `{field: name}`, `{told: true}`, `{day-of-month: [5, 20]}`,"
                    + " `{after: milestone, within: 3 working days}`");
      }
      return Optional.empty();
    }
    Value value = section.get(said.getFirst()).orElseThrow();
    misplaced(section, "shift", said.getFirst(), "day-of-month");
    misplaced(section, "within", said.getFirst(), "after");
    return switch (said.getFirst()) {
      case "field" -> value.text().map(Due.FieldDate::new);
      case "told" -> {
        value.onlyTrue();
        yield Optional.of(new Due.Told());
      }
      case "day-of-month" -> Optional.of(dayOfMonth(section, value));
      default -> {
        Optional<Span> within =
            section
                .required("within", "3 working days")
                .flatMap(span -> Scalars.span(span, workingTime));
        yield milestones.one(value).flatMap(from -> within.map(span -> new Due.After(from, span)));
      }
    };
  }

  private static Due dayOfMonth(Section section, Value days) {
    List<Integer> numbers = Scalars.integers(days, 1, 31).stream().sorted().distinct().toList();
    if (days.list().isEmpty()) {
      days.problem("is an empty list", "write the days of the month: [5, 20]");
    }
    Shift shift =
        section.get("shift").flatMap(word -> word.choice(Words.SHIFTS)).orElse(Shift.NONE);
    return new Due.DayOfMonth(numbers, shift);
  }

  private static void misplaced(Section section, String key, String said, String owner) {
    if (!said.equals(owner)) {
      section
          .get(key)
          .ifPresent(
              value -> value.problem("belongs to `" + owner + "` alone", "leave it out here"));
    }
  }
}
