package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code {"salt": …, "forgotten": [{"whom", "pseudonym", "at", "marks": […]}]}}. */
final class TombstoneFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TombstoneFile() {}

  static Forgotten read(String key, byte[] file) {
    try {
      JsonNode root = JSON.readTree(file);
      List<Tombstone> tombstones = new ArrayList<>();
      for (JsonNode each : root.path("forgotten")) {
        List<String> marks = new ArrayList<>();
        each.path("marks").forEach(mark -> marks.add(mark.asText()));
        tombstones.add(
            new Tombstone(
                each.path("whom").asText(),
                each.path("pseudonym").asText(),
                each.path("at").asText(),
                marks));
      }
      return new Forgotten(new Marks(root.path("salt").asText()), tombstones);
    } catch (IOException e) {
      // whoever was forgotten must not come back because this file is damaged
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE, key + ": is damaged; put its version of before back", e);
    }
  }

  static byte[] write(String salt, List<Tombstone> tombstones) {
    ObjectNode root = JSON.createObjectNode().put("salt", salt);
    ArrayNode all = root.putArray("forgotten");
    for (Tombstone each : tombstones) {
      ObjectNode one = all.addObject();
      one.put("whom", each.whom()).put("pseudonym", each.pseudonym()).put("at", each.at());
      each.marks().forEach(one.putArray("marks")::add);
    }
    try {
      return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + '\n')
          .getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new SvodkaException(ErrorCode.INTERNAL, "a tree of texts is no JSON", e);
    }
  }
}
