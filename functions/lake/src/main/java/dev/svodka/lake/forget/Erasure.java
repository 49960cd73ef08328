package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Takes a person out of all that is kept for an account, or the account itself. What fails on the
 * way is made whole by doing it again.
 *
 * @param reports where pages lie; left out where there are none
 * @param events the table; left out for a lake alone
 */
public record Erasure(
    ObjectStore lake,
    Optional<ObjectStore> reports,
    Optional<ErasableEvents> events,
    BufferAllocator allocator,
    InstantSource clock,
    RandomGenerator random) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What was done for a person.
   *
   * @param stored events changed in the table
   * @param lake events changed in closed files
   * @param quarantined payloads that were deleted
   * @param own files beside the business file, or it itself, that still tell the person
   * @param issues kept weeks and months that are gone, {@code <report>/<issue>}
   */
  public record Erased(
      String pseudonym,
      long stored,
      long lake,
      long quarantined,
      Set<String> issues,
      Set<String> own) {
    public Erased {
      own = Set.copyOf(own);
      issues = Set.copyOf(issues);
    }

    /** Whether the person was anywhere. */
    public boolean found() {
      return stored + lake + quarantined > 0 || !issues.isEmpty();
    }
  }

  /**
   * Replaces a person by a pseudonym.
   *
   * @param id as the CRM or the file tells it
   * @param names what the person is called elsewhere, such as by the business file
   */
  public Erased person(
      String account, Whom whom, String id, List<String> names, CustomerFields fields) {
    List<String> told = new ArrayList<>();
    told.add(id);
    told.addAll(names);
    if (whom == Whom.CUSTOMER) {
      told.addAll(CustomerNames.of(id, fields, each -> forEach(account, each)));
    }
    Forgotten forgotten =
        Forgotten.of(lake, account).with(whom, told, clock.instant().toString(), random);
    forgotten.put(lake, account);
    long stored = events.map(store -> store.rewrite(account, forgotten::apply)).orElse(0L);
    long rows = new LakeFiles(lake, account, allocator).rewrite(forgotten::apply);
    if (whom == Whom.OWNER) {
      forgetNames(account, id);
    }
    long quarantined = quarantine(account, told);
    Set<String> issues =
        reports.map(store -> new Pages(store, account).forget(told)).orElse(Set.of());
    reports.ifPresent(store -> new Pages(store, account).forgetNow());
    purge(account);
    return new Erased(
        forgotten.pseudonym(whom, id).orElseThrow(),
        stored,
        rows,
        quarantined,
        issues,
        own(account, told));
  }

  /**
   * Deletes an account.
   *
   * @return how many events the table and files the buckets held
   */
  public long account(String account) {
    long gone = delete(lake, "accounts/" + account + '/');
    for (String prefix :
        List.of(
            LakeKeys.account(account), "fields/" + account + '/', "quarantine/" + account + '/')) {
      gone += delete(lake, prefix);
    }
    gone += reports.map(store -> delete(store, account + '/')).orElse(0L);
    gone += events.map(store -> store.drop(account)).orElse(0L);
    lake.put(
        "forgotten/" + account + ".json",
        "{\"account\":\"%s\",\"at\":\"%s\",\"gone\":%d}%n"
            .formatted(account, clock.instant(), gone)
            .getBytes(UTF_8),
        "application/json");
    purge(account);
    return gone;
  }

  void forEach(String account, Consumer<ChangeEvent> consumer) {
    new LakeFiles(lake, account, allocator).forEach(consumer);
    events.ifPresent(
        store -> {
          for (LocalDate day : store.days(account)) {
            store.readDay(account, day, consumer);
          }
        });
  }

  /** The company's own files that still tell the person: they are the company's to change. */
  private Set<String> own(String account, List<String> told) {
    String folder = "accounts/" + account + '/';
    Set<String> own = new TreeSet<>();
    for (ObjectStore.Entry entry : lake.list(folder)) {
      String name = entry.key().substring(folder.length());
      if (name.indexOf('/') < 0 && Pages.tells(new String(lake.get(entry.key()), UTF_8), told)) {
        own.add(name);
      }
    }
    return own;
  }

  private void forgetNames(String account, String id) {
    for (ObjectStore.Entry entry : lake.list("accounts/" + account + "/names/")) {
      try {
        JsonNode names = JSON.readTree(lake.get(entry.key()));
        if (names.path("owner") instanceof ObjectNode owners && owners.remove(id) != null) {
          lake.put(
              entry.key(),
              (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(names) + '\n')
                  .getBytes(UTF_8),
              "application/json");
        }
      } catch (IOException e) {
        throw new SvodkaException(ErrorCode.INPUT_INVALID, entry.key() + " cannot be read", e);
      }
    }
  }

  private long quarantine(String account, List<String> told) {
    List<String> found =
        lake.list("quarantine/" + account + '/').stream()
            .map(ObjectStore.Entry::key)
            .filter(key -> Pages.tells(new String(lake.get(key), UTF_8), told))
            .toList();
    found.forEach(lake::delete);
    return found.size();
  }

  private static long delete(ObjectStore store, String prefix) {
    List<ObjectStore.Entry> entries = store.list(prefix);
    entries.forEach(entry -> store.delete(entry.key()));
    return entries.size();
  }

  /** Versions of before are as good as the objects. */
  void purge(String account) {
    lake.purge(LakeKeys.account(account));
    lake.purge("fields/" + account + '/');
    lake.purge("quarantine/" + account + '/');
    lake.purge("accounts/" + account + '/');
    reports.ifPresent(store -> store.purge(account + '/'));
  }
}
