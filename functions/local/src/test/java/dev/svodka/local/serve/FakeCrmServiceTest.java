package dev.svodka.local.serve;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.fake.FakeAmoCrm;
import dev.svodka.local.fake.FakeHook;
import dev.svodka.local.fake.FakeServer;
import dev.svodka.local.fake.HookSender;
import dev.svodka.local.fake.Settled;
import dev.svodka.local.fake.VirtualTime;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a fake amoCRM: hooks with holes come in, and what they lost is asked for. */
class FakeCrmServiceTest {
  private static final Instant BUSY = Instant.parse("2026-11-23T10:00:00Z");
  private static final int SEED = 20_261_125;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private final VirtualTime time = new VirtualTime(BUSY.minus(Duration.ofDays(3)));
  private final FakeAmoCrm crm = new FakeAmoCrm(SEED, BUSY, time, true);
  private final FakeServer server = new FakeServer(crm, 0);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void afterItsRoundTheEventsAreTheTruth() throws Exception {
    DataFolder data = DataFolder.open(folder.resolve("data"));
    Path file = FakeCompany.sample(data);
    Business business = BusinessFile.load(file);
    try (Stores stores = stores(data, file);
        LocalService service =
            start(data, stores, new Token(Optional.of(Secret.of(FakeAmoCrm.OAUTH))));
        HookSender sender =
            new HookSender(
                crm.hooks(),
                requireNonNull(service.hooks().get("romashka/amo")),
                time,
                said::add)) {
      assertThat(sender.sendDue()).isZero();
      time.moveTo(crm.end().plusSeconds(700));
      assertThat(sender.sendDue()).as("seed %d", SEED).isEqualTo(crm.hooks().size());
      Set<String> hooked = ids(events(stores));
      assertThat(Settled.facts(events(stores), Set.of())).isNotEqualTo(crm.truth());

      assertThat(service.askCrms()).as("%s", said).isTrue();

      List<ChangeEvent> events = events(stores);
      Set<String> settled = toldByApi(business);
      settled.retainAll(hooked);
      assertThat(Settled.facts(events, settled))
          .as("seed %d", SEED)
          .containsExactlyElementsOf(crm.truth());
      assertThat(said).anyMatch(line -> line.matches("romashka/amo: the CRM was asked: .* new"));
      assertThat(crm.strikes()).isZero();

      int before = said.size();
      assertThat(service.askCrms()).isTrue();
      assertThat(events(stores)).hasSameSizeAs(events);
      assertThat(said).as("nothing new is not told of").hasSize(before);

      assertThat(String.join("\n", said)).doesNotContain("fake-");
    }
  }

  @Test
  void aSourceWithoutATokenIsToldOfOnceAndNotAsked() throws Exception {
    DataFolder data = DataFolder.open(folder.resolve("data"));
    Path file = FakeCompany.sample(data);
    try (Stores stores = stores(data, file);
        LocalService service = start(data, stores, new Token(Optional.empty()))) {
      assertThat(service.askCrms()).isTrue();
      assertThat(service.askCrms()).isTrue();
    }
    assertThat(said)
        .containsExactly(
            "romashka/amo: its CRM is not asked what webhooks lose: there is no token at"
                + " ssm:/svodka/romashka/amo-token");
  }

  @Test
  void itLivesInAFolderOfItsOwnAlone() throws Exception {
    DataFolder data = DataFolder.open(folder.resolve("data"));
    assertThatThrownBy(() -> FakeCompany.requireItsOwn(data, false))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("name another folder");
    FakeCompany.requireItsOwn(data, true);
    Business business = BusinessFile.load(FakeCompany.sample(data));
    Path founded = folder.resolve("data/fake-crm.properties");
    try (FakeCompany first =
        FakeCompany.start(
            data,
            new FolderObjectStore(folder.resolve("data/lake")),
            business,
            time.withZone(ZoneOffset.UTC))) {
      assertThat(first.crms().hosts().base(business.sources().getFirst()).getHost())
          .isEqualTo("127.0.0.1");
    }
    String kept = Files.readString(founded);
    time.moveTo(BUSY.plusSeconds(3_600));
    FakeCompany.start(
            data,
            new FolderObjectStore(folder.resolve("data/lake")),
            business,
            time.withZone(ZoneOffset.UTC))
        .close();
    assertThat(Files.readString(founded)).isEqualTo(kept);
    FakeCompany.requireItsOwn(data, false);
  }

