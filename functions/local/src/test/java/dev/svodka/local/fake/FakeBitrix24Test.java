package dev.svodka.local.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.SourceResult;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Transport;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A Bitrix24 whose hooks tell ids alone, against what reconcile makes of it. */
class FakeBitrix24Test {
  private static final Instant BUSY = Instant.parse("2026-11-23T10:00:00Z");
  private static final int SEEDS = 200;
  private static final Transport TRANSPORT = new Transport(Duration.ofMillis(300));
  private static final Business BUSINESS =
      BusinessFile.business(
          BusinessFile.parse(
              """
              account: romashka
              name: Romashka
              language: ru
              time-zone: Europe/Moscow
              currency: RUB
              sources:
                - {id: b24, kind: bitrix24, domain: romashka.bitrix24.ru, secret: ssm:/hook, token: ssm:/token}
              processes:
                sales:
                  items: {type: deal}
                  milestones: {created: {created: true}, won: {stage: [WON]}, lost: {stage: [LOSE]}}
                  funnel: [created, won]
                  success: [won]
                  failure: [lost]
                  contact-every: {while: {stage: [NEW]}, at-most: 2 days}
                tasks:
                  items: {type: task}
                  milestones: {set: {created: true}, done: {stage: [done]}}
                  success: [done]
                  deadline: {due: {told: true}, done: done, by: timestamp}
                invoices:
                  kind: invoice
                  items: {type: invoice}
                  milestones: {issued: {created: true}, paid: {paid-in-full: true}}
              """
                  .getBytes(UTF_8),
              Path.of("nothing-beside")),
          "business.yaml");

  private final VirtualTime time = new VirtualTime(BUSY);
  private final MemoryObjects objects = new MemoryObjects();
  private final Map<String, ChangeEvent> table = new LinkedHashMap<>();
  private final List<SourceResult> results = new ArrayList<>();

  @Test
  void afterReconcileTheEventsAreTheTruth() {
    Seeds.each(
        SEEDS,
        seed -> {
          FakeBitrix24Test fresh = new FakeBitrix24Test();
          FakeBitrix24 crm = new FakeBitrix24(seed, BUSY, fresh.time, true);
          fresh.live(crm, new SplittableRandom(seed));

          List<ChangeEvent> told =
              fresh.table.values().stream().filter(event -> event.kind() != Kind.DELETED).toList();
          assertThat(Settled.facts(told, Set.of()))
              .as("seed %d", seed)
              .containsExactlyElementsOf(crm.truth());
          assertThat(crm.strikes()).as("the bucket ran over, seed %d", seed).isZero();
        });
  }

  @Test
  void deletionsComeFromHooksAlone() {
    FakeBitrix24 crm = new FakeBitrix24(3, BUSY, time, false);
    live(crm, new SplittableRandom(3));

    long sent = crm.hooks().stream().filter(hook -> hook.form().contains("DELETE")).count();
    assertThat(table.values().stream().filter(event -> event.kind() == Kind.DELETED))
        .hasSize((int) sent);
  }

  @Test
  void noSecretIsWrittenAnywhere() {
    live(new FakeBitrix24(5, BUSY, time, true), new SplittableRandom(5));

    assertThat(results.toString() + table + objects.text())
        .contains("Менеджер Один")
        .doesNotContain("fakewebhook")
        .doesNotContain(FakeBitrix24.APPLICATION_TOKEN);
  }

  /** Hooks, runs that are stopped after a while each, and a last one when all has happened. */
  private void live(FakeBitrix24 crm, SplittableRandom random) {
    PayloadParser parser = LiveParser.of(BUSINESS, BUSINESS.sources().getFirst());
    for (FakeHook hook : crm.hooks()) {
      byte[] body = hook.form().getBytes(UTF_8);
      assertThat(parser.applicationToken(body).orElseThrow().reveal())
          .isEqualTo(FakeBitrix24.APPLICATION_TOKEN);
      if (parser.parse(body, Instant.ofEpochSecond(hook.second())) instanceof Parsed.Events told) {
        put(told.events());
      }
    }
    Vault vault =
        new Vault() {
          @Override
          public Optional<Secret> read(String reference) {
            return Optional.of(Secret.of(FakeBitrix24.WEBHOOK));
          }

          @Override
          public void replace(String reference, Secret secret) {
            throw new AssertionError("an inbound webhook is never replaced");
          }
        };
    try (FakeServer server = new FakeServer(crm, 0)) {
      Reconcile reconcile =
          new Reconcile(
              new Parts(
                  objects,
                  new MemoryCells(),
                  vault,
                  source -> server.base(),
                  TRANSPORT,
                  time,
                  time,
                  random));
      runToTheEnd(reconcile, random);
      time.moveTo(crm.end().plusSeconds(700));
      runToTheEnd(reconcile, random);
    }
  }

  private void runToTheEnd(Reconcile reconcile, SplittableRandom random) {
    Outcome outcome = Outcome.MORE;
    for (int i = 0; i < 100 && outcome == Outcome.MORE; i++) {
      Instant end = time.instant().plusSeconds(random.nextInt(20, 120));
      SourceResult result =
          reconcile.run(BUSINESS, Reconcile.Span.SINCE_LAST, this::put, end).getFirst();
      results.add(result);
      assertThat(result.message()).isEmpty();
      outcome = result.outcome();
    }
    assertThat(outcome).isEqualTo(Outcome.DONE);
  }

  private void put(List<ChangeEvent> events) {
    events.forEach(event -> table.putIfAbsent(event.eventId(), event));
  }
}
