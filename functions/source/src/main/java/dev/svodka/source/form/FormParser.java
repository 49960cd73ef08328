package dev.svodka.source.form;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads {@code application/x-www-form-urlencoded} with bracketed keys in one pass over the bytes.
 *
 * <p>The body is cut at {@code &} and the first {@code =} before anything is decoded, so that a
 * value may hold them. Brackets may be percent-encoded or raw. Decoding is that of the URL
 * standard's form parser: {@code +} is a space, a percent sign without two hex digits stands for
 * itself, and bytes that are not UTF-8 become U+FFFD; a name that the sender cut within a letter
 * must not cost the event.
 *
 * <p>A key whose brackets do not pair ({@code a[b}, {@code a[b]c}) is refused: where its value
 * belongs cannot be told.
 */
public final class FormParser {
  private final byte[] body;
  private final FormLimits limits;
  private final FormNode root = new FormNode();
  private byte[] decoded = new byte[256];
  private int keys;

  private FormParser(byte[] body, FormLimits limits) {
    this.body = body;
    this.limits = limits;
  }

  /** Reads a body within {@link FormLimits#DEFAULT}. */
  public static FormNode parse(byte[] body) {
    return parse(body, FormLimits.DEFAULT);
  }

  /**
   * Reads a body.
   *
   * @throws SvodkaException {@code INPUT_TOO_LARGE} beyond a limit, {@code INPUT_INVALID} where a
   *     key cannot be read; the message names the place, never a value
   */
  public static FormNode parse(byte[] body, FormLimits limits) {
    if (body.length > limits.bytes()) {
      throw tooLarge(
          "the body has %d bytes, %d are allowed".formatted(body.length, limits.bytes()));
    }
    return new FormParser(body, limits).run();
  }

  private FormNode run() {
    int start = 0;
    while (start < body.length) {
      int equals = -1;
      int end = start;
      while (end < body.length && body[end] != '&') {
        if (equals < 0 && body[end] == '=') {
          equals = end;
        }
        end++;
      }
      if (end > start) {
        pair(start, equals < 0 ? end : equals, end);
      }
      start = end + 1;
    }
    return root;
  }

  private void pair(int start, int keyEnd, int end) {
    keys++;
    if (keys > limits.keys()) {
      throw tooLarge("the body has more than %d keys".formatted(limits.keys()));
    }
    if (keyEnd - start > limits.keyBytes()) {
      throw tooLarge("key %d is longer than %d bytes".formatted(keys, limits.keyBytes()));
    }
    int valueStart = Math.min(keyEnd + 1, end);
    if (end - valueStart > limits.valueBytes()) {
      throw tooLarge(
          "the value of key %d is longer than %d bytes".formatted(keys, limits.valueBytes()));
    }
    FormNode place = place(decode(start, keyEnd));
    place.set(text(0, decode(valueStart, end)));
  }

  /** Walks the decoded key, {@code length} bytes of it, down from the root. */
  private FormNode place(int length) {
    int nameEnd = indexOf((byte) '[', 0, length);
    if (nameEnd == 0) {
      throw invalid("key %d begins with a bracket".formatted(keys));
    }
    if (nameEnd < 0) {
      return root.open(text(0, length));
    }
    FormNode node = root.open(text(0, nameEnd));
    int depth = 1;
    int open = nameEnd;
    while (open < length) {
      int close = decoded[open] == '[' ? indexOf((byte) ']', open, length) : -1;
      if (close < 0) {
        throw invalid("the brackets of key %d do not pair".formatted(keys));
      }
      depth++;
      if (depth > limits.depth()) {
        throw tooLarge("key %d is deeper than %d levels".formatted(keys, limits.depth()));
      }
      node = close == open + 1 ? node.append() : node.open(text(open + 1, close));
      open = close + 1;
    }
    return node;
  }

  private int indexOf(byte wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (decoded[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private String text(int from, int to) {
    return new String(decoded, from, to - from, StandardCharsets.UTF_8);
  }

  /** Decodes a stretch of the body into the buffer and returns its length there. */
  private int decode(int from, int to) {
    if (to - from > decoded.length) {
      decoded = Arrays.copyOf(decoded, Integer.highestOneBit(to - from) * 2);
    }
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = body[i];
      if (b == '+') {
        b = ' ';
      } else if (b == '%' && i + 2 < to) {
        int high = Character.digit(body[i + 1], 16);
        int low = Character.digit(body[i + 2], 16);
        if (high >= 0 && low >= 0) {
          b = (byte) (high * 16 + low);
          i += 2;
        }
      }
      decoded[length] = b;
      length++;
    }
    return length;
  }

  private static SvodkaException tooLarge(String message) {
    return new SvodkaException(ErrorCode.INPUT_TOO_LARGE, "The form is too large: " + message);
  }

  private static SvodkaException invalid(String message) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, "The form cannot be read: " + message);
  }
}
