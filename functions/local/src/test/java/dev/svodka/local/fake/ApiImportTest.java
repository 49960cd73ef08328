package dev.svodka.local.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.history.ApiImport;
import dev.svodka.reconcile.LocalVault;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill from the API straight into a lake. */
class ApiImportTest {
  private static final Instant BUSY = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void historyLandsInTheLakeOnce() throws IOException {
    Files.writeString(folder.resolve("token.json"), FakeAmoCrm.OAUTH);
    VirtualTime time = new VirtualTime(BUSY.plus(Duration.ofDays(3)));
    FakeAmoCrm crm = new FakeAmoCrm(42, BUSY, time, true);
    MemoryObjects lake = new MemoryObjects();
    List<String> reached = new ArrayList<>();
    try (FakeServer server = new FakeServer(crm, 0)) {
      ApiImport imports =
          new ApiImport(
              new Parts(
                  lake,
                  new MemoryCells(),
                  new LocalVault(folder),
                  source -> server.base(),
                  new Transport(Duration.ofMillis(300)),
                  time,
                  time,
                  new SplittableRandom(42)));
      Instant from = BUSY.minus(Duration.ofDays(30));
      Instant to = BUSY.plus(Duration.ofDays(2));
      List<ApiImport.Imported> first =
          imports.run(business(), from, to, Optional.empty(), (list, at) -> reached.add(list));
      List<ApiImport.Imported> again =
          imports.run(business(), from, to, Optional.of("amo"), (list, at) -> reached.add(list));

      List<ChangeEvent> events = events(lake);
      assertThat(first.getFirst().result().outcome()).isEqualTo(Outcome.DONE);
      assertThat(events).hasSize((int) first.getFirst().events());
      assertThat(again.getFirst().events()).isZero();
      assertThat(Settled.facts(events, Set.of())).isEqualTo(factsUntil(crm, to));
      assertThat(events).allMatch(event -> event.receivedAt().equals(event.occurredAt()));
      assertThat(reached).contains("events", "tasks", "leads", "invoices");
      assertThat(first.toString() + lake.text()).doesNotContain("fake-");
      assertThat(Files.readString(folder.resolve("token.json"))).contains("fake-refresh-");
      assertThat(Secret.of(FakeAmoCrm.OAUTH)).hasToString("«…»");
    }
  }

  private static SortedSet<Fact> factsUntil(FakeAmoCrm crm, Instant to) {
    SortedSet<Fact> facts = new TreeSet<>(crm.truth());
    facts.removeIf(fact -> fact.second() >= to.getEpochSecond());
    return facts;
  }

  private static List<ChangeEvent> events(MemoryObjects lake) throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator()) {
      for (ObjectStore.Entry entry : lake.list("lake/romashka/")) {
        EventFileReader.forEach(allocator, entry.key(), lake.open(entry.key()), events::add);
      }
    }
    return events;
  }

  private static Business business() {
    return BusinessFile.business(
        BusinessFile.parse(
            """
            account: romashka
            name: Romashka
            language: ru
            time-zone: Europe/Moscow
            currency: RUB
            sources:
              - {id: amo, kind: amocrm, subdomain: romashka, secret: ssm:/hook, token: "file:token.json"}
            processes:
              sales:
                items: {type: deal}
                milestones: {created: {created: true}, won: {stage: ["142"]}, lost: {stage: ["143"]}}
                funnel: [created, won]
                success: [won]
                failure: [lost]
            """
                .getBytes(UTF_8),
            Path.of("nothing-beside")),
        "business.yaml");
  }
}