  @Test
  void theLivingCompanyIsTheSameAtEachStart() {
    Instant founded = Instant.parse("2026-11-21T20:00:00Z");
    FakeAmoCrm.Account account = new FakeAmoCrm.Account("1", "romashka");
    FakeAmoCrm one = FakeAmoCrm.living(account, 7, founded, time);
    FakeAmoCrm other = FakeAmoCrm.living(account, 7, founded, time);

    assertThat(one.truth()).isEqualTo(other.truth());
    assertThat(one.hooks()).isEqualTo(other.hooks());
    assertThat(one.truth().first().second())
        .isBetween(founded.minus(FakeAmoCrm.HISTORY).getEpochSecond(), founded.getEpochSecond());
    long soon = founded.plus(Duration.ofMinutes(30)).getEpochSecond();
    assertThat(
            one.hooks().stream()
                .mapToLong(FakeHook::second)
                .filter(second -> second > founded.getEpochSecond() && second < soon))
        .as("webhooks in the first half hour, on a Saturday night")
        .hasSizeGreaterThan(50);
  }

  /** Ids of all that the API tells; the store keeps what came first, and not that it came twice. */
  private Set<String> toldByApi(Business business) {
    Set<String> ids = new HashSet<>();
    VirtualTime later = new VirtualTime(time.instant());
    try (FakeServer calm = new FakeServer(new FakeAmoCrm(SEED, BUSY, later, false), 0)) {
      new Reconcile(
              new Parts(
                  new FolderObjectStore(folder.resolve("calm")),
                  new MemoryCells(),
                  new Token(Optional.of(Secret.of(FakeAmoCrm.OAUTH))),
                  source -> calm.base(),
                  new Transport(Duration.ofSeconds(5)),
                  later,
                  later,
                  new SplittableRandom(SEED)))
          .run(
              business,
              Reconcile.Span.SINCE_LAST,
              told -> ids.addAll(ids(told)),
              later.instant().plus(Duration.ofHours(5)));
    }
    return ids;
  }

  private Stores stores(DataFolder data, Path file) throws IOException {
    Stores stores = data.stores(time.withZone(ZoneOffset.UTC));
    CompanyFiles.put(BusinessFile.load(file), file, stores.lake());
    return stores;
  }

  private LocalService start(DataFolder data, Stores stores, Vault vault) throws IOException {
    return LocalService.start(
        new LocalService.Settings(
            data,
            stores,
            "127.0.0.1",
            0,
            Optional.empty(),
            time.withZone(ZoneOffset.UTC),
            "test",
            new Crms(
                source -> server.base(),
                Optional.of(vault),
                new Transport(Duration.ofMillis(300)),
                time,
                Duration.ofHours(1))),
        said::add);
  }

  private static Set<String> ids(List<ChangeEvent> events) {
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.eventId()));
    return ids;
  }

  private static List<ChangeEvent> events(Stores stores) {
    List<ChangeEvent> events = new ArrayList<>();
    for (var day : stores.events().days("romashka")) {
      stores.events().readDay("romashka", day, events::add);
    }
    return events;
  }

  /** One token, which the CRM replaces. */
  private static final class Token implements Vault {
    private Optional<Secret> kept;

    Token(Optional<Secret> kept) {
      this.kept = kept;
    }

    @Override
    public Optional<Secret> read(String reference) {
      return kept;
    }

    @Override
    public void replace(String reference, Secret secret) {
      kept = Optional.of(secret);
    }
  }
}
