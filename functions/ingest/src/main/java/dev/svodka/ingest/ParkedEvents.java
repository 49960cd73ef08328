package dev.svodka.ingest;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Events as messages of a queue: one JSON line an event, as many lines as a message takes. */
public final class ParkedEvents {
  /** SQS has taken 1 MiB since 2025; emulators and older queues stop at 256 KiB. */
  static final int MESSAGE_BYTES = 250_000;

  private ParkedEvents() {}

  public static List<String> messages(List<ChangeEvent> events) {
    List<String> messages = new ArrayList<>();
    StringBuilder message = new StringBuilder();
    int bytes = 0;
    for (ChangeEvent event : events) {
      String line = EventJson.write(event);
      int size = line.getBytes(StandardCharsets.UTF_8).length + 1;
      if (size > MESSAGE_BYTES) {
        throw new SvodkaException(
            ErrorCode.STORE_UNAVAILABLE, "an event of %d bytes cannot be parked".formatted(size));
      }
      if (bytes + size > MESSAGE_BYTES) {
        messages.add(message.toString());
        message.setLength(0);
        bytes = 0;
      }
      message.append(line).append('\n');
      bytes += size;
    }
    if (bytes > 0) {
      messages.add(message.toString());
    }
    return messages;
  }

  /**
   * The events of a message.
   *
   * @throws SvodkaException {@code INPUT_INVALID} where it is none of ours
   */
  public static List<ChangeEvent> events(String message) {
    return message.lines().filter(line -> !line.isBlank()).map(ParkedEvents::event).toList();
  }

  private static ChangeEvent event(String line) {
    return switch (EventJson.read(line, EventJson.Defaults.NONE)) {
      case EventJson.Parsed.Valid(ChangeEvent event, boolean identified) -> event;
      case EventJson.Parsed.Refused(String field, String reason) ->
          throw new SvodkaException(
              ErrorCode.INPUT_INVALID,
              "a parked event cannot be read: %s %s".formatted(field, reason));
    };
  }
}
