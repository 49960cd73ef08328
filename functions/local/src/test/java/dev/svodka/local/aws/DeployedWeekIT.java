package dev.svodka.local.aws;

import static dev.svodka.local.stack.SamTemplate.map;
import static dev.svodka.local.stack.SamTemplate.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.LinkKey;
import dev.svodka.core.link.LinkKeys;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.dashboard.Dashboard;
import dev.svodka.dashboard.DashboardHandler;
import dev.svodka.dashboard.LoggedOpenings;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.export.Export;
import dev.svodka.export.ExportHandler;
import dev.svodka.ingest.Ingest;
import dev.svodka.ingest.IngestHandler;
import dev.svodka.ingest.Quarantine;
import dev.svodka.ingest.StoredCompanies;
import dev.svodka.ingest.UnparkHandler;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.MovingClock;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.telemetry.Metrics;
import dev.svodka.local.serve.CompanyFiles;
import dev.svodka.local.stack.SamTemplate;
import dev.svodka.report.ReportHandler;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.deliver.Invitations;
import dev.svodka.report.deliver.Telegram;
import dev.svodka.report.wiring.ReportWiring;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the template deploys, from Monday's first webhook to the next Monday's check. */
@ExtendWith(TestAws.class)
class DeployedWeekIT {
  private static final String ACCOUNT = "romashka";
  private static final String SECRET = "kP7-long-enough";
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
  private static final LocalDate OUTAGE = LocalDate.of(2026, 11, 11);

  /** What is exported and reported every night but the last. */
  private static final List<String> DAILY = List.of("act-today");

  @TempDir private Path folder;
  private final TemplateStack stack;
  private final MovingClock clock = new MovingClock("2026-11-09T00:00:00Z");
  private final DynamoEventStore events;

  /** By the day on which each is stored and its id. */
  private final SortedMap<LocalDate, SortedMap<String, ChangeEvent>> told = new TreeMap<>();

  DeployedWeekIT(AwsEndpoints aws) throws IOException {
    stack = new TemplateStack(aws);
    events = store(stack.table);
  }

  @AfterEach
  void close() {
    stack.close();
  }

