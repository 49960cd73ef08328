package dev.svodka.source.bitrix24;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.form.FormNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing of an answer. Every reader throws {@link SvodkaException} where the key is told and
 * cannot be read; the message names the key and never its value.
 *
 * @param where its place in the answer, such as {@code items/0}
 * @param zone of dates without a time
 */
record Row(String where, FormNode node, ZoneId zone) {
  /** Stages such as {@code DT31_11:N}, {@code C1:UC_M3VGWL}, and plain numbers. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:-]{1,64}");

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,16}(\\.\\d{1,12})?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int DAY_LENGTH = 10;

  /** The first of the ids that is told; empty is not told. */
  Optional<String> id(String... keys) {
    for (String key : keys) {
      Optional<String> told = node.text(key).filter(id -> !id.isEmpty());
      if (told.isPresent()) {
        if (!ID.matcher(told.get()).matches()) {
          throw bad(key, "is not an id");
        }
        return told;
      }
    }
    return Optional.empty();
  }

  String needed(String... keys) {
    return id(keys).orElseThrow(() -> bad(keys[0], "is missing"));
  }

  /** An id where 0 says that there is none. */
  Optional<String> some(String key) {
    return id(key).filter(id -> !"0".equals(id));
  }

  /** ISO with an offset; a date alone is that day's midnight in the zone. */
  Optional<Instant> time(String key) {
    Optional<String> told = node.text(key).filter(text -> !text.isEmpty());
    if (told.isEmpty()) {
      return Optional.empty();
    }
    String text = told.get();
    try {
      return Optional.of(
          text.length() == DAY_LENGTH
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw bad(key, "is no time such as 2026-11-23T15:00:00+03:00");
    }
  }

  Instant neededTime(String key) {
    return time(key).orElseThrow(() -> bad(key, "is missing"));
  }

  Optional<BigDecimal> amount(String key) {
    Optional<String> told = node.text(key).filter(text -> !text.isEmpty());
    if (told.isPresent() && !AMOUNT.matcher(told.get()).matches()) {
      throw bad(key, "is no amount such as 1000 or 1000.50");
    }
    return told.map(BigDecimal::new);
  }

  Optional<String> currency(String key) {
    return node.text(key).filter(code -> CURRENCY.matcher(code).matches());
  }

  SvodkaException bad(String key, String what) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, key + " " + what);
  }
}
