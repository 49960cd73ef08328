package dev.svodka.kpi;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ChangeEventBuilder;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A hand-checked case: {@code # business} YAML, {@code # events} one a line ({@code time kind item
 * key=value…}, times in the business's zone), {@code # run} ({@code as-of}, {@code known-at}),
 * {@code # expected} ({@code kpi[subject] period key=group: value}).
 */
record CaseFile(String business, List<String> events, List<String> run, List<String> expected) {
  static CaseFile parse(String text) {
    Map<String, List<String>> sections = new TreeMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        section = sections.computeIfAbsent(line.substring(2).strip(), name -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("//")) {
        section.add(line);
      }
    }
    return new CaseFile(
        String.join("\n", sections.getOrDefault("business", List.of())) + "\n",
        sections.getOrDefault("events", List.of()),
        sections.getOrDefault("run", List.of()),
        sections.getOrDefault("expected", List.of()));
  }

  List<ChangeEvent> changes(ZoneId zone) {
    List<ChangeEvent> changes = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    for (String line : events) {
      int occurrence = line.contains("via=file") ? seen.merge(line, 1, Integer::sum) - 1 : 0;
      changes.add(change(line, zone, changes.size(), occurrence));
    }
    return changes;
  }

  private static ChangeEvent change(String line, ZoneId zone, int seq, int occurrence) {
    String[] words = line.strip().split("\\s+", -1);
    Map<String, String> told = new TreeMap<>();
    for (int i = 3; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      told.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    ChangeEventBuilder change =
        ChangeEvent.of(
            "test",
            SourceKind.of(told.getOrDefault("source", "amocrm")),
            Via.of(told.getOrDefault("via", "hook")),
            new ItemRef(told.getOrDefault("type", "deal"), words[2]),
            Kind.of(words[1]));
    change.occurredAt(moment(words[0], zone)).seq(seq);
    told.forEach(
        (key, value) -> {
          switch (key) {
            case "stage" -> change.stage(value);
            case "before" -> change.stageBefore(value);
            case "pipeline" -> change.pipeline(value);
            case "owner" -> change.owner(value);
            case "amount" -> change.amount(new BigDecimal(value));
            case "currency" -> change.currency(value);
            case "received" -> change.receivedAt(moment(value, zone));
            case "due" -> change.dueAt(moment(value, zone));
            case "customer" -> change.customer(value, null);
            case "parent" -> {
              int slash = value.indexOf('/');
              change.parent(new ItemRef(value.substring(0, slash), value.substring(slash + 1)));
            }
            case "source", "via", "type" -> change.seq(seq);
            default -> change.field(key, value);
          }
        });
    return change.build(occurrence);
  }

  static Instant moment(String text, ZoneId zone) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  Optional<Instant> setting(String name, ZoneId zone) {
    return run.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> moment(line.substring(name.length()).strip(), zone))
        .findFirst();
  }
}
