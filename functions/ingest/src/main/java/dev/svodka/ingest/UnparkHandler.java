package dev.svodka.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.ingest.wiring.IngestWiring;
import dev.svodka.lake.events.EventStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts parked events into the store of events. What fails stays in the queue, alone, and after
 * enough attempts goes to the dead letters.
 */
public final class UnparkHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(UnparkHandler.class);

  private final EventStore events;

  /** For Lambda: everything from the environment. */
  public UnparkHandler() {
    this(IngestWiring.eventsFromEnvironment());
  }

  public UnparkHandler(EventStore events) {
    this.events = events;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, @Nullable Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : batch.getRecords()) {
      try {
        events.put(ParkedEvents.events(message.getBody()));
      } catch (SvodkaException e) {
        LOG.error("Parked message {} stays: {}", message.getMessageId(), e.code());
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
