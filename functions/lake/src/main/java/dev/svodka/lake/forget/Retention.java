package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.objects.ObjectStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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
   */
  public record Aged(int people, long stored, long lake, long quarantined, Set<String> issues) {
    public Aged {
      issues = Set.copyOf(issues);
    }
  }

  /**
   * Goes over everything.
   *
   * @param before people whose last event is earlier have aged
   */
  public Aged run(String account, Instant before, CustomerFields fields) {
    People people = new People(fields);
    parts.forEach(account, people::see);
    List<People.Aged> aged = people.lastSeen(before);
    long quarantined = quarantine(account, before);
    if (aged.isEmpty()) {
      return new Aged(0, 0, 0, quarantined, Set.of());
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
    return new Aged(aged.size(), stored, rows, quarantined, issues);
  }

  private long quarantine(String account, Instant before) {
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
