package dev.svodka.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.crm.CrmNames;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.source.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of pipelines, stages, owners and reasons at {@code accounts/<account>/names/<source>.json},
 * with their history, for the CRMs keep none:
 *
 * <pre>{"stage": {"3177727/142": {"order": 10000, "names": [{"name": "…", "since": "…"}]}}}</pre>
 *
 * The last name is the one in force; {@code gone} tells since when the thing is no more.
 */
public final class NamesFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LENGTH = 300;

  private final ObjectStore objects;
  private final String key;

  public NamesFile(ObjectStore objects, String account, String source) {
    this.objects = objects;
    this.key = CrmNames.key(account, source);
  }

  /**
   * Takes over what things are called now; kinds of which nothing is told stay as they are.
   *
   * @param at since when a name that is new is known
   */
  public void update(List<Named> now, Instant at) {
    ObjectNode document = read();
    for (Named.What what : Named.What.values()) {
      List<Named> told = now.stream().filter(named -> named.what() == what).toList();
      if (!told.isEmpty()) {
        update(document.withObjectProperty(what.name().toLowerCase(Locale.ROOT)), told, at);
      }
    }
    objects.put(key, Journal.bytes(sorted(document)), "application/json");
  }

  private static void update(ObjectNode things, List<Named> told, Instant at) {
    Set<String> gone = new TreeSet<>();
    things.fieldNames().forEachRemaining(gone::add);
    for (Named named : told) {
      gone.remove(named.id());
      ObjectNode thing = things.withObjectProperty(named.id());
      thing.put("order", named.order());
      thing.remove("gone");
      ArrayNode names = thing.withArrayProperty("names");
      String name =
          named.name().codePointCount(0, named.name().length()) <= LENGTH
              ? named.name()
              : named.name().substring(0, named.name().offsetByCodePoints(0, LENGTH));
      if (names.isEmpty() || !names.get(names.size() - 1).path("name").asText().equals(name)) {
        names.addObject().put("name", name).put("since", at.toString());
      }
    }
    for (String id : gone) {
      ObjectNode thing = things.withObjectProperty(id);
      if (!thing.has("gone")) {
        thing.put("gone", at.toString());
      }
    }
  }

  private ObjectNode read() {
    if (!objects.exists(key)) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(objects.get(key)) instanceof ObjectNode known
          ? known
          : JSON.createObjectNode();
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.INPUT_INVALID, key + " cannot be read", e);
    }
  }

  /** By kind and id, so that the same names are the same bytes. */
  private static ObjectNode sorted(ObjectNode document) {
    ObjectNode sorted = JSON.createObjectNode();
    Set<String> kinds = new TreeSet<>();
    document.fieldNames().forEachRemaining(kinds::add);
    for (String kind : kinds) {
      ObjectNode things = sorted.putObject(kind);
      Set<String> ids = new TreeSet<>();
      document.get(kind).fieldNames().forEachRemaining(ids::add);
      ids.forEach(id -> things.set(id, document.get(kind).get(id)));
    }
    return sorted;
  }
}
