package dev.svodka.local.fake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a fake amoCRM calls its things, by their ids and in its order.
 *
 * @param stages the same in every pipeline
 */
record AmoNames(Map<Long, String> pipelines, Map<Long, String> stages, Map<Long, String> people) {
  AmoNames {
    pipelines = ordered(pipelines);
    stages = ordered(stages);
    people = ordered(people);
  }

  /** Names by numbers, for tests. */
  static AmoNames numbered() {
    Map<Long, String> stages = new LinkedHashMap<>();
    AmoWorld.STAGES.forEach(id -> stages.put(id, "Этап " + (stages.size() + 1)));
    Map<Long, String> pipelines = new LinkedHashMap<>();
    pipelines.put(AmoWorld.PIPELINE, "Воронка");
    pipelines.put(AmoWorld.OTHER_PIPELINE, "Воронка");
    return new AmoNames(
        pipelines,
        stages,
        AmoWorld.PEOPLE.stream().collect(Collectors.toMap(id -> id, id -> "Менеджер " + id)));
  }

  private static Map<Long, String> ordered(Map<Long, String> names) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }
}
