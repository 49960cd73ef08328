package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.dashboard.Dashboard;
import dev.svodka.dashboard.DashboardHandler;
import dev.svodka.dashboard.LoggedOpenings;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.IngestHandler;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.deliver.SignedInvitations;
import dev.svodka.report.deliver.Telegram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The functions of a deployment over its stores, behind a web server, with their schedules. */
public final class LocalService implements AutoCloseable {
  private static final Duration LINK_DAYS = Duration.ofDays(30);

  private final List<Business> companies;
  private final FileSecrets secrets;
  private final Links links;
  private final Clock clock;
  private final HttpGateway gateway;
  private final Schedules schedules;
  private final Reconciling reconciling;
  private final URI url;

  /**
   * How it runs.
   *
   * @param data for the secrets alone
   * @param stores its data; whoever opened them closes them, later than the service
   * @param port 0 for any that is free
   * @param publicUrl where readers and CRMs find it, behind a proxy with TLS; else the server's own
   * @param crms how they are asked what webhooks lost
   */
  public record Settings(
      DataFolder data,
      Stores stores,
      String host,
      int port,
      Optional<URI> publicUrl,
      Clock clock,
      String version,
      Crms crms) {}

  /**
   * Starts it.
   *
   * @param say where a person is told of runs
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is no company yet
   */
  public static LocalService start(Settings settings, Consumer<String> say) throws IOException {
    return new LocalService(settings, say);
  }

  private LocalService(Settings settings, Consumer<String> say) throws IOException {
    clock = settings.clock();
    secrets = settings.data().secrets();
    ErasableEvents events = settings.stores().events();
    ObjectStore lake = settings.stores().lake();
    ObjectStore reports = settings.stores().reports();
    companies = companies(settings.stores());
    companies.stream()
        .flatMap(company -> company.sources().stream())
        .flatMap(source -> source.secret().stream())
        .forEach(secrets::hook);
    links = new Links(secrets.linkKeys());
    LocalFiles large = new LocalFiles(clock);
    Dashboard dashboard =
        new Dashboard(
            links, new StoredRevocations(lake), reports, large, new LoggedOpenings(), clock);
    boolean secure =
        settings.publicUrl().filter(address -> "https".equals(address.getScheme())).isPresent();
    IngestHandler ingest = new IngestHandler(ingest(lake, events));
    DashboardHandler pages = new DashboardHandler(dashboard, secure);
    gateway =
        new HttpGateway(
            new InetSocketAddress(settings.host(), settings.port()),
            event -> ingest.handleRequest(event, null),
            event -> pages.handleRequest(event, null),
            large,
            reports);
    url =
        settings
            .publicUrl()
            .orElse(URI.create("http://%s:%d".formatted(settings.host(), gateway.port())));
    // e-mail goes by SES alone, which one machine does not have
    Deliverer deliverer =
        new Deliverer(
            reports,
            new Deliverer.Ways(
                Optional.empty(),
                new Telegram(Telegram.SERVER),
                secrets,
                new SignedInvitations(url, links, clock)));
    Map<String, Runs> runs = new TreeMap<>();
    for (Business company : companies) {
      String account = company.account();
      runs.put(
          account, new Runs(account, events, lake, reports, deliverer, clock, settings.version()));
    }
    schedules = new Schedules(runs, clock, say);
    Crms crms = settings.crms();
    reconciling =
        new Reconciling(
            companies,
            new Parts(
                lake,
                new MemoryCells(),
                crms.vault().orElseGet(() -> new FolderVault(settings.data())),
                crms.hosts(),
                crms.transport(),
                clock,
                crms.pause(),
                new SecureRandom()),
            events,
            crms.every(),
            say);
  }

  /** What is deployed there. */
  static List<Business> companies(Stores stores) {
    ObjectStore lake = stores.lake();
    List<Business> companies =
        lake.list("accounts/").stream()
            .map(ObjectStore.Entry::key)
            .filter(key -> key.matches("accounts/[^/]+/business[.]yaml"))
            .map(key -> StoredBusiness.read(lake, key.split("/", -1)[1], lake.get(key)))
            .toList();
    if (companies.isEmpty()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          stores.told() + ": there is no company yet; name its business file with --business");
    }
    return companies;
  }

  private Ingest ingest(ObjectStore lake, EventStore events) {
    return new Ingest(
        new StoredCompanies(lake, clock),
        secrets,
        events,
        parked -> {
          throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "the store takes no events");
        },
        new Quarantine(lake),
        clock);
  }

  /** From now on reports are made and CRMs are asked when their time comes. */
  public void schedule() {
    schedule(Duration.ZERO, () -> {});
  }

  /**
   * From now on reports are made and CRMs are asked when their time comes.
   *
   * @param firstAsked how long from now the CRMs are asked for the first time
   * @param afterAsked what is done each time after it
   */
  void schedule(Duration firstAsked, Runnable afterAsked) {
    schedules.start();
    reconciling.start(firstAsked, afterAsked);
  }

  /**
   * Asks the CRMs at once what webhooks lost, where there is a token.
   *
   * @return whether all went well; what did not has been told
   */
  public boolean askCrms() {
    return reconciling.now();
  }

  /**
   * Makes all reports at once.
   *
   * @return whether all went well; what did not has been told
   */
  public boolean makeReports(Instant asOf) {
    return schedules.now(asOf);
  }

  public URI url() {
    return url;
  }

  /** Where CRMs send their webhooks, each with its secret, by account and source. */
  public Map<String, URI> hooks() {
    Map<String, URI> hooks = new TreeMap<>();
    for (Business company : companies) {
      for (LiveSource source : company.sources()) {
        source
            .secret()
            .ifPresent(
                secret ->
                    hooks.put(
                        company.account() + '/' + source.id(),
                        url.resolve(
                            "/hooks/%s/%s/%s"
                                .formatted(company.account(), source.id(), secrets.hook(secret)))));
      }
    }
    return hooks;
  }

  /** A link to all reports of each account, for whoever started the service. */
  public Map<String, URI> dashboards() {
    Map<String, URI> dashboards = new TreeMap<>();
    for (Business company : companies) {
      dashboards.put(company.account(), link(company.account(), new Scope.Everything()));
    }
    return dashboards;
  }

  /** A link for whoever started the service, good for thirty days. */
  public URI link(String account, Scope scope) {
    Link link =
        Link.issue(
            account, "svodka serve", scope, clock.instant().plus(LINK_DAYS), new SecureRandom());
    return url.resolve("/d/" + links.sign(link));
  }

  /** Ends it: no new request, no new run, and what is under way comes to its end. */
  @Override
  public void close() {
    gateway.close();
    reconciling.close();
    schedules.close();
  }
}
