package dev.svodka.local.fake;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.Via;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the models make of events: equal ids are one, twins of hook and API are one with the API's
 * time (kpi's model/12_twins.sql), a move to where an item stands is none, and what is gone does
 * not go again.
 */
public final class Settled {
  private static final Comparator<ChangeEvent> ORDER =
      Comparator.comparing(ChangeEvent::occurredAt)
          .thenComparing(event -> event.receivedAt())
          .thenComparingLong(ChangeEvent::seq)
          .thenComparing(ChangeEvent::eventId);

  private Settled() {}

  /**
   * The facts of events of which each id is given once.
   *
   * @param settled ids that both ways told: such an event is no other one's twin
   */
  public static SortedSet<Fact> facts(Collection<ChangeEvent> events, Set<String> settled) {
    Map<String, List<ChangeEvent>> byItem = new TreeMap<>();
    for (ChangeEvent event : events) {
      byItem.computeIfAbsent(item(event), key -> new ArrayList<>()).add(event);
    }
    SortedSet<Fact> facts = new TreeSet<>();
    byItem.values().forEach(item -> facts(withoutTwins(item, settled), facts));
    return facts;
  }

  private static List<ChangeEvent> withoutTwins(List<ChangeEvent> item, Set<String> settled) {
    List<ChangeEvent> ordered = new ArrayList<>(item);
    ordered.sort(ORDER);
    List<ChangeEvent> kept = new ArrayList<>(ordered);
    int i = 0;
    while (i + 1 < ordered.size()) {
      ChangeEvent one = ordered.get(i);
      ChangeEvent other = ordered.get(i + 1);
      boolean open = !settled.contains(one.eventId()) && !settled.contains(other.eventId());
      if (open && alike(one, other)) {
        kept.remove(one.via() == Via.HOOK ? one : other);
        i++;
      }
      i++;
    }
    return kept;
  }

  private static boolean alike(ChangeEvent one, ChangeEvent other) {
    return one.via() != other.via()
        && one.kind() == other.kind()
        && other.occurredAt().toEpochMilli() - one.occurredAt().toEpochMilli() <= 600_000
        && one.stage().equals(other.stage())
        && one.pipeline().equals(other.pipeline())
        && (one.kind() != Kind.ASSIGNED || one.owner().equals(other.owner()));
  }

  private static void facts(List<ChangeEvent> item, SortedSet<Fact> facts) {
    Map<String, String> standing = new HashMap<>();
    boolean gone = false;
    for (ChangeEvent event : item) {
      String stage = event.pipeline().orElse("") + "/" + event.stage().orElse("");
      switch (event.kind()) {
        case CREATED -> {
          if (event.stage().isPresent()) {
            standing.put("stage", stage);
          }
          add(event, "", facts);
        }
        case MOVED -> {
          boolean first = stage.equals("/" + AmoWorld.CREATED);
          if (!first && !stage.equals(standing.put("stage", stage))) {
            add(event, stage, facts);
          }
        }
        case ASSIGNED -> add(event, event.owner().orElse(""), facts);
        case DELETED -> {
          if (!gone) {
            add(event, "", facts);
          }
          gone = true;
        }
        case RESTORED -> {
          gone = false;
          add(event, "", facts);
        }
        case PAID -> add(event, event.amount().map(Object::toString).orElse(""), facts);
        case CONTACTED, MERGED -> add(event, "", facts);
        case CHANGED -> {}
      }
    }
  }

  private static void add(ChangeEvent event, String target, SortedSet<Fact> facts) {
    facts.add(
        new Fact(event.kind().text(), item(event), target, event.occurredAt().getEpochSecond()));
  }

  private static String item(ChangeEvent event) {
    return event.item().type() + '/' + event.item().id();
  }
}
