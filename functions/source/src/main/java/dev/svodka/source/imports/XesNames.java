package dev.svodka.source.imports;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attributes of one log: which of them have a place in a row, and which are kept as fields.
 * Templates name a trace's attribute {@code case:x} and an event's {@code x}.
 */
final class XesNames {
  private static final int UNWANTED = -1;

  /** Real logs have some hundred; a log that has more makes names up. */
  private static final int MAX_NAMES = 4_096;

  private final String file;
  private final Slots slots;
  private final KeptNames kept;
  private final Set<String> templates;
  private final Map<String, Integer> ofTraces = new HashMap<>();
  private final Map<String, Integer> ofEvents = new HashMap<>();

  /**
   * @param slots holds what the rule's templates read, and nothing else yet
   */
  XesNames(String file, Slots slots, KeptNames kept) {
    this.file = file;
    this.slots = slots;
    this.kept = kept;
    this.templates = new HashSet<>(slots.names());
  }

  /** The slot of a trace's attribute, or -1. */
  int ofTrace(String key) {
    Integer slot = ofTraces.get(key);
    return slot != null ? slot : learn(ofTraces, key, KeptNames.CASE + key);
  }

  /** The slot of an event's attribute, or -1. */
  int ofEvent(String key) {
    Integer slot = ofEvents.get(key);
    return slot != null ? slot : learn(ofEvents, key, key);
  }

  /** How many slots a row can come to have. */
  int capacity() {
    return templates.size() + 2 * MAX_NAMES;
  }

  /** Whether any trace (name {@code case:x}) or event of the log has the attribute. */
  boolean has(String name) {
    return name.startsWith(KeptNames.CASE)
        ? ofTraces.containsKey(name.substring(KeptNames.CASE.length()))
        : ofEvents.containsKey(name);
  }

  List<String> all() {
    List<String> names = new ArrayList<>(ofEvents.keySet());
    ofTraces.keySet().forEach(key -> names.add(KeptNames.CASE + key));
    return names;
  }

  List<FieldCell> eventFields() {
    List<FieldCell> fields = new ArrayList<>();
    for (String key : ofEvents.keySet()) {
      kept.form(key)
          .ifPresent(form -> fields.add(new FieldCell(key, Cell.column(key, slots), form)));
    }
    return fields;
  }

  /** Under the bare name, but where events have one of that name too. */
  List<FieldCell> traceFields() {
    List<FieldCell> fields = new ArrayList<>();
    for (String key : ofTraces.keySet()) {
      String name = KeptNames.CASE + key;
      if (!ofEvents.containsKey(key)) {
        kept.form(key)
            .ifPresent(form -> fields.add(new FieldCell(key, Cell.column(name, slots), form)));
      }
      kept.form(name)
          .ifPresent(form -> fields.add(new FieldCell(name, Cell.column(name, slots), form)));
    }
    return fields;
  }

  private int learn(Map<String, Integer> known, String key, String name) {
    if (known.size() >= MAX_NAMES) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file + " has more than " + MAX_NAMES + " different attributes, as no real log has");
    }
    boolean wanted =
        templates.contains(name) || kept.form(key).isPresent() || kept.form(name).isPresent();
    int slot = wanted ? slots.of(name) : UNWANTED;
    known.put(key, slot);
    return slot;
  }
}
