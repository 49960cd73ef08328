package dev.svodka.local.account.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.JsonService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** CloudFormation's answers, as its reference has them. */
class StackOutputsTest {
  private static final String FOUND =
      """
      <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
        <DescribeStacksResult><Stacks><member>
          <StackName>svodka</StackName>
          <Outputs>
            <member><OutputKey>LakeBucket</OutputKey><OutputValue>svodka-lake</OutputValue></member>
            <member><Description>Where &amp; what</Description><OutputKey>HookUrl</OutputKey>
              <OutputValue>https://abc.execute-api.eu-central-1.amazonaws.com/hooks</OutputValue></member>
          </Outputs>
        </member></Stacks></DescribeStacksResult>
      </DescribeStacksResponse>
      """;
  private static final String ERROR =
      """
      <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
        <Error><Type>Sender</Type><Code>%s</Code><Message>of arn:aws:iam::1:user/x</Message></Error>
      </ErrorResponse>
      """;

  private final AtomicReference<String> asked = new AtomicReference<>("");
  private HttpServer server = serving(200, FOUND);

  private HttpServer serving(int status, String xml) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.createContext(
          "/",
          exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = xml.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      started.start();
      return started;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private StackOutputs outputs(AwsCredentialsProvider credentials) {
    return new StackOutputs(
        new JsonService(
            UrlConnectionHttpClient.builder().build(),
            credentials,
            Region.EU_CENTRAL_1,
            "cloudformation",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
  }

  private StackOutputs outputs() {
    return outputs(
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret-key")));
  }

  private void answers(int status, String xml) {
    server.stop(0);
    server = serving(status, xml);
  }

  @Test
  void theOutputsAreReadByTheirKeys() {
    assertThat(outputs().of("svodka & co"))
        .containsEntry("LakeBucket", "svodka-lake")
        .containsEntry("HookUrl", "https://abc.execute-api.eu-central-1.amazonaws.com/hooks");
    assertThat(asked.get())
        .isEqualTo("Action=DescribeStacks&Version=2010-05-15&StackName=svodka+%26+co");
  }

  @Test
  void whatIsWrongIsSaidPlainly() {
    answers(400, ERROR.formatted("ValidationError"));
    fails(ErrorCode.NOT_FOUND, "there is no stack `other`");
    answers(403, ERROR.formatted("AccessDenied"));
    fails(ErrorCode.NOT_AUTHENTICATED, "does not let these credentials look");
    answers(400, ERROR.formatted("Throttling"));
    fails(ErrorCode.STORE_UNAVAILABLE, "CloudFormation answers 400 Throttling");
    answers(400, "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>");
    fails(ErrorCode.STORE_UNAVAILABLE, "CloudFormation");
  }

  private void fails(ErrorCode code, String message) {
    assertThatThrownBy(() -> outputs().of("other"))
        .isInstanceOfSatisfying(SvodkaException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message)
        .hasMessageNotContaining("arn:aws");
  }

  @Test
  void withoutCredentialsThatIsSaid() {
    assertThatThrownBy(
            () ->
                outputs(
                        () -> {
                          throw SdkClientException.create("Unable to load credentials");
                        })
                    .of("svodka"))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("there are no credentials");
  }
}
