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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "The whole service on one machine: webhooks in, dashboards out, reports made by their"
            + " schedules. Ends by Ctrl+C or SIGTERM.")
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
          "Where events, lake, reports and secrets are kept; ${DEFAULT-VALUE} where it is left out.")
  private Path data;

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

  @Override
  public Integer call() throws Exception {
    DataFolder folder = DataFolder.open(data);
    boolean empty = folder.lake().list("accounts/").isEmpty();
    if (fakeCrm) {
      FakeCompany.requireItsOwn(folder, empty);
    }
    Optional<Business> business = deploy(folder, empty);
    if (!fakeCrm) {
      return serve(folder, business, Optional.empty());
    }
    try (FakeCompany company =
        FakeCompany.start(folder, business.orElseGet(() -> deployed(folder)), CLOCK)) {
      return serve(folder, business, Optional.of(company));
    }
  }

  private int serve(DataFolder folder, Optional<Business> business, Optional<FakeCompany> company)
      throws Exception {
    ZoneId zone = business.map(Business::zone).orElse(ZoneOffset.UTC);
    Crms crms = company.map(FakeCompany::crms).orElseGet(Crms::real);
    CountDownLatch ended = new CountDownLatch(1);
    try (LocalService service =
        LocalService.start(
            new LocalService.Settings(folder, host, port, publicUrl, CLOCK, Version.TEXT, crms),
            terminal::say)) {
      CountDownLatch told = new CountDownLatch(1);
      Thread hook = new Thread(() -> stop(told, ended), "serve-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      tell(service);
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
    return 0;
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
  private Optional<Business> deploy(DataFolder folder, boolean empty) throws IOException {
    Optional<Path> file =
        businessFile.isEmpty() && empty ? Optional.of(sample(folder)) : businessFile;
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Business business = BusinessFile.load(file.get());
    if (businessFile.isEmpty()) {
      terminal.say("no --business and no company in %s: the sample's is taken".formatted(data));
    }
    CompanyFiles.put(business, file.get(), folder.lake());
    return Optional.of(business);
  }

  private Path sample(DataFolder folder) {
    return fakeCrm ? FakeCompany.sample(folder) : Installation.samples().resolve("business.yaml");
  }

  /** The company of an earlier start. */
  private static Business deployed(DataFolder folder) {
    return LocalService.businessFiles(folder).values().stream()
        .map(BusinessFile::load)
        .findFirst()
        .orElseThrow();
  }

  private void tell(LocalService service) {
    terminal.result("listens on %s, data in %s".formatted(service.url(), data));
    service.hooks().forEach((hook, url) -> terminal.result("hook %s: %s".formatted(hook, url)));
    service
        .dashboards()
        .forEach((account, url) -> terminal.result("dashboard %s: %s".formatted(account, url)));
  }
}
