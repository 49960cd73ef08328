package dev.svodka.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.source.Parsed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a source has been read, kept in the lake's bucket. A mark is saved only after the events
 * that it stands for are durable, so a run that is stopped anywhere is gone on with and loses
 * nothing; what is read twice is the same event.
 */
public final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS_BETWEEN_SAVES = 20_000;

  private final ObjectStore objects;
  private final String key;
  private final EventSink sink;
  private final Optional<Instant> end;
  private final SortedMap<String, String> marks = new TreeMap<>();
  private final SortedMap<String, Long> rejected = new TreeMap<>();
  private long events;
  private long unsaved;

  /**
   * @param end events at it or later are left out; empty: none are
   */
  public Journal(ObjectStore objects, String key, EventSink sink, Optional<Instant> end) {
    this.objects = objects;
    this.key = key;
    this.sink = sink;
    this.end = end;
    load();
  }

  public Optional<String> mark(String name) {
    return Optional.ofNullable(marks.get(name));
  }

  /** The time up to which a feed has been read. */
  public Optional<Instant> time(String feed) {
    return mark(feed).map(Instant::parse);
  }

  /** Puts what a page gave. */
  public void put(Parsed.Events told) {
    List<ChangeEvent> wanted =
        told.events().stream()
            .filter(event -> end.isEmpty() || event.occurredAt().isBefore(end.get()))
            .toList();
    sink.put(wanted);
    events += wanted.size();
    unsaved += wanted.size();
    for (Parsed.Rejected part : told.rejected()) {
      String list = part.where().replaceAll("/\\d+", "");
      rejected.merge(list + ": " + part.reason(), 1L, Long::sum);
    }
  }

  /** Sets the time up to which a feed has been read, after what it stands for was put. */
  public void mark(String feed, Instant time) {
    sink.reached(feed, time);
    mark(feed, time.toString());
  }

  /** Sets a mark, after what it stands for was put. */
  public void mark(String name, String value) {
    marks.put(name, value);
    if (unsaved >= EVENTS_BETWEEN_SAVES) {
      save();
    }
  }

  public void forget(String name) {
    marks.remove(name);
  }

  /** Makes events and marks durable, in this order. */
  public void save() {
    sink.flush();
    unsaved = 0;
    ObjectNode document = JSON.createObjectNode();
    ObjectNode all = document.putObject("marks");
    marks.forEach(all::put);
    objects.put(key, bytes(document), "application/json");
  }

  public long events() {
    return events;
  }

  /** Rows that could not be read, by list and reason. */
  public Map<String, Long> rejected() {
    return Map.copyOf(rejected);
  }

  private void load() {
    if (!objects.exists(key)) {
      return;
    }
    try {
      for (Map.Entry<String, JsonNode> mark :
          JSON.readTree(objects.get(key)).path("marks").properties()) {
        marks.put(mark.getKey(), mark.getValue().asText());
      }
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.INPUT_INVALID, key + " cannot be read", e);
    }
  }

  static byte[] bytes(ObjectNode document) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }
}
