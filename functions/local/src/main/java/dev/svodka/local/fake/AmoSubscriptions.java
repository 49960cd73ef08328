package dev.svodka.local.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The webhooks of a fake amoCRM's account; one is there from the beginning. */
final class AmoSubscriptions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SortedMap<String, List<String>> settings = new TreeMap<>();

  AmoSubscriptions() {
    settings.put("https://example.com/hooks/romashka/amo/fake-hook-secret", List.of("add_lead"));
  }

  SortedMap<String, List<String>> all() {
    return new TreeMap<>(settings);
  }

  List<ObjectNode> rows(boolean disabled) {
    List<ObjectNode> rows = new ArrayList<>();
    settings.forEach(
        (destination, events) -> {
          ObjectNode row = JSON.createObjectNode().put("id", rows.size() + 1);
          row.put("destination", destination).put("disabled", disabled);
          events.forEach(row.putArray("settings")::add);
          rows.add(row);
        });
    return rows;
  }

  /** Answers what it has put. */
  String put(String body) {
    JsonNode told = json(body);
    List<String> events = new ArrayList<>();
    told.path("settings").forEach(event -> events.add(event.asText()));
    settings.put(told.path("destination").asText(), List.copyOf(events));
    return body;
  }

  boolean delete(String body) {
    return settings.remove(json(body).path("destination").asText()) != null;
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
