package dev.svodka.local.serve;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.Scope;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.deliver.Invitations;
import dev.svodka.report.deliver.Telegram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service over HTTP, from the sample's webhooks to pages. */
class LocalServiceTest {
  /** The end of the sample's last week. */
  private static final Instant END = Instant.parse("2026-11-15T21:00:00Z");

  private static final Path EVENTS = Path.of("../../events");
  private static final int HOOKS = 40;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Stores stores;
  private LocalService service;

  @BeforeEach
  void start() throws IOException {
    DataFolder data = DataFolder.open(folder.resolve("data"));
    Path business = EVENTS.resolve("business.yaml");
    stores = data.stores(Clock.systemUTC());
    CompanyFiles.put(BusinessFile.load(business), business, stores.lake());
    service = LocalService.start(settings(Optional.empty()), said::add);
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    stores.close();
  }

  @Test
  void webhooksBecomePagesThatOpenByALinkAlone() throws Exception {
    URI hook = hook();
    for (String form : forms()) {
      assertThat(post(hook, form)).as(form).isEqualTo(202);
    }
    long stored = stored();
    assertThat(stored).isPositive();
    assertThat(post(hook, forms().getFirst())).isEqualTo(202);
    assertThat(stored()).as("what came again").isEqualTo(stored);
    assertThat(post(URI.create(hook + "x"), forms().getFirst())).isEqualTo(404);

    restart();
    assertThat(stored()).as("after a restart").isEqualTo(stored);
    assertThat(post(hook(), forms().getFirst())).isEqualTo(202);
    assertThat(stored()).isEqualTo(stored);

    assertThat(service.makeReports(END)).as("%s", said).isTrue();
    String cookie = enter(service.link("romashka", new Scope.Everything()));
    HttpResponse<String> front = get("/d/romashka/index.ru.html", cookie);
    assertThat(front.statusCode()).isEqualTo(200);
    assertThat(front.body())
        .contains("href=\"weekly-conversion.ru.html\"", "href=\"overdue-invoices.ru.html\"");
    HttpResponse<String> page = get("/d/romashka/weekly-conversion.ru.html", cookie);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .startsWith("default-src 'none'")
        .endsWith("frame-ancestors 'none'");
    for (String never : List.of("kpis.json", "facts.parquet", "reports.json", "../../x")) {
      assertThat(get("/d/romashka/" + never, cookie).statusCode()).as(never).isEqualTo(404);
    }
    assertThat(get("/d/romashka/index.ru.html", "").statusCode()).isEqualTo(404);

    String managers = enter(service.link("romashka", new Scope.Audience("managers")));
    assertThat(get("/d/romashka/index.ru.html", managers).body())
        .contains("href=\"weekly-conversion.ru.html\"")
        .doesNotContain("overdue-invoices");
    assertThat(get("/d/romashka/overdue-invoices.ru.html", managers).statusCode()).isEqualTo(404);

    spoilTheBusinessFile();
    assertThat(service.makeReports(END.plusSeconds(86_400))).isFalse();
    assertThat(said.getLast())
        .startsWith("romashka: the reports were not made, those of before stay: ");
    assertThat(get("/d/romashka/weekly-conversion.ru.html", cookie).body()).isEqualTo(page.body());

    String secret = hook().getPath().substring(hook().getPath().lastIndexOf('/') + 1);
    String session = cookie.substring(cookie.indexOf('=') + 1);
    String keys =
        DataFolder.existing(folder.resolve("data"))
            .secrets()
            .value(DataFolder.LINK_KEYS)
            .orElseThrow();
    String key = keys.substring(keys.indexOf(' ') + 1, keys.indexOf('\n'));
    assertThat(holding(secret)).containsExactly("secrets.properties");
    assertThat(holding(key)).containsExactly("secrets.properties");
    assertThat(holding(session)).isEmpty();
    assertThat(String.join("\n", said)).doesNotContain(secret, key, session);
  }

