package dev.svodka.local.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Base64;

/** What an HTTP API hands to the function: a form body comes as base64. */
final class HttpEvents {
  private HttpEvents() {}

  static APIGatewayV2HTTPEvent post(String path, byte[] body) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withBody(Base64.getEncoder().encodeToString(body))
        .withIsBase64Encoded(true)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod("POST").build())
                .build())
        .build();
  }
}
