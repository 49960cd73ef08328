package dev.svodka.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestHandlerTest {
  private static final String BODY =
      "leads[status][0][id]=7&leads[status][0][status_id]=142&leads[status][0][pipeline_id]=3177727"
          + "&leads[status][0][last_modified]=1787553018&account[id]=12345678"
          + "&account[subdomain]=romashka";
  private static final String PATH = "/hooks/romashka/amo/" + Door.SECRET;

  @TempDir private Path folder;
  private Door door;
  private Handling handler;

  /** Spares the tests the context, which the handler does not use. */
  private interface Handling {
    int status(APIGatewayV2HTTPEvent event);
  }

  @BeforeEach
  void open() {
    door = new Door(folder);
    IngestHandler real = new IngestHandler(door.ingest);
    handler = event -> real.handleRequest(event, null).getStatusCode();
  }

  @Test
  void aPlainBodyAndABase64BodyAreTheSameDelivery() {
    assertThat(handler.status(event("POST", PATH, BODY, false))).isEqualTo(202);
    int once = door.stored.size();
    String base64 = Base64.getEncoder().encodeToString(BODY.getBytes(StandardCharsets.UTF_8));

    assertThat(handler.status(event("POST", PATH, base64, true))).isEqualTo(202);
    assertThat(once).isPositive();
    assertThat(door.stored).hasSize(once);
  }

  @Test
  void aNamedStageInFrontOfThePathIsPassedOver() {
    assertThat(handler.status(event("POST", "/prod" + PATH, BODY, false))).isEqualTo(202);
  }

  @Test
  void aBodyThatIsNoBase64IsQuarantinedAndNotLost() {
    assertThat(handler.status(event("POST", PATH, "[%", true))).isEqualTo(202);
    assertThat(door.quarantined()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/hooks/romashka/amo",
        "/hooks/romashka/amo/x/y",
        "/hooks/../amo/" + Door.SECRET,
        "/hooks/ROMASHKA/amo/" + Door.SECRET,
        "/hooks/romashka/amo/%00"
      })
  void otherRoutesAreNotFound(String path) {
    assertThat(handler.status(event("POST", path, BODY, false))).isEqualTo(404);
  }

  @Test
  void otherMethodsAndEmptyEventsAreNotFound() {
    assertThat(handler.status(event("GET", PATH, BODY, false))).isEqualTo(404);
    assertThat(handler.status(new APIGatewayV2HTTPEvent())).isEqualTo(404);
  }

  private static APIGatewayV2HTTPEvent event(
      String method, String path, String body, boolean base64) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withBody(body)
        .withIsBase64Encoded(base64)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod(method).build())
                .build())
        .build();
  }
}
