package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * What is done for people once a day. Whoever was forgotten and is told of in the table since gets
 * the pseudonym there too; people of whom nothing was told for the business file's {@code
 * retention} get theirs, and quarantine of that age is deleted. What fails on the way is made whole
 * by the next run.
 *
 * <p>All that an account has is read only when somebody can have aged: a run leaves beside its
 * answer whose turn is next. So most runs read a line. At most once a week, and once in four weeks
 * in any case, for an import may have brought people of long ago.
 *
 * @param parts what is gone over
 */
public record NightlyErasure(Erasure parts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Period REST = Period.ofDays(7);
  private static final Period LONGEST = Period.ofDays(28);

  /**
   * What was done.
   *
   * @param swept events of the table that told again whom the account has forgotten
   * @param people who have pseudonyms now because of their age
   * @param quarantined payloads that were deleted
   */
  public record Done(long swept, int people, long quarantined) {}

  /** Runs once a day of the business's; a second time it does nothing. */
  public Done run(Business business) {
    String account = business.account();
    ObjectNode state = state(account);
    Instant now = parts.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, business.zone());
    if (state.path("done").asText().equals(today.toString())) {
      return new Done(0, 0, 0);
    }
    long swept = sweep(account, state);
    Done done =
        business
            .retention()
            .map(kept -> age(business, kept, state, today))
            .map(aged -> new Done(swept, aged.people(), aged.quarantined()))
            .orElse(new Done(swept, 0, 0));
    state.put("swept", now.toString()).put("done", today.toString());
    parts.lake().put(key(account), (state + "\n").getBytes(UTF_8), "application/json");
    return done;
  }

  /** From the day of the last time on, or everything where somebody was forgotten since. */
  private long sweep(String account, JsonNode state) {
    Forgotten forgotten = Forgotten.of(parts.lake(), account);
    if (forgotten.nobody()) {
      return 0;
    }
    Instant last =
        Optional.of(state.path("swept").asText())
            .filter(text -> !text.isEmpty())
            .map(Instant::parse)
            .orElse(Instant.EPOCH);
    boolean all = forgotten.since(last);
    LocalDate from = all ? LocalDate.EPOCH : LocalDate.ofInstant(last, ZoneOffset.UTC).minusDays(1);
    long swept =
        parts.events().map(store -> store.rewrite(account, from, forgotten::apply)).orElse(0L);
    return all
        ? swept + new LakeFiles(parts.lake(), account, parts.allocator()).rewrite(forgotten::apply)
        : swept;
  }

  private Retention.Aged age(Business business, Period kept, ObjectNode state, LocalDate today) {
    Retention retention = new Retention(parts);
    Instant before = Retention.before(business, kept, parts.clock().instant());
    if (!due(state, kept, before, today)) {
      long quarantined = retention.quarantine(business.account(), before);
      return new Retention.Aged(0, 0, 0, quarantined, Set.of(), Optional.empty());
    }
    Retention.Aged aged = retention.age(business.account(), before, CustomerFields.of(business));
    state.put("kept", kept.toString()).put("passed", today.toString());
    state.put("next", aged.next().map(Instant::toString).orElse(""));
    return aged;
  }

  private static boolean due(JsonNode state, Period kept, Instant before, LocalDate today) {
    if (!state.path("kept").asText().equals(kept.toString())) {
      return true;
    }
    LocalDate passed = LocalDate.parse(state.path("passed").asText());
    String next = state.path("next").asText();
    return !today.isBefore(passed.plus(LONGEST))
        || (!today.isBefore(passed.plus(REST))
            && !next.isEmpty()
            && Instant.parse(next).isBefore(before));
  }

  private ObjectNode state(String account) {
    String key = key(account);
    ObjectStore lake = parts.lake();
    if (!lake.exists(key)) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(lake.get(key)) instanceof ObjectNode state
          ? state
          : JSON.createObjectNode();
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.INPUT_INVALID, key + ": delete it, it is damaged", e);
    }
  }

  private static String key(String account) {
    return LakeKeys.account(account) + "retention.json";
  }
}
