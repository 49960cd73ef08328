package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of a made-up company in a browser, over a server that serves files and no more. */
class PagesInBrowserIT {
  private static final int DESK = 1280;
  private static final int PHONE = 390;

  @TempDir private static Path folder;
  private static Browser browser;
  private static HttpServer server;
  private static Path account;

  @BeforeAll
  static void publish() {
    browser = new Browser();
    RecordedTerminal terminal = new RecordedTerminal();
    Path company = folder.resolve("company");
    Path out = folder.resolve("out");
    run(terminal, "generate", "--items", "1500", "--out", company.toString());
    run(
        terminal,
        "report",
        "--business",
        company.resolve("business.yaml").toString(),
        "--events",
        company.resolve("events.arrow").toString(),
        "--out",
        out.toString());
    account = only(out);
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            account.toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** Without those that are kept of a month or week: they are the same, in another place. */
  static List<String> pages() throws IOException {
    return all().stream().filter(name -> !name.contains("/")).toList();
  }

  static List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(account)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(file -> account.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPageIsSmallAsksForNothingAndItsLinksLeadSomewhere(String name) throws Exception {
    assertThat(Files.size(account.resolve(name))).isLessThanOrEqualTo(400 * 1024);
    try (var opened = browser.open(address(name), DESK, ColorScheme.LIGHT, true);
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(opened.faults()).isEmpty();
      assertThat(opened.requests()).containsExactly(address(name));
      List<String> links =
          opened.page().locator("a[href]").all().stream()
              .map(link -> (String) link.evaluate("a => a.href"))
              .filter(href -> href.startsWith(address("")))
              .distinct()
              .toList();
      assertThat(links).isNotEmpty();
      for (String link : links) {
        HttpRequest head = HttpRequest.newBuilder(URI.create(link)).HEAD().build();
        assertThat(client.send(head, BodyHandlers.discarding()).statusCode())
            .as(link)
            .isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyPageCanBeReadByEverybody(ColorScheme scheme) throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (String name : pages()) {
      try (var opened = browser.open(address(name), DESK, scheme, true)) {
        opened.page().locator("summary").all().forEach(Locator::click);
        all.assertThat(new AxeBuilder(opened.page()).analyze().getViolations()).as(name).isEmpty();
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPhoneScrollsDownAlone(String name) {
    try (var opened = browser.open(address(name), PHONE, ColorScheme.LIGHT, true)) {
      assertThat(opened.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void withoutScriptsEverythingIsThereAndNothingThatNeedsThem(String name) {
    try (var with = browser.open(address(name), DESK, ColorScheme.LIGHT, true);
        var without = browser.open(address(name), DESK, ColorScheme.LIGHT, false)) {
      assertThat(without.page().locator("h1").isVisible()).isTrue();
      assertThat(without.page().locator("tbody tr:visible").count())
          .isEqualTo(with.page().locator("tbody tr:visible").count());
      assertThat(without.page().locator("button, input, .stale:visible").count()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tablesSortAreSearchedAndDefinitionsOpen(String name) {
    try (var opened = browser.open(address(name), DESK, ColorScheme.LIGHT, true)) {
      Page page = opened.page();
      for (Locator table : page.locator("table:has(thead button)").all()) {
        sorts(page, table);
      }
      for (Locator filter : page.locator(".filter").all()) {
        Locator rows = filter.locator("xpath=following-sibling::*[1]//tbody/tr");
        int all = rows.count();
        filter.locator("input").fill("no row holds this");
        assertThat(rows.locator("visible=true").count()).isLessThan(all);
        filter.locator("input").fill("");
        assertThat(rows.locator("visible=true").count()).isEqualTo(all);
      }
      for (Locator details : page.locator("details").all()) {
        details.locator("summary").click();
        assertThat(details.locator(":scope > :not(summary)").first().isVisible()).isTrue();
      }
      assertThat(opened.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageTellsThatItIsOldOnceItsNextOneIsOverdue(String name) {
    try (var opened = browser.open("about:blank", DESK, ColorScheme.LIGHT, true)) {
      Page page = opened.page();
      page.clock().setFixedTime("2000-01-01T00:00:00Z");
      page.navigate(address(name));
      assertThat(page.locator(".stale:visible").count()).isZero();
      page.clock().setFixedTime("2100-01-01T00:00:00Z");
      page.navigate(address(name));
      assertThat(page.locator(".stale:visible").count()).isEqualTo(page.locator(".stale").count());
    }
  }

  /** By the keyboard, on the first column of figures or the first of all. */
  private static void sorts(Page page, Locator table) {
    Locator figures = table.locator("thead th.n");
    Locator head = figures.count() > 0 ? figures.first() : table.locator("thead th").first();
    head.locator("button").focus();
    page.keyboard().press("Enter");
    String way = head.getAttribute("aria-sort");
    assertThat(way).isIn("ascending", "descending");
    assertThat(page.locator("#status").textContent()).contains(head.locator("button").innerText());
    List<String> keys = keys(table, head);
    if (keys.stream().allMatch(key -> key.matches("-?\\d+(\\.\\d+)?"))) {
      Comparator<String> order = Comparator.comparingDouble(Double::parseDouble);
      assertThat(keys).isSortedAccordingTo(way.equals("ascending") ? order : order.reversed());
    }
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    assertThat(head.getAttribute("aria-sort")).isNull();
  }

  @SuppressWarnings("unchecked")
  private static List<String> keys(Locator table, Locator head) {
    int column = (int) head.evaluate("th => th.cellIndex");
    return (List<String>)
        table.evaluate(
            "(table, i) => [...table.tBodies[0].rows].filter(r => r.className !== 'group').map(r => r.cells[i])"
                + ".map(c => c.dataset.v ?? c.textContent.trim()).filter(t => t !== '–' && t !== '')",
            column);
  }

  private static String address(String name) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
  }

  private static Path only(Path out) {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void run(RecordedTerminal terminal, String... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
  }
}
