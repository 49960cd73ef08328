package dev.svodka.core.business.file;

import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.Milestone.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code milestones}: the named moments in which the rest of a process speaks. */
final class Milestones {
  private Milestones() {}

  static List<Milestone> read(Value milestones) {
    List<Milestone> read = new ArrayList<>();
    milestones
        .entries()
        .forEach(
            (id, value) -> {
              Scalars.id(id, value);
              Section section = value.section(Shape.MILESTONE);
              Take take =
                  section.get("take").flatMap(word -> word.choice(Words.TAKES)).orElse(Take.FIRST);
              // One that could not be read is kept by name, so that what refers to it is not told
              // of as well.
              Condition condition = condition(section).orElse(new Condition.Created());
              read.add(new Milestone(id, condition, take));
            });
    if (read.isEmpty()) {
      milestones.problem("there are no milestones", "begin with `created: {created: true}`");
    }
    return read;
  }

  private static Optional<Condition> condition(Section section) {
    List<String> said = section.present("created", "stage", "left", "field", "paid-in-full");
    if (said.size() != 1) {
      if (section.at().isMap()) {
        section
            .at()
            .problem(
                said.isEmpty()
                    ? "it is not said when the milestone is reached"
                    : "it is said in " + said.size() + " ways: " + String.join(", ", said),
                "give one of `created: true`, `stage: [...]`, `left: [...]`, `field: name`,"
                    + " `paid-in-full: true`");
      }
      return Optional.empty();
    }
    Value value = section.get(said.getFirst()).orElseThrow();
    return switch (said.getFirst()) {
      case "stage" -> Optional.of(new Condition.EnteredStage(value.someTexts()));
      case "left" -> Optional.of(new Condition.LeftStages(value.someTexts()));
      case "field" -> value.text().map(Condition.FieldDate::new);
      case "created" -> {
        value.onlyTrue();
        yield Optional.of(new Condition.Created());
      }
      default -> {
        value.onlyTrue();
        yield Optional.of(new Condition.PaidInFull());
      }
    };
  }
}
