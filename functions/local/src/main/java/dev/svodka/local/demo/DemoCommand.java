package dev.svodka.local.demo;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.aws.EmbeddedAws;
import dev.svodka.local.cli.Installation;
import dev.svodka.local.cli.PageLines;
import dev.svodka.local.cli.StagedFolder;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.cli.Version;
import dev.svodka.local.demo.RecordedHooks.Hook;
import dev.svodka.report.Published;
import dev.svodka.report.ReportOptions;
import dev.svodka.report.ReportService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "The main job on sample data: starts DynamoDB Local and an S3 server on loopback, posts a"
            + " small company's webhooks to the functions, publishes its reports.")
public final class DemoCommand implements Callable<Integer> {
  /** The Sunday that ends the sample. */
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 15);

  private final Terminal terminal;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description =
          "The reports are copied to DIR/<account>/; ${DEFAULT-VALUE} where it is left out.")
  private Path out;

  @Option(
      names = "--language",
      paramLabel = "ru|en",
      description = "Language of the pages: ${COMPLETION-CANDIDATES}. Left out: both.")
  private Optional<Language> language;

  public DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path samples = Installation.samples();
    Path businessFile = samples.resolve("business.yaml");
    Business business = BusinessFile.load(businessFile);
    List<Hook> hooks = RecordedHooks.in(samples.resolve("webhooks"));
    try (StagedFolder staged = StagedFolder.inside(out)) {
      terminal.say("starting DynamoDB Local and an S3 server on loopback");
      try (EmbeddedAws aws = EmbeddedAws.start(terminal::say);
          DemoStack stack = new DemoStack(endpoints(aws))) {
        stack.deploy(business, businessFile);
        post(stack, business, hooks);
        terminal.say("exporting to Arrow");
        terminal.say(
            "%,d events in the lake; computing".formatted(stack.export(business, end(business))));
        Published published = publish(stack, business, staged.path());
        copy(stack.reports(), published.paths(), staged.path().resolve("made"));
        staged.moveTo(staged.path().resolve("made"), out);
        PageLines.of(published, business, out).forEach(terminal::result);
      }
    }
    return 0;
  }

  private void post(DemoStack stack, Business business, List<Hook> hooks) throws Exception {
    terminal.progress(
        "posting %,d webhooks of twelve weeks".formatted(hooks.size()),
        hooks.size(),
        done -> {
          AtomicLong posted = new AtomicLong();
          stack.post(business, hooks, () -> done.accept(posted.incrementAndGet()));
          return posted.get();
        });
  }

  private Published publish(DemoStack stack, Business business, Path temp) throws IOException {
    ReportOptions options =
        ReportOptions.of(Files.createDirectory(temp.resolve("spill")))
            .asOf(Optional.of(end(business)))
            .languages(language.map(List::of).orElse(List.of(Language.values())));
    return new ReportService(
            stack.reports(), new FolderObjectStore(out), Version.TEXT, ReportService.Layout.FOLDER)
        .beside(stack.lake())
        .publish(
            business,
            new LakeFeed(stack.lake(), business.account())::forEach,
            options,
            Optional.empty());
  }

  private static Instant end(Business business) {
    return LAST_DAY.plusDays(1).atStartOfDay(business.zone()).toInstant();
  }

  private static void copy(ObjectStore from, List<String> keys, Path folder) throws IOException {
    for (String key : keys) {
      Path file = folder.resolve(key);
      Files.createDirectories(file.getParent());
      try (InputStream content = from.open(key)) {
        Files.copy(content, file);
      }
    }
  }

  private static AwsEndpoints endpoints(EmbeddedAws aws) {
    return new AwsEndpoints(
        aws.endpoints().dynamoDb(),
        aws.endpoints().s3(),
        aws.endpoints().region(),
        aws.endpoints().accessKey(),
        aws.endpoints().secretKey());
  }
}
