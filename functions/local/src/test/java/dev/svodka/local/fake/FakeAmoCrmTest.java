package dev.svodka.local.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.crm.CrmStatus.Hook;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An amoCRM that loses hooks and answers badly, against what reconcile makes of it. */
class FakeAmoCrmTest {
  private static final Instant BUSY = Instant.parse("2026-11-23T10:00:00Z");
  private static final int SEEDS = 200;
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
                - {id: amo, kind: amocrm, subdomain: romashka, account-id: "12345678", secret: ssm:/hook, token: ssm:/token}
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
  private static final LiveSource SOURCE = BUSINESS.sources().getFirst();
  private static final Transport TRANSPORT = new Transport(Duration.ofMillis(300));

  /** One company with its CRM, whatever happens to both. */
  private static final class Company implements AutoCloseable {
    final VirtualTime time = new VirtualTime(BUSY);
    final FakeAmoCrm crm;
    final FakeServer server;
    final MemoryObjects objects = new MemoryObjects();
    final Map<String, ChangeEvent> table = new LinkedHashMap<>();
    final Set<String> settled = new HashSet<>();
    final SplittableRandom random;
    final Reconcile reconcile;
    long refused;
    private Secret token = Secret.of(FakeAmoCrm.OAUTH);

    Company(long seed, boolean disturbed) {
      random = new SplittableRandom(seed);
      crm = new FakeAmoCrm(seed, BUSY, time, disturbed);
      server = new FakeServer(crm, 0);
      Vault vault =
          new Vault() {
            @Override
            public Optional<Secret> read(String reference) {
              return Optional.of(token);
            }

            @Override
            public void replace(String reference, Secret secret) {
              token = secret;
            }
          };
      reconcile =
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
    }

    void takeHooks() {
      PayloadParser parser = LiveParser.of(BUSINESS, SOURCE);
      for (FakeHook hook : crm.hooks()) {
        Parsed parsed =
            parser.parse(hook.form().getBytes(UTF_8), Instant.ofEpochSecond(hook.second()));
        assertThat(parsed).isInstanceOf(Parsed.Events.class);
        Parsed.Events told = (Parsed.Events) parsed;
        assertThat(told.rejected()).isEmpty();
        put(told.events());
      }
    }

    /** Runs that are stopped after a few seconds each, until one is done. */
    SourceResult runToTheEnd() {
      SourceResult result = run(Duration.ofSeconds(random.nextInt(10, 40)));
      for (int i = 0; i < 60 && result.outcome() == Outcome.MORE; i++) {
        result = run(Duration.ofSeconds(random.nextInt(10, 40)));
      }
      assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
      assertThat(result.rejected()).isEmpty();
      return result;
    }

    SourceResult run(Duration length) {
      SourceResult result =
          reconcile
              .run(BUSINESS, Reconcile.Span.SINCE_LAST, this::put, time.instant().plus(length))
              .getFirst();
      refused += result.refused();
      return result;
    }

    private void put(List<ChangeEvent> events) {
      for (ChangeEvent event : events) {
        ChangeEvent known = table.putIfAbsent(event.eventId(), event);
        if (known != null && known.via() != event.via()) {
          settled.add(event.eventId());
        }
      }
    }

    SortedSet<Fact> facts() {
      return Settled.facts(table.values(), settled);
    }

    Map<Long, Long> sums() {
      Map<Long, Long> sums = new TreeMap<>();
      table.values().stream()
          .filter(event -> event.item().type().equals("deal") && event.amount().isPresent())
          .sorted(Comparator.comparing(ChangeEvent::occurredAt))
          .forEach(
              event ->
                  sums.put(Long.parseLong(event.item().id()), event.amount().get().longValue()));
      return sums;
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @Test
  void afterReconcileTheEventsAreTheTruth() {
    AtomicLong refused = new AtomicLong();
    Seeds.each(
        SEEDS,
        seed -> {
          try (Company company = new Company(seed, true)) {
            company.takeHooks();
            company.runToTheEnd();
            company.time.moveTo(company.crm.end().plusSeconds(700));
            company.runToTheEnd();

            assertThat(company.facts())
                .as("seed %d", seed)
                .containsExactlyElementsOf(company.crm.truth());
            assertThat(company.sums())
                .as("sums, seed %d", seed)
                .containsAllEntriesOf(company.crm.sums());
            assertThat(company.crm.strikes()).as("asked too fast, seed %d", seed).isZero();
            refused.addAndGet(company.refused);
          }
        });
    assertThat(refused).hasPositiveValue();
  }

  @Test
  void hooksAloneAreNotTheTruth() {
    try (Company company = new Company(1, true)) {
      company.takeHooks();

      assertThat(company.facts()).isNotEqualTo(company.crm.truth());
    }
  }

  @Test
  void aHookThatIsSwitchedOffIsTold() {
    try (Company company = new Company(7, false)) {
      assertThat(company.runToTheEnd().hook()).isEqualTo(Hook.ENABLED);
      company.crm.disableHook();
      assertThat(company.runToTheEnd().hook()).isEqualTo(Hook.DISABLED);
      assertThat(
              new String(company.objects.get("accounts/romashka/reconcile/amo.status.json"), UTF_8))
          .contains("\"hook\" : \"disabled\"");
    }
  }

  @Test
  void noSecretIsWrittenAnywhere() {
    try (Company company = new Company(11, true)) {
      String told = company.runToTheEnd().toString() + company.table + company.objects.text();

      assertThat(told).contains("Этап 1").doesNotContain("fake-").doesNotContain("Сделка");
    }
  }
}
