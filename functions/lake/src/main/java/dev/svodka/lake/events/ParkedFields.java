package dev.svodka.lake.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.lake.arrow.EventColumn;
import dev.svodka.lake.objects.ObjectStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps large {@code fields} out of the table: over 3 KB of JSON they lie in the object store under
 * {@code fields/<account>/<sha-256 of the JSON>.json}, and the item's {@code fields_at} names that
 * key. Nothing is cut, so the export puts them into the lake whole. Written before the item; a
 * repeat writes the same bytes under the same key.
 */
final class ParkedFields {
  static final int MAX_BYTES = 3 * 1024;
  private static final String FIELDS_AT = "fields_at";

  private final ObjectStore objects;

  ParkedFields(ObjectStore objects) {
    this.objects = objects;
  }

  /** The item as it goes into the table; {@code item} itself, changed or not. */
  Map<String, AttributeValue> park(String account, Map<String, AttributeValue> item) {
    AttributeValue fields = item.get(EventColumn.FIELDS.text());
    if (fields != null) {
      byte[] json = fields.s().getBytes(UTF_8);
      if (json.length > MAX_BYTES) {
        String key = "fields/%s/%s.json".formatted(account, sha256(json));
        objects.put(key, json, "application/json");
        item.remove(EventColumn.FIELDS.text());
        item.put(FIELDS_AT, AttributeValue.fromS(key));
      }
    }
    return item;
  }

  /** The item with its fields, wherever they lie. */
  Map<String, AttributeValue> fetch(Map<String, AttributeValue> item) {
    AttributeValue place = item.get(FIELDS_AT);
    if (place == null) {
      return item;
    }
    Map<String, AttributeValue> whole = new HashMap<>(item);
    whole.put(
        EventColumn.FIELDS.text(), AttributeValue.fromS(new String(objects.get(place.s()), UTF_8)));
    return whole;
  }

  /** Where an item's fields lie, if not in the item. */
  static Optional<String> place(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(FIELDS_AT)).map(AttributeValue::s);
  }

  void delete(String place) {
    objects.delete(place);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
