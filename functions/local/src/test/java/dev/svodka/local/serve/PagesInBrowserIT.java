package dev.svodka.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.svodka.core.link.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of a made-up company in a browser, by signed links, from {@code svodka serve}. */
class PagesInBrowserIT {
  private static final int DESK = 1280;
  private static final int PHONE = 390;
  private static final int MOST_BYTES = 400 * 1024;

  @TempDir private static Path folder;
  private static Browser browser;
  private static ServedCompany company;
  private static Browser.Tab tab;
  private static Browser.Tab plain;

  /** One of the lists behind numbers, which are all alike. */
  private static final String LIST = "weekly-conversion/items-sales-created.ru.html";

  /** Each page that there is, found by going from link to link. */
  private static final SortedMap<String, byte[]> PAGES = new TreeMap<>();

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    browser = new Browser();
    company = new ServedCompany(folder, 1_500, event -> true);
    URI link = company.link(new Scope.Everything());
    company
        .everything(company.cookie(link))
        .forEach(
            (path, content) -> {
              if (path.endsWith(".html")) {
                PAGES.put(path, content);
              }
            });
    tab = browser.tab(true);
    plain = browser.tab(false);
    assertThat(tab.open(link)).isEqualTo(200);
    assertThat(plain.open(link)).isEqualTo(200);
    assertThat(tab.page().url()).isEqualTo(company.at("index.ru.html").toString());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (company != null) {
      company.close();
    }
  }

  static List<String> reports() {
    return PAGES.keySet().stream().filter(name -> !name.contains("/")).toList();
  }

  static List<String> pages() {
    return Stream.concat(reports().stream(), Stream.of(LIST)).toList();
  }

  /** Those of a week or month: they are the same, in another place. */
  static List<String> kept() {
    return PAGES.keySet().stream()
        .filter(name -> name.contains("/") && !name.contains("/items-"))
        .toList();
  }

  @Test
  void allReportsAreThereAndNoPageIsLarge() {
    assertThat(PAGES)
        .containsKeys("index.en.html", "weekly-conversion.en.html", "overdue-invoices.ru.html");
    PAGES.forEach((name, page) -> assertThat(page).as(name).hasSizeLessThanOrEqualTo(MOST_BYTES));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageServesEverybody(String name) {
    opens(name);
    Page page = tab.page();
    sameRowsWithoutScripts(name);
    definitionsOpen(page);
    assertThat(violations()).isEmpty();
    page.locator("table:has(thead button)").all().forEach(table -> sorts(page, table));
    page.locator(".filter").all().forEach(PagesInBrowserIT::filters);
    assertThat(tab.faults()).isEmpty();
    assertThat(tab.requests()).containsExactly(company.at(name).toString());
    tab.look(DESK, ColorScheme.DARK);
    assertThat(violations()).as("in the dark").isEmpty();
  }

  private static List<Rule> violations() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(tab.page())
        .setLegacyMode(true)
        .options(options)
        .analyze()
        .getViolations();
  }

  @ParameterizedTest
  @MethodSource("kept")
  void aPageOfTheSameKindOpens(String name) {
    opens(name);
  }

  /** At a phone's width first, where nothing may stand out at the side. */
  private static void opens(String name) {
    tab.look(PHONE, ColorScheme.LIGHT);
    assertThat(tab.open(company.at(name))).isEqualTo(200);
    assertThat(tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    tab.look(DESK, ColorScheme.LIGHT);
    assertThat(tab.page().locator("h1").isVisible()).isTrue();
    assertThat(tab.faults()).isEmpty();
    assertThat(tab.requests()).containsExactly(company.at(name).toString());
  }

  private static void sameRowsWithoutScripts(String name) {
    assertThat(plain.open(company.at(name))).isEqualTo(200);
    Page page = plain.page();
    assertThat(page.locator("h1").isVisible()).isTrue();
    assertThat(page.locator("tbody tr:visible").count())
        .isEqualTo(tab.page().locator("tbody tr:visible").count());
    assertThat(page.locator("button, input, .stale:visible").count()).isZero();
  }

  private static void definitionsOpen(Page page) {
    for (Locator details : page.locator("details").all()) {
      details.locator("summary").click();
      assertThat(details.locator(":scope > :not(summary)").first().isVisible()).isTrue();
    }
  }

  private static void filters(Locator filter) {
    Locator rows = filter.locator("xpath=following-sibling::*[1]//tbody/tr");
    int all = rows.count();
    filter.locator("input").fill("no row holds this");
    assertThat(rows.locator("visible=true").count()).isLessThan(all);
    filter.locator("input").fill("");
    assertThat(rows.locator("visible=true").count()).isEqualTo(all);
  }

  /** The second time it comes out of the browser's cache, by a 304. */
  @Test
  void aPageThatIsOpenedAgainWorksAsItDid() {
    for (int i = 0; i < 3; i++) {
      opens("weekly-conversion.ru.html");
      assertThat(tab.page().locator("thead button").count()).isPositive();
    }
  }

  @Test
  void theFrontPageLeadsToAReportAndTheReportBack() {
    tab.look(DESK, ColorScheme.LIGHT);
    tab.open(company.at("index.ru.html"));
    Page page = tab.page();
    page.locator("main a[href='weekly-conversion.ru.html']").first().click();
    page.waitForURL(company.at("weekly-conversion.ru.html").toString());
    page.locator("a[href='index.ru.html']").first().click();
    page.waitForURL(company.at("index.ru.html").toString());
  }

  @Test
  void aWrongAnExpiredAndARevokedLinkOpenNothing() throws Exception {
    String good = company.link(new Scope.Everything()).toString();
    URI wrong = URI.create(good.substring(0, good.length() - 4) + "AAAA");
    try (Browser.Tab stranger = browser.tab(true)) {
      for (URI link : List.of(wrong, company.expiredLink(), company.revokedLink())) {
        assertThat(company.send(link, "").statusCode()).isEqualTo(404);
        assertThat(stranger.open(link)).isEqualTo(404);
        assertThat(stranger.page().context().cookies()).isEmpty();
        assertThat(stranger.open(company.at("index.ru.html"))).isEqualTo(404);
      }
      assertThat(stranger.open(URI.create(good))).isEqualTo(200);
      assertThat(stranger.page().url()).doesNotContain(good);
      company.revoke(URI.create(good));
      assertThat(stranger.open(company.at("index.ru.html"))).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aPageTellsThatItIsOldOnceItsNextOneIsOverdue(String name) {
    try (Browser.Tab other = browser.tab(true)) {
      Page page = other.page();
      page.clock().setFixedTime("2000-01-01T00:00:00Z");
      other.open(company.link(new Scope.Everything()));
      other.open(company.at(name));
      assertThat(page.locator(".stale").count()).isPositive();
      assertThat(page.locator(".stale:visible").count()).isZero();
      page.clock().setFixedTime("2100-01-01T00:00:00Z");
      other.open(company.at(name));
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
}
