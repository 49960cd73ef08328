package dev.svodka.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.secret.Secret;
import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.events.EventTable;
import dev.svodka.lake.objects.S3ObjectStore;
import dev.svodka.lake.telemetry.EmfMetrics;
import dev.svodka.local.fake.FakeAmoCrm;
import dev.svodka.local.fake.FakeServer;
import dev.svodka.local.fake.VirtualTime;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.ReconcileHandler;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.Cells.Cell;
import dev.svodka.reconcile.http.Transport;
import dev.svodka.reconcile.wiring.DynamoCells;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The function over a table and a bucket. */
@ExtendWith(TestAws.class)
class ReconcileIT {
  private static final Instant BUSY = Instant.parse("2026-11-23T10:00:00Z");
  private static final String BUSINESS =
      """
      account: romashka
      name: Romashka
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      sources:
        - {id: amo, kind: amocrm, subdomain: romashka, secret: ssm:/hook, token: ssm:/token}
      processes:
        sales:
          items: {type: deal}
          milestones: {created: {created: true}, won: {stage: ["142"]}, lost: {stage: ["143"]}}
          funnel: [created, won]
          success: [won]
          failure: [lost]
      """;

  private final AwsClients clients;
  private final String table = "events-" + UUID.randomUUID();

  ReconcileIT(AwsEndpoints aws) {
    clients = AwsClients.of(aws);
    EventTable.create(clients.dynamoDb(), table);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void cellsAreWrittenByOneWriterOnly() {
    DynamoCells cells = new DynamoCells(clients.dynamoDb(), table);

    assertThat(cells.read("romashka", "amo/pace")).isEmpty();
    assertThat(cells.write("romashka", "amo/pace", 7, 0)).isTrue();
    assertThat(cells.write("romashka", "amo/pace", 8, 0)).isFalse();
    assertThat(cells.write("romashka", "amo/pace", 9, 1)).isTrue();
    assertThat(cells.read("romashka", "amo/pace")).contains(new Cell(9, 2));
    assertThat(cells.read("lutik", "amo/pace")).isEmpty();
  }

  @Test
  void whatTheCrmTellsIsInTheTable() {
    S3ObjectStore objects = LakeClients.newBucket(clients);
    objects.put("accounts/romashka/business.yaml", BUSINESS.getBytes(UTF_8), "application/yaml");
    DynamoEventStore events =
        new DynamoEventStore(clients.dynamoDb(), table, objects, Clock.systemUTC());
    VirtualTime time = new VirtualTime(BUSY.plus(Duration.ofDays(2)));
    FakeAmoCrm crm = new FakeAmoCrm(1, BUSY, time, false);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (FakeServer server = new FakeServer(crm, 0)) {
      ReconcileHandler handler =
          new ReconcileHandler(
              new Parts(
                  objects,
                  new DynamoCells(clients.dynamoDb(), table),
                  vault(),
                  source -> server.base(),
                  new Transport(Duration.ofSeconds(10)),
                  time,
                  time,
                  new SplittableRandom(1)),
              events,
              new EmfMetrics("Svodka/test", new PrintStream(told, true, UTF_8), time));
      Map<String, Object> one = handler.handleRequest(Map.of("account", "romashka"), null);
      Map<String, Object> all = handler.handleRequest(Map.of(), null);

      assertThat(told.toString(UTF_8).lines())
          .satisfiesExactly(
              first ->
                  assertThat(first)
                      .containsPattern("\"Reconciled\":1.0,\"Recovered\":[1-9]")
                      .containsPattern("\"CrmRequests\":[1-9].*\"CrmRefused\":0"),
              second -> assertThat(second).contains("\"Reconciled\":1.0,\"Recovered\":0.0"));
      assertThat(one).containsEntry("done", true);
      assertThat(all.toString()).contains("account=romashka", "outcome=done");
      long stored = 0;
      for (LocalDate day : events.days("romashka")) {
        stored += events.readDay("romashka", day, event -> {});
      }
      assertThat(stored).isGreaterThan(crm.truth().size());
      assertThat(objects.exists("accounts/romashka/names/amo.json")).isTrue();
    }
  }

  private static Vault vault() {
    return new Vault() {
      private Secret kept = Secret.of(FakeAmoCrm.OAUTH);

      @Override
      public Optional<Secret> read(String reference) {
        return Optional.of(kept);
      }

      @Override
      public void replace(String reference, Secret secret) {
        kept = secret;
      }
    };
  }
}
