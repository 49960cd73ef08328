package dev.svodka.lake.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Webhooks that could not be read, whole or in part, as {@code ingest} keeps them.
 *
 * @param webhooks how many lie there
 * @param read of these the newest, whose reasons are told; less where there are very many
 * @param reasons source and reason ▶ how many parts of those read, and the last day (UTC)
 */
public record Quarantine(long webhooks, long read, SortedMap<Reason, Kept> reasons) {
  /** More are counted alone. */
  public static final int MOST_READ = 200;

  /** Nothing lies there. */
  public static final Quarantine EMPTY = new Quarantine(0, 0, new TreeMap<>());

  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}/[0-9a-f]+\\.json");
  private static final int DAY = 10;

  /** Why a part of a webhook could not be read. */
  public record Reason(String source, String reason) implements Comparable<Reason> {
    @Override
    public int compareTo(Reason other) {
      return Comparator.comparing(Reason::source)
          .thenComparing(Reason::reason)
          .compare(this, other);
    }
  }

  /** How many parts, and the last day (UTC). */
  public record Kept(long parts, LocalDate last) {
    private Kept plus(Kept other) {
      return new Kept(parts + other.parts, last.isAfter(other.last) ? last : other.last);
    }
  }

  public Quarantine {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /** Begins the keys of an account's. */
  public static String prefix(String account) {
    return "quarantine/%s/".formatted(account);
  }

  /**
   * What was put there between two days.
   *
   * @param first UTC
   * @param last UTC, included
   */
  public static Quarantine find(
      ObjectStore objects, String account, LocalDate first, LocalDate last) {
    String prefix = prefix(account);
    List<String> names =
        objects.list(prefix).stream()
            .map(entry -> entry.key().substring(prefix.length()))
            .filter(name -> NAME.matcher(name).matches())
            .filter(name -> name.compareTo(first.toString()) >= 0)
            .filter(name -> name.substring(0, DAY).compareTo(last.toString()) <= 0)
            .sorted(Comparator.reverseOrder())
            .toList();
    List<String> newest = names.stream().limit(MOST_READ).toList();
    TreeMap<Reason, Kept> reasons = new TreeMap<>();
    for (String name : newest) {
      LocalDate day = LocalDate.parse(name.substring(0, DAY));
      for (Reason reason : reasons(objects, prefix + name)) {
        reasons.merge(reason, new Kept(1, day), Kept::plus);
      }
    }
    return new Quarantine(names.size(), newest.size(), reasons);
  }

  private static List<Reason> reasons(ObjectStore objects, String key) {
    try {
      JsonNode webhook = JSON.readTree(objects.get(key));
      List<Reason> reasons = new ArrayList<>();
      for (JsonNode part : webhook.path("reasons")) {
        reasons.add(new Reason(webhook.path("source").asText(), part.path("reason").asText()));
      }
      return reasons;
    } catch (SvodkaException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return List.of();
      }
      throw e;
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", key, e.getClass().getSimpleName());
      return List.of();
    }
  }
}
