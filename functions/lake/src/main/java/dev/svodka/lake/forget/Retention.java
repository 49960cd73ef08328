package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.business.Business;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.objects.ObjectStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives pseudonyms to the people of an account of whom nothing has been told for long. Whoever is
 * told of again later is told as ever from then on.
 *
 * @param parts what is gone over
 */
public record Retention(Erasure parts) {

  /**
   * What was done.
   *
   * @param people who have pseudonyms now
   * @param stored events changed in the table
   * @param lake events changed in closed files
   * @param quarantined payloads that were deleted
   * @param issues kept weeks and months that are gone, {@code <report>/<issue>}
   * @param next the last event of whoever ages next; empty where there is nobody
   */
  public record Aged(
      int people,
      long stored,
      long lake,
      long quarantined,
      Set<String> issues,
      Optional<Instant> next) {
    public Aged {
      issues = Set.copyOf(issues);
    }
  }

  /** People whose last event is earlier have aged; the first moment of a day of the business's. */
  public static Instant before(Business business, Period kept, Instant now) {
    return LocalDate.ofInstant(now, business.zone())
        .minus(kept)
        .atStartOfDay(business.zone())
        .toInstant();
  }

  /** Goes over everything, and takes away what readers see now: it is to be made anew. */
  public Aged run(String account, Instant before, CustomerFields fields) {
    Aged aged = age(account, before, fields);
    if (aged.people() > 0) {
      parts.reports().ifPresent(store -> new Pages(store, account).forgetNow());
      parts.purge(account);
    }
    return aged;
  }

  /**
   * Goes over everything but the pages that readers see now.
   *
   * @param before people whose last event is earlier have aged
   */
  Aged age(String account, Instant before, CustomerFields fields) {
    People people = new People(fields);
    parts.forEach(account, people::see);
    List<People.Aged> aged = people.lastSeen(before);
    long quarantined = quarantine(account, before);
    if (aged.isEmpty()) {
      return new Aged(0, 0, 0, quarantined, Set.of(), people.next(before));
    }
    String now = parts.clock().instant().toString();
    ObjectStore lake = parts.lake();
    Forgotten known = Forgotten.of(lake, account).salted(parts.random());
    known.put(lake, account);
    Forgotten changed =
        known.only(aged.stream().map(each -> known.stone(each.whom(), each.told(), now)).toList());
    List<String> told = aged.stream().map(People.Aged::told).flatMap(Collection::stream).toList();
    long stored = parts.events().map(store -> store.rewrite(account, changed::apply)).orElse(0L);
    long rows = new LakeFiles(lake, account, parts.allocator()).rewrite(changed::apply);
    Set<String> issues =
        parts.reports().map(store -> new Pages(store, account).forget(told)).orElse(Set.of());
    lake.put(
        LakeKeys.account(account) + "retention/" + now.replace(':', '-') + ".json",
        "{\"at\":\"%s\",\"before\":\"%s\",\"people\":%d,\"stored\":%d,\"lake\":%d}%n"
            .formatted(now, before, aged.size(), stored, rows)
            .getBytes(UTF_8),
        "application/json");
    parts.purge(account);
    return new Aged(aged.size(), stored, rows, quarantined, issues, people.next(before));
  }

  /** Deletes payloads of days before. */
  long quarantine(String account, Instant before) {
    String folder = "quarantine/" + account + '/';
    String first = folder + LocalDate.ofInstant(before, ZoneOffset.UTC);
    List<String> old =
        parts.lake().list(folder).stream()
            .map(ObjectStore.Entry::key)
            .filter(key -> key.compareTo(first) < 0)
            .toList();
    old.forEach(parts.lake()::delete);
    return old.size();
  }
}
