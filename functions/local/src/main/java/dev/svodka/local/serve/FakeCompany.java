package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.lake.files.Durable;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.fake.FakeAmoCrm;
import dev.svodka.local.fake.FakeServer;
import dev.svodka.local.fake.HookSender;
import dev.svodka.local.history.ApiImport;
import dev.svodka.reconcile.Journal;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.Hosts;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.PublicHosts;
import dev.svodka.reconcile.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The company whose amoCRM is the fake one, on a port of loopback: its CRM tells badly what
 * happens, as real ones do. It lives from the moment at which it was founded in its data folder, so
 * that a restart finds the same company.
 */
final class FakeCompany implements AutoCloseable {
  private static final String FOUNDED = "fake-crm.properties";
  private static final String SAMPLE = "fake-company.yaml";
  private static final Duration TIME_OUT = Duration.ofSeconds(3);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private static final List<String> FEEDS = List.of("events", "tasks", "leads", "invoices");

  private final DataFolder folder;
  private final ObjectStore lake;
  private final Business business;
  private final LiveSource source;
  private final Clock clock;
  private final Instant founded;
  private final FakeAmoCrm crm;
  private final FakeServer server;
  private final Vault vault = new TokenInMemory(Secret.of(FakeAmoCrm.OAUTH));
  private Optional<HookSender> sender = Optional.empty();

  private FakeCompany(DataFolder folder, ObjectStore lake, Business business, Clock clock)
      throws IOException {
    this.folder = folder;
    this.lake = lake;
    this.business = business;
    this.clock = clock;
    this.source =
        business.sources().stream()
            .filter(FakeCompany::isFake)
            .findFirst()
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.CALL_INVALID,
                        "--fake-crm stands in for an amoCRM, and the business file has no source"
                            + " of kind amocrm with a secret and a token"));
    Properties kept = kept(folder, clock);
    this.founded = Instant.parse(kept.getProperty("founded"));
    this.crm =
        FakeAmoCrm.living(
            new FakeAmoCrm.Account(
                source.accountId().orElse("12345678"), source.subdomain().orElse("romashka")),
            Long.parseLong(kept.getProperty("seed")),
            founded,
            clock);
    this.server = new FakeServer(crm, 0);
  }

  /** A file for a company of which nothing is said: sales, invoices and tasks, as its CRM is. */
  static Path sample(DataFolder folder) {
    Path file = folder.path().resolve(SAMPLE);
    try (InputStream text = FakeCompany.class.getResourceAsStream(SAMPLE)) {
      if (text == null) {
        throw new IllegalStateException(SAMPLE + " is part of the program");
      }
      Files.write(file, text.readAllBytes());
      return file;
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  /**
   * Whether this folder is one of a fake company, or new.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where companies with CRMs of their own
   *     live in it
   */
  static void requireItsOwn(DataFolder folder, boolean empty) {
    if (!empty && !Files.exists(folder.path().resolve(FOUNDED))) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          folder.path()
              + " holds companies with CRMs of their own: name another folder with --data for"
              + " --fake-crm");
    }
  }

  /** Starts its CRM. */
  static FakeCompany start(DataFolder folder, ObjectStore lake, Business business, Clock clock)
      throws IOException {
    return new FakeCompany(folder, lake, business, clock);
  }

  /** By which the service asks it; other kinds of CRM are asked at their own hosts. */
  Crms crms() {
    return new Crms(hosts(), Optional.of(vault()), new Transport(TIME_OUT), Pause.REAL, EVERY);
  }

  private Hosts hosts() {
    PublicHosts others = new PublicHosts();
    URI base = server.base();
    return each -> isFake(each) ? base : others.base(each);
  }

  private Vault vault() {
    FolderVault others = new FolderVault(folder);
    String ours = source.token().orElseThrow();
    return new Vault() {
      @Override
      public Optional<Secret> read(String reference) {
        return (reference.equals(ours) ? vault : others).read(reference);
      }

      @Override
      public void replace(String reference, Secret secret) {
        (reference.equals(ours) ? vault : others).replace(reference, secret);
      }
    };
  }

  /** Takes what happened before it was founded into the lake, as {@code svodka import} does. */
  void importHistory(Consumer<String> say) throws IOException {
    Parts parts =
        new Parts(
            lake,
            new MemoryCells(),
            vault(),
            hosts(),
            new Transport(TIME_OUT),
            clock,
            Pause.REAL,
            new SecureRandom());
    say.accept("%s: its CRM's history is imported".formatted(business.account()));
    for (ApiImport.Imported each :
        new ApiImport(parts)
            .run(
                business,
                founded.minus(FakeAmoCrm.HISTORY),
                founded,
                Optional.of(source.id()),
                (list, at) -> {})) {
      if (each.result().outcome() == Outcome.FAILED) {
        throw new SvodkaException(ErrorCode.CRM_UNAVAILABLE, each.result().message());
      }
      say.accept(
          "%s: %d events of its history are new".formatted(business.account(), each.events()));
    }
    readUpToFounding();
  }

  /** The rounds go on from where the history ends. */
  private void readUpToFounding() {
    String key = "accounts/%s/reconcile/%s.json".formatted(business.account(), source.id());
    if (!lake.exists(key)) {
      Journal journal = new Journal(lake, key, told -> {}, Optional.empty());
      for (String feed : FEEDS) {
        journal.mark(feed, founded);
      }
      journal.save();
    }
  }

  /** From now on it tells what happens, by webhooks. */
  void sendHooks(Map<String, URI> hooks, Consumer<String> say) {
    URI to = hooks.get(business.account() + '/' + source.id());
    if (to != null) {
      HookSender sending = new HookSender(crm.hooks(), to, clock, say);
      sender = Optional.of(sending);
      crm.subscribe(to);
      sending.start();
    }
  }

  private static boolean isFake(LiveSource source) {
    return source.kind() == SourceKind.AMOCRM
        && source.token().isPresent()
        && source.secret().isPresent();
  }

  private static Properties kept(DataFolder folder, Clock clock) throws IOException {
    Path file = folder.path().resolve(FOUNDED);
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
      return kept;
    }
    kept.setProperty("seed", Integer.toString(new SecureRandom().nextInt(1_000_000)));
    kept.setProperty("founded", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    StringWriter text = new StringWriter();
    kept.store(text, "The company whose CRM is the fake one");
    Files.writeString(file, text.toString());
    return kept;
  }

  @Override
  public void close() {
    sender.ifPresent(HookSender::close);
    server.close();
  }

  /** The fake CRM begins with its first token at each start. */
  private static final class TokenInMemory implements Vault {
    private volatile Secret token;

    TokenInMemory(Secret token) {
      this.token = token;
    }

    @Override
    public Optional<Secret> read(String reference) {
      return Optional.of(token);
    }

    @Override
    public void replace(String reference, Secret secret) {
      token = secret;
    }
  }
}
