package dev.svodka.core.event;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Identity of an event by its content: the first 128 bits of SHA-256 over what the event says, each
 * part prefixed by its length, with "not told" apart from "told empty".
 *
 * <p>Not in the hash: the way it came, who made the change, the stage before, names, the moment it
 * was received. So one fact that is told twice in the same words is one event.
 */
public final class EventId {
  private static final int BYTES = 16;

  private EventId() {}

  static String of(ChangeEvent event, int occurrence) {
    Digest digest = new Digest();
    digest.text(event.account());
    digest.text(event.item().type());
    digest.text(event.item().id());
    digest.text(event.kind().text());
    digest.optional(event.pipeline());
    digest.optional(event.stage());
    digest.optional(event.owner());
    digest.optional(event.amount().map(BigDecimal::toPlainString));
    digest.optional(event.currency());
    digest.optional(event.dueAt().map(due -> Long.toString(due.toEpochMilli())));
    digest.optional(event.parent().map(ItemRef::type));
    digest.optional(event.parent().map(ItemRef::id));
    if (event.kind() == Kind.CHANGED) {
      digest.number(event.fields().size());
      for (Map.Entry<String, String> field : event.fields().entrySet()) {
        digest.text(field.getKey());
        digest.text(field.getValue());
      }
    }
    digest.moment(event.occurredAt());
    digest.number(occurrence);
    return HexFormat.of().formatHex(digest.bytes(), 0, BYTES);
  }

  private static final class Digest {
    private final MessageDigest sha = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    void optional(Optional<String> value) {
      if (value.isPresent()) {
        text(value.get());
      } else {
        number(-1);
      }
    }

    void text(String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      sha.update(bytes);
    }

    void moment(Instant value) {
      number(value.toEpochMilli());
    }

    void number(long value) {
      sha.update(number.clear().putLong(value).flip());
    }

    byte[] bytes() {
      return sha.digest();
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
