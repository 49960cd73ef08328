package dev.svodka.local.aws;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.AwsEndpoints;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Gives the integration tests an AWS, one for the whole run: the embedded one, or with {@code
 * -Daws=localstack} LocalStack in a container. Where it is not to be had the tests say why and are
 * skipped.
 */
final class TestAws implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(TestAws.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Running running = running(context);
    assumeTrue(running.missing() == null, () -> "SKIPPED: " + running.missing());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEndpoints.class;
  }

  @Override
  public AwsEndpoints resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).endpoints().orElseThrow();
  }

  /** Whether the back-end also has queues and parameters, which the embedded one has not. */
  static boolean hasQueuesAndParameters() {
    return System.getProperty("aws", "embedded").equals("localstack");
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
  }

  private static Running start() {
    return switch (System.getProperty("aws", "embedded")) {
      case "embedded" -> embedded();
      case "localstack" -> localstack();
      default -> throw new IllegalArgumentException("-Daws= takes embedded or localstack");
    };
  }

  private static Running embedded() {
    try {
      EmbeddedAws aws = EmbeddedAws.start(System.out::println);
      return new Running(Optional.of(aws.endpoints()), null, aws::close);
    } catch (SvodkaException e) {
      return new Running(Optional.empty(), e.getMessage(), () -> {});
    }
  }

  private static Running localstack() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return new Running(Optional.empty(), "no Docker engine answers here", () -> {});
    }
    String image = System.getProperty("localstack.image", "localstack/localstack:4.14.0");
    LocalStackContainer container =
        new LocalStackContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
            .withServices("dynamodb", "s3", "sqs", "ssm");
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      container.stop();
      return new Running(Optional.empty(), "the image " + image + " does not start here", () -> {});
    }
    URI endpoint = container.getEndpoint();
    return new Running(
        Optional.of(
            new AwsEndpoints(
                endpoint,
                endpoint,
                container.getRegion(),
                container.getAccessKey(),
                container.getSecretKey())),
        null,
        container::stop);
  }

  /** JUnit closes it at the end of the run. */
  private record Running(Optional<AwsEndpoints> endpoints, @Nullable String missing, Runnable stop)
      implements AutoCloseable {
    @Override
    public void close() {
      stop.run();
    }
  }
}
