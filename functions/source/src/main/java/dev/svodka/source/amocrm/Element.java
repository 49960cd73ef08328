package dev.svodka.source.amocrm;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ItemRef;
import dev.svodka.source.form.FormNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One thing that a delivery tells of. Every reader throws {@link SvodkaException} where the key is
 * told and cannot be read; the message names the key and never its value.
 *
 * @param where its place in the delivery, such as {@code leads/status/0}
 * @param zone of the source's zoneless times
 */
public record Element(String where, FormNode node, ZoneId zone) {
  private static final int ID_LENGTH = 64;

  /** The item, or a refusal where it has no id; a deletion may be the bare id. */
  public ItemRef item(String type) {
    String id =
        id("id")
            .or(() -> node.value().filter(Element::isId))
            .orElseThrow(() -> bad("id", "is missing"));
    return new ItemRef(type, id);
  }

  /** An id; empty or left out is not told. */
  public Optional<String> id(String key) {
    Optional<String> told = node.text(key).filter(id -> !id.isEmpty());
    if (told.isPresent() && !isId(told.get())) {
      throw bad(key, "is not an id");
    }
    return told;
  }

  /** An id that is told to be empty, or 0, is the empty string: nobody. */
  public Optional<String> person(String key) {
    Optional<String> told = node.text(key);
    return told.map(id -> id.isEmpty() || "0".equals(id) ? "" : id(key).orElse(""));
  }

  /** The first of the times that is told. */
  public Optional<Instant> time(String... keys) {
    for (String key : keys) {
      Optional<Instant> time = node.text(key).flatMap(text -> readTime(key, text));
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  public Optional<Instant> readTime(String key, String text) {
    if (AmoTime.notTold(text)) {
      return Optional.empty();
    }
    return Optional.of(
        AmoTime.read(text, zone)
            .orElseThrow(
                () -> bad(key, "is no time: Unix seconds or 2026-11-23 15:00:00 is expected")));
  }

  /** A date field holds a calendar day, as midnight UTC: it is that day's midnight in the zone. */
  public Optional<Instant> readDate(String key, String text) {
    return readTime(key, text).map(time -> AmoTime.localDay(time, zone));
  }

  public Optional<BigDecimal> readAmount(String key, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Amounts.read(text).orElseThrow(() -> bad(key, "is no amount such as 1000 or 1000.50")));
  }

  public SvodkaException bad(String key, String what) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, key + " " + what);
  }

  public static boolean isId(String text) {
    if (text.isEmpty() || text.length() > ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!digit && !letter && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
