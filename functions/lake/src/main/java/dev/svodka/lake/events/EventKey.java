package dev.svodka.lake.events;

import static java.util.Objects.requireNonNull;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys of the table: an event lies under {@code account#day#shard} and its {@code event_id}; the
 * days of an account lie under {@code account#days}.
 */
final class EventKey {
  static final String PARTITION = "pk";
  static final String SORT = "sk";
  static final int SHARDS = 8;

  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{32}");

  private EventKey() {}

  static Map<String, AttributeValue> event(String account, LocalDate day, String eventId) {
    if (!EVENT_ID.matcher(eventId).matches()) {
      throw new SvodkaException(ErrorCode.INTERNAL, "event_id is not 32 hex digits");
    }
    int shard = Integer.parseInt(eventId.substring(0, 1), 16) % SHARDS;
    return key(partition(account, day, shard), eventId);
  }

  static String partition(String account, LocalDate day, int shard) {
    return checked(account) + '#' + day + '#' + shard;
  }

  static Map<String, AttributeValue> day(String account, LocalDate day) {
    return key(days(account), day.toString());
  }

  static LocalDate dayOf(Map<String, AttributeValue> item) {
    return LocalDate.parse(requireNonNull(item.get(SORT), SORT).s());
  }

  static String days(String account) {
    return checked(account) + "#days";
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
  }

  static String checked(String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "An account is 1 to 40 of the characters a-z, 0-9 and '-'");
    }
    return account;
  }
}
