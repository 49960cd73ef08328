package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.local.cli.Installation;
import dev.svodka.local.cli.Moment;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.cli.Version;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "The whole service on one machine: webhooks in, dashboards out, reports made by their"
            + " schedules. Ends by Ctrl+C or SIGTERM. Data are kept in a folder, or in two buckets and a"
            + " table: S3 and DynamoDB, or what speaks as they do at AWS_ENDPOINT_URL_S3 and"
            + " AWS_ENDPOINT_URL_DYNAMODB.")
public final class ServeCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();

  private final Terminal terminal;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Where it listens; 0 for any that is free. Left out: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description =
          "Whose calls it takes: ${DEFAULT-VALUE} those of this machine alone, 0.0.0.0 anyone's;"
              + " then put a proxy with TLS in front and name it with --public-url.")
  private String host;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Where CRMs and readers find it, such as https://svodka.example.com.")
  private Optional<URI> publicUrl;

  @Option(
      names = "--business",
      paramLabel = "FILE",
      description =
          "The business file; it is kept in the data folder. Left out: those that are there, or the"
              + " sample's.")
  private Optional<Path> businessFile;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "svodka-data",
      description =
          "Where events, lake, reports and secrets are kept, or with buckets the secrets alone;"
              + " ${DEFAULT-VALUE} where it is left out.")
  private Path data;

  @ArgGroup(exclusive = false)
  private @Nullable Buckets buckets;

  @Option(names = "--now", description = "Makes all reports at once, then by their schedules.")
  private boolean now;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = Moment.Converter.class,
      description = "With --now: only what happened before T is seen. Left out: everything.")
  private Optional<Moment> asOf;

  @Option(
      names = "--fake-crm",
      description =
          "A company whose amoCRM is a fake on this machine: it sends webhooks, loses some, and is"
              + " asked for them. With --business its amoCRM; left out: a sample company.")
  private boolean fakeCrm;

  public ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** In place of the folder. */
  static final class Buckets {
    @Option(
        names = "--lake-bucket",
        paramLabel = "NAME",
        required = true,
        description =
            "The bucket for business files and events of the days before. The folder remembers it:"
                + " later starts need no name.")
    private String lake = "";

    @Option(
        names = "--reports-bucket",
        paramLabel = "NAME",
        required = true,
        description = "The bucket for what is published.")
    private String reports = "";

    @Option(
        names = "--table",
        paramLabel = "NAME",
        defaultValue = "svodka-events",
        description = "The table of events, made where there is none; ${DEFAULT-VALUE}.")
    private String table = "svodka-events";

    Places places() {
      return Places.of(lake, reports, table, System.getenv());
    }
  }

  @Override
  public Integer call() throws Exception {
    DataFolder folder = DataFolder.open(data);
    try (var _ = folder.lock();
        Stores stores =
            buckets == null ? folder.stores(CLOCK) : folder.stores(buckets.places(), CLOCK)) {
      boolean empty = stores.lake().list("accounts/").isEmpty();
      if (fakeCrm) {
        FakeCompany.requireItsOwn(folder, empty);
      }
      Optional<Business> business = deploy(folder, stores, empty);
      if (!fakeCrm) {
        serve(folder, stores, business, Optional.empty());
        return 0;
      }
      try (FakeCompany company =
          FakeCompany.start(
              folder,
              stores.lake(),
              business.orElseGet(() -> LocalService.companies(stores).getFirst()),
              CLOCK)) {
        serve(folder, stores, business, Optional.of(company));
      }
    }
    return 0;
  }

  private void serve(
      DataFolder folder, Stores stores, Optional<Business> business, Optional<FakeCompany> company)
      throws Exception {
    ZoneId zone = business.map(Business::zone).orElse(ZoneOffset.UTC);
    Crms crms = company.map(FakeCompany::crms).orElseGet(Crms::real);
    CountDownLatch ended = new CountDownLatch(1);
    try (LocalService service =
        LocalService.start(
            new LocalService.Settings(
                folder, stores, host, port, publicUrl, CLOCK, Version.TEXT, crms),
            terminal::say)) {
      CountDownLatch told = new CountDownLatch(1);
      Thread hook = new Thread(() -> stop(told, ended), "serve-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      tell(service, stores);
      if (company.isPresent()) {
        company.get().sendHooks(service.hooks(), terminal::say);
        company.get().importHistory(terminal::say);
      }
      if (now) {
        service.askCrms();
        makeReports(service, zone);
      }
      service.schedule(
          now ? crms.every() : Duration.ZERO,
          () -> {
            if (company.isPresent()) {
              makeReports(service, zone);
            }
          });
      told.await();
      terminal.say("ending: what is under way is finished first");
    } finally {
      ended.countDown();
    }
  }

  private void makeReports(LocalService service, ZoneId zone) {
    service.makeReports(asOf.map(moment -> moment.in(zone)).orElseGet(CLOCK::instant));
  }

  /** The process ends when the hook does. */
  private static void stop(CountDownLatch told, CountDownLatch ended) {
    told.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts the business file where the functions look; empty: those that are there stay. */
  private Optional<Business> deploy(DataFolder folder, Stores stores, boolean empty)
      throws IOException {
    Optional<Path> file =
        businessFile.isEmpty() && empty ? Optional.of(sample(folder)) : businessFile;
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Business business = BusinessFile.load(file.get());
    if (businessFile.isEmpty()) {
      terminal.say(
          "no --business and no company in %s: the sample's is taken".formatted(stores.told()));
    }
    CompanyFiles.put(business, file.get(), stores.lake());
    return Optional.of(business);
  }

  private Path sample(DataFolder folder) {
    return fakeCrm ? FakeCompany.sample(folder) : Installation.samples().resolve("business.yaml");
  }

  private void tell(LocalService service, Stores stores) {
    terminal.result("listens on %s, data in %s".formatted(service.url(), stores.told()));
    service.hooks().forEach((hook, url) -> terminal.result("hook %s: %s".formatted(hook, url)));
    service
        .dashboards()
        .forEach((account, url) -> terminal.result("dashboard %s: %s".formatted(account, url)));
  }
}
