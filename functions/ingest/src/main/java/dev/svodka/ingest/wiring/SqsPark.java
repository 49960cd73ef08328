package dev.svodka.ingest.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.ingest.Park;
import dev.svodka.ingest.ParkedEvents;
import dev.svodka.lake.aws.JsonService;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Parks events in an SQS queue, several to a message. */
public final class SqsPark implements Park {
  private final JsonService sqs;
  private final String queue;

  /**
   * @param queue its URL
   */
  public SqsPark(JsonService sqs, String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  @Override
  public void park(List<ChangeEvent> events) {
    for (String message : ParkedEvents.messages(events)) {
      send(message);
    }
  }

  private void send(String message) {
    try {
      JsonService.Reply reply =
          sqs.call(
              "AmazonSQS.SendMessage", "1.0", Map.of("QueueUrl", queue, "MessageBody", message));
      if (!reply.ok()) {
        throw unavailable("status " + reply.status(), null);
      }
    } catch (IOException | SdkException e) {
      throw unavailable(e.getClass().getSimpleName(), e);
    }
  }

  private static SvodkaException unavailable(String reason, @Nullable Exception cause) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE, "The park queue does not take events: " + reason, cause);
  }
}
