package dev.svodka.lake.forget;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.objects.ObjectStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The people whom an account has forgotten. An event that tells one of them tells a pseudonym
 * instead, always the same, so that every count stays what it was; its {@code event_id} and its
 * place in the order stay too.
 *
 * <p>Ids and names are not kept: only marks of them under the account's own salt, by which they are
 * known again when a CRM or a file tells them once more.
 */
public final class Forgotten {
  /** Shorter numbers among an event's fields are more likely sums than ids. */
  private static final int SHORTEST_NUMBER = 5;

  private static final int SALT_BYTES = 32;
  private static final int PSEUDONYM_DIGITS = 12;
  private static final int REMEMBERED = 100_000;
  static final String PSEUDONYM = "forgotten-";
  static final Set<String> PEOPLE = Set.of("contact", "company", "customer");

  private final Marks marks;
  private final List<Tombstone> tombstones;
  private final Map<String, String> pseudonyms = new HashMap<>();
  private final Map<String, Optional<String>> seen = new HashMap<>();

  Forgotten(Marks marks, List<Tombstone> tombstones) {
    this.marks = marks;
    this.tombstones = List.copyOf(tombstones);
    for (Tombstone tombstone : tombstones) {
      tombstone.marks().forEach(mark -> pseudonyms.put(mark, tombstone.pseudonym()));
    }
  }

  static String key(String account) {
    return LakeKeys.account(account) + "forgotten.json";
  }

  /** The tombstones of an account; without any, everything is told as it is. */
  public static Forgotten of(ObjectStore lake, String account) {
    String key = key(account);
    boolean some = lake.list(key).stream().anyMatch(entry -> entry.key().equals(key));
    return some ? TombstoneFile.read(key, lake.get(key)) : new Forgotten(new Marks(""), List.of());
  }

  /**
   * One more.
   *
   * @param told the person's id first, then names
   * @param at an ISO instant
   */
  Forgotten with(Whom whom, List<String> told, String at, RandomGenerator random) {
    Forgotten salted = salted(random);
    Map<String, Tombstone> all = new TreeMap<>();
    tombstones.forEach(each -> all.put(each.pseudonym(), each));
    Tombstone fresh = salted.stone(whom, told, at);
    all.merge(fresh.pseudonym(), fresh, Tombstone::and);
    return salted.only(List.copyOf(all.values()));
  }

  /** With a salt of its own, made where there is none yet. */
  Forgotten salted(RandomGenerator random) {
    if (!marks.salt().isEmpty()) {
      return this;
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Forgotten(new Marks(HexFormat.of().formatHex(salt)), tombstones);
  }

  Tombstone stone(Whom whom, List<String> told, String at) {
    List<String> fresh = told.stream().map(text -> marks.mark(whom, text)).distinct().toList();
    return new Tombstone(
        whom.text(), PSEUDONYM + fresh.getFirst().substring(0, PSEUDONYM_DIGITS), at, fresh);
  }

  /** These under the same salt, and no others. */
  Forgotten only(List<Tombstone> others) {
    return new Forgotten(marks, others);
  }

  void put(ObjectStore lake, String account) {
    lake.put(key(account), TombstoneFile.write(marks.salt(), tombstones), "application/json");
  }

  /** Whether somebody was forgotten at this moment or later. */
  boolean since(Instant moment) {
    return tombstones.stream().anyMatch(each -> !Instant.parse(each.at()).isBefore(moment));
  }

  boolean nobody() {
    return tombstones.isEmpty();
  }

  /** What a person is called instead; empty for whoever is not forgotten. */
  public Optional<String> pseudonym(Whom whom, String told) {
    if (nobody() || told.isEmpty()) {
      return Optional.empty();
    }
    if (seen.size() >= REMEMBERED) {
      seen.clear();
    }
    return seen.computeIfAbsent(
        whom.text() + '/' + told,
        key -> Optional.ofNullable(pseudonyms.get(marks.mark(whom, told))));
  }

  /** The event with pseudonyms; itself where it tells nobody who is forgotten. */
  public ChangeEvent apply(ChangeEvent event) {
    if (nobody()) {
      return event;
    }
    return new ChangeEvent(
        event.eventId(),
        event.account(),
        event.source(),
        event.via(),
        item(event.item()),
        event.parent().map(this::item),
        event.kind(),
        event.pipeline(),
        event.stage(),
        event.stageBefore(),
        event.owner().map(id -> instead(Whom.OWNER, id)),
        event.actor().map(id -> instead(Whom.OWNER, id)),
        event.customerId().map(id -> instead(Whom.CUSTOMER, id)),
        event.customerName().map(name -> instead(Whom.CUSTOMER, name)),
        event.amount(),
        event.currency(),
        event.dueAt(),
        event.occurredAt(),
        event.receivedAt(),
        event.seq(),
        fields(event.fields()));
  }

  private String instead(Whom whom, String told) {
    return pseudonym(whom, told).orElse(told);
  }

  private ItemRef item(ItemRef item) {
    return PEOPLE.contains(item.type())
        ? new ItemRef(item.type(), instead(Whom.CUSTOMER, item.id()))
        : item;
  }

  private SortedMap<String, String> fields(SortedMap<String, String> fields) {
    SortedMap<String, String> changed = new TreeMap<>();
    fields.forEach(
        (name, value) ->
            changed.put(
                name,
                telling(value)
                    ? pseudonym(Whom.CUSTOMER, value).orElseGet(() -> instead(Whom.OWNER, value))
                    : value));
    return changed;
  }

  /** Whether a text among the fields can only be a person's. */
  static boolean telling(String value) {
    return value.length() >= SHORTEST_NUMBER || !value.chars().allMatch(Character::isDigit);
  }
}
