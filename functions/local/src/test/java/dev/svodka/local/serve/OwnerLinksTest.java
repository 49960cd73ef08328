package dev.svodka.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.link.Scope;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link for one owner, from the shelf as it was published to what a reader gets. */
class OwnerLinksTest {
  /** The last has no name in the business file. */
  private static final List<String> OWNERS = List.of("504141", "504142", "504148");

  private static final String WEEKLY = "weekly-conversion.ru.html";
  private static final String STALE = "weekly-conversion/sales-stale.ru.csv";

  /** The generator's first two thousand items. */
  private static final Pattern ITEM = Pattern.compile("\\b100[01]\\d{3}\\b");

  @TempDir private static Path folder;
  private static ServedCompany company;

  @BeforeAll
  static void start() throws IOException {
    company =
        new ServedCompany(
            folder,
            3_000,
            event ->
                List.of("deal", "request").contains(event.item().type())
                    && event.owner().filter(OWNERS::contains).isPresent());
  }

  @AfterAll
  static void stop() throws IOException {
    company.close();
  }

  @Test
  void anOwnersLinkOpensWhatIsMadeForThatOwnerAndNothingElse() throws Exception {
    String all = company.cookie(company.link(new Scope.Everything()));
    SortedMap<String, byte[]> everything = company.everything(all);
    for (String owner : OWNERS) {
      String cookie = company.cookie(company.link(new Scope.Owner(owner)));
      SortedMap<String, byte[]> own = company.everything(cookie);
      assertThat(own).containsKeys("index.en.html", WEEKLY, "weekly-conversion.en.html", STALE);
      String made = run() + ReportKeys.owner(owner);
      own.forEach(
          (path, content) ->
              assertThat(content).as(path).isEqualTo(company.reports().get(made + path)));
      SortedSet<String> closed = new TreeSet<>(everything.keySet());
      closed.removeAll(own.keySet());
      assertThat(closed).contains("overdue-invoices.ru.html", "approvals.ru.html");
      closed.add("owner/" + owner + "/" + WEEKLY);
      closed.add("../" + owner + "/" + WEEKLY);
      closed.add("kpis.json");
      for (String path : closed) {
        assertThat(company.get(path, cookie).statusCode()).as(path).isEqualTo(404);
      }
    }
    String nobody = company.cookie(company.link(new Scope.Owner("1")));
    assertThat(company.get("index.ru.html", nobody).statusCode()).isEqualTo(404);
    assertThat(company.get(WEEKLY, nobody).statusCode()).isEqualTo(404);
  }

  @Test
  void nothingOfAnotherOwnersIsInAnyFile() throws Exception {
    Map<String, SortedSet<String>> items = itemsByOwner();
    for (String owner : OWNERS) {
      List<String> others =
          OWNERS.stream()
              .filter(other -> !other.equals(owner))
              .flatMap(other -> List.of(other, name(other)).stream())
              .toList();
      SortedSet<String> named = new TreeSet<>();
      for (ObjectStore.Entry file : company.reports().list(run() + ReportKeys.owner(owner))) {
        String text = text(file.key());
        assertThat(text).as(file.key()).doesNotContain(others);
        ITEM.matcher(text).results().forEach(item -> named.add(item.group()));
      }
      assertThat(named).as(owner).isEqualTo(items.getOrDefault(name(owner), new TreeSet<>()));
      assertThat(text(run() + ReportKeys.owner(owner) + WEEKLY)).contains(name(owner));
    }
    assertThat(items.keySet()).containsAll(OWNERS.stream().map(OwnerLinksTest::name).toList());
  }

  /** As the tables over all owners tell them. */
  private static Map<String, SortedSet<String>> itemsByOwner() throws IOException {
    Map<String, SortedSet<String>> items = new TreeMap<>();
    for (ObjectStore.Entry file : company.reports().list(run() + "weekly-conversion/")) {
      if (file.key().endsWith("-stale.ru.csv")) {
        addItems(items, file.key());
      }
    }
    addItems(items, run() + "act-today/company-acts.ru.csv");
    return items;
  }

  private static void addItems(Map<String, SortedSet<String>> items, String key)
      throws IOException {
    List<String> lines = text(key).replace("\ufeff", "").lines().toList();
    int owner = Arrays.asList(lines.getFirst().split(",", -1)).indexOf("Ответственный");
    for (String line : lines.subList(1, lines.size())) {
      String name = Arrays.asList(line.split(",", -1)).get(owner);
      ITEM.matcher(line)
          .results()
          .forEach(found -> items.computeIfAbsent(name, n -> new TreeSet<>()).add(found.group()));
    }
  }

  private static String name(String owner) {
    return company.business().owners().getOrDefault(owner, owner);
  }

  private static String run() {
    Shelf shelf = Shelf.find(company.reports(), company.account()).orElseThrow();
    return ReportKeys.run(company.account(), shelf.front());
  }

  /** A file as text; of a workbook all that is in it. A picture says what its SVG says. */
  private static String text(String key) throws IOException {
    byte[] content = company.reports().get(key);
    if (!key.endsWith(".xlsx")) {
      return key.endsWith(".png") ? "" : new String(content, UTF_8);
    }
    Path file = Files.write(folder.resolve("book.xlsx"), content);
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        text.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return text.toString();
  }
}
