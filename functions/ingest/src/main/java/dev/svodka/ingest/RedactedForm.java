package dev.svodka.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A form body without what could be a person's: every key, but values only where the key says that
 * it is an id, a stage, a sum or a time and the value looks like one, or where the business file
 * keeps the field. Of the others stands the length.
 *
 * @param leftOut how many pairs there are beyond those listed
 */
record RedactedForm(List<Pair> pairs, int leftOut) {
  private static final int MAX_PAIRS = 5_000;
  private static final int MAX_KEPT_BYTES = 200;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_\\-\\[\\]]{1,200}");
  private static final Pattern NUMBER_OR_TIME = Pattern.compile("[0-9.:TZ+-]{0,32}");
  private static final Pattern LAST_NAME = Pattern.compile("([A-Za-z_]+)\\]?$");
  private static final Set<String> TECHNICAL =
      Set.of(
          "id",
          "status_id",
          "old_status_id",
          "pipeline_id",
          "old_pipeline_id",
          "responsible_user_id",
          "old_responsible_user_id",
          "modified_user_id",
          "created_user_id",
          "account_id",
          "catalog_id",
          "element_id",
          "element_type",
          "price",
          "last_modified",
          "date_create",
          "created_at",
          "updated_at",
          "complete_till",
          "task_type",
          "ts",
          "event_handler_id");

  /** A key with its value, or with the length of the value in bytes. */
  record Pair(String key, String value) {}

  static RedactedForm of(byte[] body, Set<String> kept) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    List<Pair> pairs = new ArrayList<>();
    int leftOut = 0;
    int start = 0;
    while (start < text.length()) {
      int found = text.indexOf('&', start);
      int end = found < 0 ? text.length() : found;
      if (pairs.size() < MAX_PAIRS) {
        pairs.add(pair(text.substring(start, end), kept));
      } else {
        leftOut++;
      }
      start = end + 1;
    }
    return new RedactedForm(List.copyOf(pairs), leftOut);
  }

  private static Pair pair(String text, Set<String> kept) {
    int equals = text.indexOf('=');
    String rawKey = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? "" : text.substring(equals + 1);
    String key = readable(rawKey);
    return new Pair(
        key, allowed(key, value, kept) ? value : "(%d bytes)".formatted(value.length()));
  }

  private static String readable(String rawKey) {
    if (rawKey.length() > 1_000) {
      return unreadable(rawKey);
    }
    String key = rawKey.replaceAll("(?i)%5B", "[").replaceAll("(?i)%5D", "]");
    return KEY.matcher(key).matches() ? key : unreadable(rawKey);
  }

  private static String unreadable(String rawKey) {
    return "(a key of %d bytes)".formatted(rawKey.length());
  }

  private static boolean allowed(String key, String value, Set<String> kept) {
    if (value.length() > MAX_KEPT_BYTES) {
      return false;
    }
    return LAST_NAME
        .matcher(key)
        .results()
        .map(match -> match.group(1))
        .anyMatch(
            name ->
                kept.contains(name)
                    || (TECHNICAL.contains(name) && NUMBER_OR_TIME.matcher(value).matches()));
  }
}