  @Test
  void aWeekFromWebhooksToMondaysCheck() throws Exception {
    Path file = ProjectFiles.dealsAndInvoices(folder);
    Business business = BusinessFile.load(file);
    CompanyFiles.put(business, file, stack.lake);
    Instant begun = Instant.now();

    for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusDays(7)); day = day.plusDays(1)) {
      receive(business, day);
      if (day.equals(OUTAGE)) {
        assertThat(events.days(ACCOUNT)).doesNotContain(day);
        unpark(business);
      }
      night(day.plusDays(1));
    }

    assertThat(absentOnMonday(begun)).isEmpty();
    assertThat(kpis(stack.reports)).isEqualTo(readDirectly(business, file));
    assertThat(openedByALink("weekly-conversion.ru.html")).contains("Продажи");
    assertThat(stack.lake.list("quarantine/")).isEmpty();
  }

  private DynamoEventStore store(String table) {
    return new DynamoEventStore(stack.clients.dynamoDb(), table, stack.lake, clock);
  }

  /** Posts what came in that day. */
  private void receive(Business business, LocalDate day) throws IOException {
    IngestHandler ingest =
        new IngestHandler(
            new Ingest(
                new StoredCompanies(stack.lake, clock),
                reference -> Optional.of(SECRET),
                day.equals(OUTAGE) ? store("no-such-table") : events,
                stack.park,
                new Quarantine(stack.lake),
                clock));
    for (Hook hook : hooks(day)) {
      at(hook.received());
      APIGatewayV2HTTPEvent post = HttpEvents.post("/hooks/romashka/amo/" + SECRET, hook.body());
      assertThat(ingest.handleRequest(post, null).getStatusCode()).isEqualTo(202);
      if (!day.equals(OUTAGE)) {
        tell(business, hook);
      }
    }
  }

  /** The table is back half an hour after midnight: the events belong to the next day. */
  private void unpark(Business business) throws IOException {
    SQSEvent parked = stack.parked();
    assertThat(parked.getRecords()).isNotEmpty();
    at(OUTAGE.plusDays(1).atTime(0, 30).toInstant(ZoneOffset.UTC));
    assertThat(new UnparkHandler(events).handleRequest(parked, null).getBatchItemFailures())
        .isEmpty();
    for (Hook hook : hooks(OUTAGE)) {
      tell(business, hook);
    }
  }

  private static List<Hook> hooks(LocalDate day) throws IOException {
    Path forms = ProjectFiles.root().resolve("events/webhooks/2026-W46.forms");
    return Files.readAllLines(forms).stream()
        .filter(line -> line.startsWith(day.toString()))
        .map(line -> line.split("\t", 2))
        .map(parts -> new Hook(Instant.parse(parts[0]), parts[1]))
        .toList();
  }

  private record Hook(Instant received, String form) {
    byte[] body() {
      return form.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** It is stored now. */
  private void tell(Business business, Hook hook) {
    PayloadParser parser = LiveParser.of(business, business.sources().getFirst());
    if (parser.parse(hook.body(), hook.received()) instanceof Parsed.Events parsed) {
      Instant stored = clock.instant();
      for (ChangeEvent event : parsed.events()) {
        told.computeIfAbsent(LocalDate.ofInstant(stored, ZoneOffset.UTC), day -> new TreeMap<>())
            .putIfAbsent(event.eventId(), event.receivedAt(stored));
      }
    }
  }

  /** What the night's state machine has done at five in Moscow. */
  private void night(LocalDate day) {
    at(day.atTime(2, 0).toInstant(ZoneOffset.UTC));
    try (RootAllocator allocator = new RootAllocator(256L << 20)) {
      new ExportHandler(new Export(events, stack.lake, allocator, clock), Metrics.NONE)
          .handleRequest(Map.of("account", ACCOUNT), null);
    }
    boolean last = day.equals(MONDAY.plusDays(7));
    report(stack.lake, stack.reports, last ? List.of() : DAILY);
  }

  private void report(ObjectStore lake, ObjectStore reports, List<String> ids) {
    Deliverer.Ways ways =
        new Deliverer.Ways(
            Optional.empty(),
            new Telegram(Telegram.SERVER),
            reference -> Optional.empty(),
            Invitations.NONE);
    Map<String, Object> answer =
        new ReportHandler(
                new ReportWiring(lake, reports, "test", folder, new Deliverer(reports, ways)))
            .handleRequest(
                Map.of(
                    "account", ACCOUNT, "scheduled_at", clock.instant().toString(), "reports", ids),
                null);
    assertThat(answer).containsEntry("broken", List.of()).containsEntry("undelivered", List.of());
  }

  /** As infra/monday.asl.yaml asks the buckets. */
  private List<String> absentOnMonday(Instant since) {
    Map<String, Object> states = map(SamTemplate.yaml("infra/monday.asl.yaml").get("States"));
    Map<String, Object> ask = map(map(states.get("Accounts")).get("Arguments"));
    Map<String, Object> each =
        map(map(map(states.get("EachAccount")).get("ItemProcessor")).get("States"));
    String key =
        text(map(map(each.get("Shelf")).get("Arguments")), "Key")
            .replaceFirst(".*account & \"(.+)\" %}", ACCOUNT + "$1");
    List<String> accounts =
        stack
            .clients
            .s3()
            .listObjectsV2(
                list ->
                    list.bucket(stack.lakeBucket)
                        .prefix(text(ask, "Prefix"))
                        .delimiter(text(ask, "Delimiter")))
            .commonPrefixes()
            .stream()
            .map(prefix -> prefix.prefix().split("/", -1)[1])
            .toList();
    assertThat(accounts).containsExactly(ACCOUNT);
    Instant modified =
        stack.clients.s3().headObject(of -> of.bucket(stack.reportsBucket).key(key)).lastModified();
    // S3 tells whole seconds
    return modified.isBefore(since.minusSeconds(1)) ? accounts : List.of();
  }

  private static String kpis(ObjectStore reports) {
    Shelf shelf = Shelf.find(reports, ACCOUNT).orElseThrow();
    String key = ReportKeys.run(ACCOUNT, shelf.front()) + "kpis.json";
    return new String(reports.get(key), StandardCharsets.UTF_8);
  }

  /** The figures of the same events without table, queue and export. */
  private String readDirectly(Business business, Path file) throws IOException {
    FolderObjectStore lake = new FolderObjectStore(folder.resolve("direct/lake"));
    FolderObjectStore reports = new FolderObjectStore(folder.resolve("direct/reports"));
    CompanyFiles.put(business, file, lake);
    try (RootAllocator allocator = new RootAllocator(256L << 20)) {
      for (Map.Entry<LocalDate, SortedMap<String, ChangeEvent>> day : told.entrySet()) {
        try (LakeWriter writer =
            new LakeWriter(lake, allocator, ACCOUNT, day.getKey(), LakeKeys.PART)) {
          for (ChangeEvent event : day.getValue().values()) {
            writer.append(event);
          }
          writer.finish();
        }
      }
    }
    report(lake, reports, List.of());
    return kpis(reports);
  }

  private String openedByALink(String page) {
    LinkKeys keys = new LinkKeys(List.of(LinkKey.make(new SecureRandom())));
    Links links = new Links(() -> keys);
    DashboardHandler dashboard =
        new DashboardHandler(
            new Dashboard(
                links,
                new StoredRevocations(stack.lake),
                stack.reports,
                (key, type) -> {
                  throw new AssertionError(key + " is no large file");
                },
                new LoggedOpenings(),
                clock),
            true);
    Link link =
        Link.issue(
            ACCOUNT,
            "Anna",
            new Scope.Audience("managers"),
            clock.instant().plus(Duration.ofDays(1)),
            new SecureRandom());
    APIGatewayV2HTTPResponse entered =
        dashboard.handleRequest(get("/d/" + links.sign(link), List.of()), null);
    assertThat(entered.getStatusCode()).isEqualTo(303);
    List<String> cookies =
        entered.getCookies().stream().map(cookie -> cookie.replaceFirst(";.*", "")).toList();
    String path = "/d/" + ACCOUNT + '/' + page;
    assertThat(dashboard.handleRequest(get(path, List.of()), null).getStatusCode()).isEqualTo(404);
    APIGatewayV2HTTPResponse opened = dashboard.handleRequest(get(path, cookies), null);
    assertThat(opened.getStatusCode()).isEqualTo(200);
    return opened.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(opened.getBody()), StandardCharsets.UTF_8)
        : opened.getBody();
  }

  private static APIGatewayV2HTTPEvent get(String path, List<String> cookies) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withHeaders(Map.of())
        .withCookies(cookies)
        .withRequestContext(
            RequestContext.builder()
                .withHttp(RequestContext.Http.builder().withMethod("GET").withPath(path).build())
                .build())
        .build();
  }

  private void at(Instant moment) {
    clock.advance(Duration.between(clock.instant(), moment));
  }
}
