package dev.svodka.report.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.kpi.diff.Cause;
import dev.svodka.kpi.diff.FigureKey;
import dev.svodka.kpi.diff.Restatement;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code restated.json}: the figures that are told of as restated, for the next run to go on from.
 */
final class RestatedFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RestatedFile() {}

  static byte[] write(List<Restatement> figures) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode rows = document.putArray("restated");
    for (Restatement figure : figures) {
      FigureKey key = figure.key();
      ObjectNode row = rows.addObject();
      row.put("kpi", key.kpi()).put("process", key.process());
      row.put("subject", key.subject().orElse(null)).put("period", key.period());
      ObjectNode group = row.putObject("group");
      key.group().forEach((name, value) -> group.put(name, value.orElse(null)));
      row.put("clock", key.clock().orElse(null)).put("unit", figure.unit());
      row.put("before", figure.before().map(BigDecimal::toPlainString).orElse(null));
      row.put("now", figure.now().map(BigDecimal::toPlainString).orElse(null));
      row.put("found", figure.found().toString());
      ArrayNode causes = row.putArray("causes");
      figure.causes().forEach(cause -> causes.add(cause.name().toLowerCase(Locale.ROOT)));
    }
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }

  /**
   * Reads it.
   *
   * @throws IOException where it is none
   */
  static List<Restatement> read(byte[] file) throws IOException {
    List<Restatement> figures = new ArrayList<>();
    for (JsonNode row : JSON.readTree(file).path("restated")) {
      try {
        figures.add(figure(row));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw new IOException("a restated figure cannot be read", e);
      }
    }
    return figures;
  }

  private static Restatement figure(JsonNode row) {
    SortedMap<String, Optional<String>> group = new TreeMap<>();
    row.path("group")
        .properties()
        .forEach(
            one ->
                group.put(
                    one.getKey(),
                    one.getValue().isNull()
                        ? Optional.empty()
                        : Optional.of(one.getValue().asText())));
    List<Cause> causes = new ArrayList<>();
    row.path("causes")
        .forEach(cause -> causes.add(Cause.valueOf(cause.asText().toUpperCase(Locale.ROOT))));
    return new Restatement(
        new FigureKey(
            row.path("process").asText(),
            row.path("kpi").asText(),
            text(row, "subject"),
            row.path("period").asText(),
            group,
            text(row, "clock")),
        row.path("unit").asText(),
        text(row, "before").map(BigDecimal::new),
        text(row, "now").map(BigDecimal::new),
        Instant.parse(row.path("found").asText()),
        causes);
  }

  private static Optional<String> text(JsonNode row, String field) {
    return row.hasNonNull(field) ? Optional.of(row.path(field).asText()) : Optional.empty();
  }
}
