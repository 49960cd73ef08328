package dev.svodka.local.aws;

import static dev.svodka.local.stack.SamTemplate.list;
import static dev.svodka.local.stack.SamTemplate.map;
import static dev.svodka.local.stack.SamTemplate.text;
import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.svodka.ingest.Park;
import dev.svodka.ingest.wiring.SqsPark;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.aws.JsonService;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.local.stack.SamTemplate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Table, buckets and park queue as {@code sam-template.yaml} says they are, on the AWS of the
 * tests. The embedded one has no queues: what is sent to one waits in memory there, and buckets
 * have no versions.
 */
final class TemplateStack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SamTemplate TEMPLATE = SamTemplate.read();

  final AwsClients clients;
  final String table;
  final S3ObjectStore lake;
  final String lakeBucket;
  final S3ObjectStore reports;
  final String reportsBucket;
  final Park park;
  private final Queue queue;

  /** Where parked messages wait. */
  private interface Queue extends AutoCloseable {
    URI endpoint();

    String url();

    /** Takes what waits. */
    List<SQSMessage> take();

    @Override
    void close();
  }

  TemplateStack(AwsEndpoints aws) throws IOException {
    String name = "svodka-" + UUID.randomUUID();
    clients = AwsClients.of(aws);
    table = makeTable(name + "-EventTable");
    lakeBucket = makeBucket("LakeBucket", name + "-lake");
    lake = new S3ObjectStore(clients.s3(), lakeBucket);
    reportsBucket = makeBucket("ReportsBucket", name + "-reports");
    reports = new S3ObjectStore(clients.s3(), reportsBucket);
    queue = TestAws.hasQueuesAndParameters() ? new Sqs(aws, name) : new InMemory();
    park =
        new SqsPark(
            new JsonService(
                UrlConnectionHttpClient.create(),
                credentials(aws),
                Region.of(aws.region()),
                "sqs",
                queue.endpoint()),
            queue.url());
  }

  /** What waits in the park queue, as Lambda hands it to the function, and takes it out. */
  SQSEvent parked() {
    SQSEvent batch = new SQSEvent();
    batch.setRecords(queue.take());
    return batch;
  }

  private String makeTable(String name) {
    Map<String, Object> said = resource("AWS::DynamoDB::Table", "EventTable");
    clients
        .dynamoDb()
        .createTable(
            create ->
                create
                    .tableName(name)
                    .billingMode(text(said, "BillingMode"))
                    .deletionProtectionEnabled((Boolean) said.get("DeletionProtectionEnabled"))
                    .attributeDefinitions(
                        list(said.get("AttributeDefinitions")).stream()
                            .map(
                                each ->
                                    AttributeDefinition.builder()
                                        .attributeName(text(map(each), "AttributeName"))
                                        .attributeType(text(map(each), "AttributeType"))
                                        .build())
                            .toList())
                    .keySchema(
                        list(said.get("KeySchema")).stream()
                            .map(
                                each ->
                                    KeySchemaElement.builder()
                                        .attributeName(text(map(each), "AttributeName"))
                                        .keyType(text(map(each), "KeyType"))
                                        .build())
                            .toList()));
    clients.dynamoDb().waiter().waitUntilTableExists(of -> of.tableName(name));
    return name;
  }

  private String makeBucket(String id, String name) {
    Map<String, Object> said = resource("AWS::S3::Bucket", id);
    clients.s3().createBucket(create -> create.bucket(name));
    if (TestAws.hasQueuesAndParameters()) {
      String versions = text(map(said.get("VersioningConfiguration")), "Status");
      clients
          .s3()
          .putBucketVersioning(
              put ->
                  put.bucket(name)
                      .versioningConfiguration(
                          to -> to.status(BucketVersioningStatus.fromValue(versions))));
    }
    return name;
  }

  private static Map<String, Object> resource(String type, String id) {
    return requireNonNull(TEMPLATE.resources(type).get(id), id);
  }

  private static StaticCredentialsProvider credentials(AwsEndpoints aws) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(aws.accessKey(), aws.secretKey()));
  }

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }

  @Override
  public void close() {
    queue.close();
    clients.close();
  }

  /** The queue and its dead letters. */
  private static final class Sqs implements Queue {
    private final AwsEndpoints aws;
    private final SqsClient sqs;
    private final String url;

    Sqs(AwsEndpoints aws, String name) throws IOException {
      this.aws = aws;
      sqs =
          SqsClient.builder()
              .endpointOverride(aws.dynamoDb())
              .region(Region.of(aws.region()))
              .credentialsProvider(credentials(aws))
              .httpClient(UrlConnectionHttpClient.create())
              .build();
      String letters = make(name + "-letters", resource("AWS::SQS::Queue", "ParkDeadLetters"));
      Map<String, Object> said = new HashMap<>(resource("AWS::SQS::Queue", "ParkQueue"));
      Map<String, Object> redrive = new HashMap<>(map(said.get("RedrivePolicy")));
      redrive.replace(
          "deadLetterTargetArn",
          "!GetAtt ParkDeadLetters.Arn",
          sqs.getQueueAttributes(
                  of -> of.queueUrl(letters).attributeNames(QueueAttributeName.QUEUE_ARN))
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN));
      said.put("RedrivePolicy", JSON.writeValueAsString(redrive));
      url = make(name + "-park", said);
    }

    private String make(String name, Map<String, Object> said) {
      Map<String, String> attributes = new HashMap<>();
      said.forEach((attribute, value) -> attributes.put(attribute, value.toString()));
      return sqs.createQueue(create -> create.queueName(name).attributesWithStrings(attributes))
          .queueUrl();
    }

    @Override
    public URI endpoint() {
      return aws.dynamoDb();
    }

    @Override
    public String url() {
      return url;
    }

    @Override
    public List<SQSMessage> take() {
      List<SQSMessage> taken = new ArrayList<>();
      List<Message> some;
      do {
        some =
            sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10)).messages();
        for (Message each : some) {
          taken.add(message(each.messageId(), each.body()));
          sqs.deleteMessage(of -> of.queueUrl(url).receiptHandle(each.receiptHandle()));
        }
      } while (!some.isEmpty());
      return taken;
    }

    @Override
    public void close() {
      sqs.close();
    }
  }

  /** Takes the one call that the function makes. */
  private static final class InMemory implements Queue {
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final HttpServer server;

    InMemory() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              bodies.add(JSON.readTree(exchange.getRequestBody()).path("MessageBody").asText());
              exchange.sendResponseHeaders(200, -1);
            }
          });
      server.start();
    }

    @Override
    public URI endpoint() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public String url() {
      return endpoint() + "/park";
    }

    @Override
    public List<SQSMessage> take() {
      List<String> taken = new ArrayList<>();
      bodies.drainTo(taken);
      return taken.stream().map(body -> message(UUID.randomUUID().toString(), body)).toList();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
