package dev.svodka.core.business.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The milestones of one process, for what refers to them. */
record Names(Collection<String> known) {
  Optional<String> one(Value value) {
    return value.reference("milestone", known);
  }

  /** A list that may not be empty and names each once. */
  List<String> some(Value value) {
    List<String> names = new ArrayList<>();
    for (Value element : value.list()) {
      Optional<String> name = one(element);
      if (name.isPresent() && names.contains(name.get())) {
        element.problem("`" + name.get() + "` stands here twice", "leave one out");
      } else {
        name.ifPresent(names::add);
      }
    }
    if (value.list().isEmpty()) {
      value.problem("is an empty list", "name at least one milestone, or leave the key out");
    }
    return names;
  }

  /** A milestone that has to be named; empty text where it is not, which is reported. */
  String needed(Section section, String key) {
    String example = known.isEmpty() ? "created" : known.iterator().next();
    return section.required(key, example).flatMap(this::one).orElse("");
  }
}
