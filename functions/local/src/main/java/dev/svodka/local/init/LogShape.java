package dev.svodka.local.init;

import dev.svodka.source.xes.XesHandler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a process log looks like: its activities, where in a trace they stand, its attributes. */
final class LogShape implements XesHandler {
  private static final int MOST_NAMES = 1_000;

  private final Map<String, Activity> activities = new LinkedHashMap<>();
  private final Map<String, Column> traceAttributes = new LinkedHashMap<>();
  private final Set<String> eventAttributes = new LinkedHashSet<>();
  private final Map<String, Integer> transitions = new TreeMap<>();
  private final Map<String, Integer> firstPlaces = new HashMap<>();
  private String activity = "";
  private String last = "";
  private int place;
  private int traces;

  /** An activity; of the places it is told where it stands first in a trace. */
  static final class Activity {
    private final String name;
    private int inTraces;
    private int endsTraces;
    private double places;

    Activity(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    /** How many traces have it. */
    int inTraces() {
      return inTraces;
    }

    /** How many traces end with it. */
    int endsTraces() {
      return endsTraces;
    }

    private double meanPlace() {
      return places / Math.max(1, inTraces);
    }
  }

  int traces() {
    return traces;
  }

  /** The activities in the order in which traces go through them. */
  List<Activity> inOrder() {
    return activities.values().stream()
        .filter(one -> one.inTraces > 0)
        .sorted(Comparator.comparingDouble(Activity::meanPlace).thenComparing(Activity::name))
        .toList();
  }

  /** Attributes of traces with their values. */
  List<Column> traceAttributes() {
    return List.copyOf(traceAttributes.values());
  }

  boolean hasEventAttribute(String key) {
    return eventAttributes.contains(key);
  }

  /** Values of {@code lifecycle:transition}. */
  Set<String> transitions() {
    return transitions.keySet();
  }

  @Override
  public void trace() {
    firstPlaces.clear();
    last = "";
    place = 0;
  }

  @Override
  public void traceAttribute(String key, String value, boolean afterEvents) {
    if (traceAttributes.size() < MOST_NAMES || traceAttributes.containsKey(key)) {
      Column column = traceAttributes.computeIfAbsent(key, Column::new);
      if (column.filled() < MOST_NAMES) {
        column.see(value);
      }
    }
  }

  @Override
  public void event(long line) {
    activity = "";
  }

  @Override
  public void eventAttribute(String key, String value) {
    if (eventAttributes.size() < MOST_NAMES) {
      eventAttributes.add(key);
    }
    if (key.equals("concept:name")) {
      activity = value.strip();
    } else if (key.equals("lifecycle:transition")
        && (transitions.size() < MOST_NAMES || transitions.containsKey(value))) {
      transitions.merge(value, 1, Integer::sum);
    }
  }

  @Override
  public void eventEnd() {
    if (!activity.isEmpty()) {
      firstPlaces.putIfAbsent(activity, place++);
      last = activity;
    }
  }

  @Override
  public void traceEnd() {
    traces++;
    firstPlaces.forEach(
        (name, first) -> {
          if (activities.size() < MOST_NAMES || activities.containsKey(name)) {
            Activity seen = activities.computeIfAbsent(name, Activity::new);
            seen.inTraces++;
            seen.places += (double) first / place;
            seen.endsTraces += name.equals(last) ? 1 : 0;
          }
        });
  }
}
