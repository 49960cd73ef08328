package dev.svodka.local.account.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.JsonService;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.local.account.Stack;
import dev.svodka.local.account.Stacks;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.PublicHosts;
import dev.svodka.reconcile.http.Transport;
import dev.svodka.reconcile.wiring.DynamoCells;
import dev.svodka.reconcile.wiring.SsmVault;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/** Stacks of the region and the credentials that the environment names. */
public final class DeployedStacks implements Stacks {
  private static final Duration TIME_OUT = Duration.ofSeconds(30);

  @Override
  public Stack open(String name) {
    return open(name, new StackOutputs(service("cloudformation")).of(name));
  }

  private static Stack open(String name, Map<String, String> outputs) {
    AwsClients clients = AwsClients.fromEnvironment();
    Clock clock = Clock.systemUTC();
    S3ObjectStore lake = new S3ObjectStore(clients.s3(), output(name, outputs, "LakeBucket"));
    String table = output(name, outputs, "EventTable");
    return new Stack(
        name,
        URI.create(output(name, outputs, "HookUrl")),
        URI.create(output(name, outputs, "DashboardUrl")),
        new S3ObjectStore(clients.s3(), output(name, outputs, "ReportsBucket")),
        new DynamoEventStore(clients.dynamoDb(), table, lake, clock),
        new Parts(
            lake,
            new DynamoCells(clients.dynamoDb(), table),
            new SsmVault(service("ssm")),
            new PublicHosts(),
            new Transport(TIME_OUT),
            clock,
            Pause.REAL,
            new SecureRandom()));
  }

  /** The SDK throws where nothing names a region. */
  private static JsonService service(String name) {
    try {
      return JsonService.fromEnvironment(name, TIME_OUT);
    } catch (SdkException e) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "AWS cannot be asked: no region is named; set AWS_REGION, or see `aws configure`",
          e);
    }
  }

  private static String output(String stack, Map<String, String> outputs, String key) {
    String value = outputs.get(key);
    if (value == null || value.isBlank()) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND,
          "the stack `%s` has no output %s: it is no Svodka, or is not deployed yet; name another with --stack"
              .formatted(stack, key));
    }
    return value;
  }
}
