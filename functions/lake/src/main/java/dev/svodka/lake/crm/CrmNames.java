package dev.svodka.lake.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the CRMs call their pipelines, stages and people at a moment, as {@code reconcile} keeps
 * their names with their history.
 *
 * @param names kind and id ▶ name: {@code stage 3177727/142}
 */
public record CrmNames(Map<String, String> names) {
  /** Where nothing is known. */
  public static final CrmNames NONE = new CrmNames(Map.of());

  private static final Logger LOG = LoggerFactory.getLogger(CrmNames.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  public CrmNames {
    names = Map.copyOf(names);
  }

  /** Where those of a source lie in the lake's bucket. */
  public static String key(String account, String source) {
    return "accounts/%s/names/%s.json".formatted(account, source);
  }

  /**
   * Those of some sources; of two that name the same id the first one's.
   *
   * @param at the names in force then; what was named only later has its first name
   */
  public static CrmNames find(
      ObjectStore objects, String account, Collection<String> sources, Instant at) {
    Map<String, String> names = new HashMap<>();
    for (String source : sources) {
      String key = key(account, source);
      try {
        JsonNode kinds = JSON.readTree(objects.get(key));
        for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
          for (Map.Entry<String, JsonNode> thing : kind.getValue().properties()) {
            inForce(thing.getValue(), at)
                .ifPresent(name -> names.putIfAbsent(kind.getKey() + ' ' + thing.getKey(), name));
          }
        }
      } catch (SvodkaException e) {
        if (e.code() != ErrorCode.NOT_FOUND) {
          throw e;
        }
      } catch (IOException | DateTimeParseException e) {
        LOG.warn("{} is no list of names: {}", key, e.getClass().getSimpleName());
      }
    }
    return new CrmNames(names);
  }

  private static Optional<String> inForce(JsonNode thing, Instant at) {
    Optional<String> name = Optional.empty();
    for (JsonNode one : thing.path("names")) {
      if (name.isEmpty() || Instant.parse(one.path("since").asText()).isBefore(at)) {
        name = Optional.of(one.path("name").asText()).filter(text -> !text.isBlank());
      }
    }
    return name;
  }

  public Optional<String> owner(String id) {
    return find("owner", id);
  }

  public Optional<String> pipeline(String id) {
    return find("pipeline", id);
  }

  /**
   * A stage's name.
   *
   * @param pipelines those it may be of, since an amoCRM stage's id is told apart by its pipeline
   *     alone
   */
  public Optional<String> stage(List<String> pipelines, String id) {
    return pipelines.stream()
        .flatMap(pipeline -> find("stage", pipeline + '/' + id).stream())
        .findFirst()
        .or(() -> find("stage", id));
  }

  private Optional<String> find(String kind, String id) {
    return Optional.ofNullable(names.get(kind + ' ' + id));
  }
}
