package dev.svodka.local.demo;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.IngestHandler;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.demo.RecordedHooks.Hook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/**
 * One instance of the ingest function, as Lambda runs several side by side; its clock stands at the
 * moment at which the delivery under way came in.
 */
final class IngestInstance {
  private final ReplayClock clock = new ReplayClock();
  private final IngestHandler handler;
  private final String secret;

  IngestInstance(AwsClients clients, String table, ObjectStore lake, String secret) {
    this.secret = secret;
    handler =
        new IngestHandler(
            new Ingest(
                new StoredCompanies(lake, Clock.systemUTC()),
                reference -> Optional.of(secret),
                new DynamoEventStore(clients.dynamoDb(), table, lake, clock),
                parked -> {
                  throw new SvodkaException(
                      ErrorCode.STORE_UNAVAILABLE, "DynamoDB Local does not take events");
                },
                new Quarantine(lake),
                clock));
  }

  /** Takes one delivery as the HTTP API hands it over. */
  void post(String account, String source, Hook hook) {
    clock.set(hook.received());
    String path = "/hooks/%s/%s/%s".formatted(account, source, secret);
    int status = handler.handleRequest(event(path, hook.body()), null).getStatusCode();
    if (status != 202) {
      throw new SvodkaException(
          ErrorCode.INTERNAL, "ingest answered %d to a sample webhook".formatted(status));
    }
  }

  private static APIGatewayV2HTTPEvent event(String path, String body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod("POST").withPath(path).build())
                .build())
        .withBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
        .withIsBase64Encoded(true)
        .build();
  }
}