  @Test
  void reportsAreDueAtTheirTimesAndAfterADownTime() throws Exception {
    post(hook(), forms().getFirst());
    DataFolder data = DataFolder.existing(folder.resolve("data"));
    Instant friday = Instant.parse("2026-11-20T12:00:00Z");
    try (Runs runs =
        new Runs(
            "romashka",
            stores.events(),
            stores.lake(),
            stores.reports(),
            new Deliverer(
                stores.reports(),
                new Deliverer.Ways(
                    Optional.empty(),
                    new Telegram(Telegram.SERVER),
                    data.secrets(),
                    Invitations.NONE)),
            Clock.systemUTC(),
            "test")) {
      assertThat(runs.due(friday, friday)).as("never made, no time has come").isEmpty();
      Instant saturday = Instant.parse("2026-11-21T04:00:00Z");
      assertThat(runs.due(friday, saturday))
          .contains("overdue-invoices")
          .doesNotContain("weekly-conversion");
      assertThat(runs.make(List.of("overdue-invoices"), saturday, true))
          .isEqualTo(new Runs.Made(2, List.of(), Optional.empty()));
      assertThat(runs.due(friday, saturday.plusSeconds(3_600))).doesNotContain("overdue-invoices");
      Instant tuesday = Instant.parse("2026-11-24T12:00:00Z");
      assertThat(runs.due(friday, tuesday)).contains("weekly-conversion", "overdue-invoices");
      assertThat(runs.due(tuesday, tuesday))
          .as("started anew: what was made once is late, what never was waits")
          .contains("overdue-invoices")
          .doesNotContain("weekly-conversion");
    }
  }

  @Test
  void whatIsTooLargeOrNobodysIsRefused() throws Exception {
    URI hook = hook();
    HttpResponse<String> large =
        client.send(
            HttpRequest.newBuilder(hook)
                .POST(BodyPublishers.ofByteArray(new byte[(10 << 20) + 1]))
                .build(),
            BodyHandlers.ofString());
    assertThat(large.statusCode()).isEqualTo(413);
    for (String path : List.of("/", "/f/00", "/d", "/hooks/", "/favicon.ico", "/d/a/../b")) {
      assertThat(get(path, "").statusCode()).as(path).isEqualTo(404);
    }
    int port = service.url().getPort();
    assertThatThrownBy(
            () ->
                LocalService.start(
                    new LocalService.Settings(
                        DataFolder.existing(folder.resolve("data")),
                        stores,
                        "127.0.0.1",
                        port,
                        Optional.empty(),
                        Clock.systemUTC(),
                        "test",
                        Crms.real()),
                    said::add))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("port %d is taken".formatted(port));
  }

  private URI hook() {
    return requireNonNull(service.hooks().get("romashka/amo"));
  }

  private void restart() throws IOException {
    service.close();
    stores.close();
    stores = DataFolder.existing(folder.resolve("data")).stores(Clock.systemUTC());
    service = LocalService.start(settings(Optional.empty()), said::add);
  }

  private LocalService.Settings settings(Optional<URI> publicUrl) {
    return new LocalService.Settings(
        DataFolder.existing(folder.resolve("data")),
        stores,
        "127.0.0.1",
        0,
        publicUrl,
        Clock.systemUTC(),
        "test",
        Crms.real());
  }

  private void spoilTheBusinessFile() throws IOException {
    Files.writeString(folder.resolve("data/lake/accounts/romashka/business.yaml"), "account: [");
  }

  private long stored() {
    return stores.events().days("romashka").stream()
        .mapToLong(day -> stores.events().readDay("romashka", day, event -> {}))
        .sum();
  }

  /** Names of the files under the data folder that hold this text. */
  private List<String> holding(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  private static List<String> forms() throws IOException {
    return Files.readAllLines(EVENTS.resolve("webhooks/2026-W46.forms")).stream()
        .limit(HOOKS)
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .toList();
  }

  private int post(URI hook, String form) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(hook)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  /** Follows a link as a browser does; gives the cookie. */
  private String enter(URI link) throws IOException, InterruptedException {
    HttpResponse<String> first =
        client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(link.resolve(first.headers().firstValue("location").orElse("")).getPath())
        .isEqualTo("/d/romashka/index.ru.html");
    String cookie = first.headers().firstValue("set-cookie").orElse("");
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private HttpResponse<String> get(String path, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.url().resolve(path));
    if (!cookie.isEmpty()) {
      request.header("cookie", cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
