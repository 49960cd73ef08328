package dev.svodka.local.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.event.Via;
import dev.svodka.export.DayExport;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRow;
import dev.svodka.kpi.KpiRun;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.arrow.EventFileReader;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.cli.RecordedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code svodka account forget}. */
class ForgetCommandTest {
  private static final Pattern PSEUDONYM = Pattern.compile("(forgotten-[0-9a-f]{12}) now: ");

  @TempDir private Path folder;

  private String run(FolderStack stack, String... arguments) {
    RecordedTerminal terminal = new RecordedTerminal();
    assertThat(terminal.run(stack, arguments)).as(terminal.err()).isZero();
    return terminal.out();
  }

  private static String pseudonym(String out) {
    Matcher told = PSEUDONYM.matcher(out);
    assertThat(told.find()).as(out).isTrue();
    return told.group(1);
  }

  @Test
  void everyFigureButTheNameStaysAndAnImportBringsNobodyBack() throws Exception {
    String made = folder.resolve("made").toString();
    String lake = folder.resolve("lake").toString();
    try (FolderStack stack = new FolderStack(folder.resolve("stack"))) {
      run(stack, "generate", "--items", "400", "--seed", "5", "--out", made);
      String[] imported = {
        "import",
        "--business",
        made + "/business.yaml",
        "--events",
        made + "/events.csv",
        "--lake",
        lake
      };
      run(stack, imported);
      FolderObjectStore objects = new FolderObjectStore(Path.of(lake));
      String owner = most(events(objects, "romashka"), event -> event.owner());
      String customer = most(events(objects, "romashka"), event -> event.customerId());
      Business business = BusinessFile.load(Path.of(made, "business.yaml"));
      List<String> before = figures(business, objects);
      assertThat(before.toString()).contains(owner);

      String him =
          pseudonym(
              run(
                  stack,
                  "account",
                  "forget",
                  "romashka",
                  "--owner",
                  owner,
                  "--lake",
                  lake,
                  "--yes"));
      String her =
          pseudonym(
              run(
                  stack,
                  "account",
                  "forget",
                  "romashka",
                  "--customer",
                  customer,
                  "--lake",
                  lake,
                  "--business",
                  made + "/business.yaml",
                  "--yes"));

      assertThat(named(figures(business, objects), Map.of(him, owner, her, customer)))
          .isEqualTo(before);
      noTrace(objects, owner, customer);
      run(stack, imported);
      assertThat(named(figures(business, objects), Map.of(him, owner, her, customer)))
          .isEqualTo(before);
      noTrace(objects, owner, customer);
    }
  }

  private static void noTrace(ObjectStore lake, String owner, String customer) throws IOException {
    for (ChangeEvent event : events(lake, "romashka")) {
      assertThat(event.owner()).isNotEqualTo(Optional.of(owner));
      assertThat(event.actor()).isNotEqualTo(Optional.of(owner));
      assertThat(event.customerId()).isNotEqualTo(Optional.of(customer));
    }
  }

  private static String most(
      List<ChangeEvent> events, Function<ChangeEvent, Optional<String>> told) {
    return events.stream()
        .flatMap(event -> told.apply(event).stream())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.groupingBy(text -> text, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static List<ChangeEvent> events(ObjectStore lake, String account) throws IOException {
    List<ChangeEvent> events = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator()) {
      for (String key : new LakeFeed(lake, account).files()) {
        EventFileReader.forEach(allocator, key, lake.open(key), events::add);
      }
    }
    return events;
  }

  private List<String> figures(Business business, ObjectStore lake) throws IOException {
    Path spill = Files.createTempDirectory(folder, "spill");
    try (KpiRun run =
        new KpiEngine()
            .run(
                business,
                new LakeFeed(lake, business.account())::forEach,
                KpiOptions.of(spill).full(true))) {
      return run.rows().stream().map(KpiRow::toString).sorted().toList();
    }
  }

  private static List<String> named(List<String> figures, Map<String, String> names) {
    return figures.stream()
        .map(
            figure -> {
              String told = figure;
              for (Map.Entry<String, String> name : names.entrySet()) {
                told = told.replace(name.getKey(), name.getValue());
              }
              return told;
            })
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static ChangeEvent deal(String item, String customer, String name) {
    return ChangeEvent.of(
            "romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", item), Kind.CREATED)
        .owner("504141")
        .customer(customer, name)
        .occurredAt(FolderStack.NOW.minusSeconds(3_600))
        .build();
  }

  @Test
  void nothingOfAStackTellsThePersonAndWhatComesLaterIsHeldAtTheLake() throws Exception {
    try (FolderStack stack = new FolderStack(folder);
        BufferAllocator allocator = new RootAllocator()) {
      DayExport export = new DayExport(stack.events, stack.lake, allocator, stack.clock());
      stack.events.put(List.of(deal("1", "770123456789", "ИП Ветрова"), deal("2", "880", "Lutik")));
      export.exportPending("romashka", DayExport.Mode.OPEN_DAYS_TOO);
      put(
          stack.lake,
          "accounts/romashka/names/amo.json",
          "{\"owner\":{\"504141\":{\"names\":[]}}}");
      put(stack.lake, "quarantine/romashka/2026-11-24/a.json", "[\"inn\",\"770123456789\"]");
      put(stack.lake, "quarantine/romashka/2026-11-24/b.json", "[\"inn\",\"990\"]");
      put(stack.reports, "romashka/reports.json", "{}");
      put(stack.reports, "romashka/runs/r1/act-today.ru.html", "ИП Ветрова");
      put(
          stack.reports,
          "romashka/kept/overdue-invoices/2026-W46/overdue-invoices.ru.html",
          "ИП Ветрова");
      put(stack.reports, "romashka/kept/overdue-invoices/2026-W46/overdue-invoices/1.xlsx", "…");
      put(
          stack.reports,
          "romashka/kept/overdue-invoices/2026-W45/overdue-invoices.ru.html",
          "Lutik");

      String[] forget = {
        "account", "forget", "romashka", "--stack", "svodka", "--yes", "--customer", "770123456789"
      };
      assertThat(run(stack, forget))
          .contains("1 events in the table, 1 in closed files, 1 payloads in quarantine deleted")
          .contains("kept page deleted: overdue-invoices/2026-W46")
          .doesNotContain("770123456789", "Ветрова");
      run(
          stack,
          "account",
          "forget",
          "romashka",
          "--stack",
          "svodka",
          "--yes",
          "--owner",
          "504141");

      assertThat(everything())
          .doesNotContain("770123456789", "Ветрова", "504141")
          .contains("Lutik");
      assertThat(stack.reports.list("romashka/"))
          .extracting(ObjectStore.Entry::key)
          .containsExactly("romashka/kept/overdue-invoices/2026-W45/overdue-invoices.ru.html");

      stack.events.put(List.of(deal("3", "770123456789", "ИП Ветрова")));
      export.exportPending("romashka", DayExport.Mode.OPEN_DAYS_TOO);
      assertThat(events(stack.lake, "romashka"))
          .hasSize(3)
          .allSatisfy(
              event -> {
                assertThat(event.toString()).doesNotContain("770123456789", "Ветрова");
                assertThat(event.owner().orElseThrow()).startsWith("forgotten-");
              });
      run(stack, forget);
      assertThat(everything()).doesNotContain("770123456789", "Ветрова");
    }
  }

  @Test
  void thoseOfWhomNothingWasToldForLongHavePseudonymsAndFiguresStay() throws Exception {
    String made = folder.resolve("made").toString();
    try (FolderStack stack = new FolderStack(folder)) {
      run(stack, "generate", "--items", "300", "--seed", "9", "--out", made);
      Path file = Path.of(made, "business.yaml");
      String text = Files.readString(file).replaceAll("(?m)^retention:.*$", "");
      Files.writeString(file, text + "\nretention: 2 months\n");
      run(
          stack,
          "import",
          "--business",
          file.toString(),
          "--events",
          made + "/events.csv",
          "--lake",
          folder.resolve("lake").toString());
      put(stack.lake, "accounts/romashka/business.yaml", Files.readString(file));
      put(stack.lake, "quarantine/romashka/2026-01-02/a.json", "x");
      put(stack.lake, "quarantine/romashka/2026-11-24/b.json", "x");
      Business business = BusinessFile.load(file);
      List<ChangeEvent> told = events(stack.lake, "romashka");
      stack.time.moveTo(
          told.stream().map(ChangeEvent::occurredAt).max(Comparator.naturalOrder()).orElseThrow());
      List<String> before = anonymous(figures(business, stack.lake));
      String[] age = {"account", "retention", "romashka", "--stack", "svodka", "--yes"};

      assertThat(run(stack, age)).containsPattern("^[1-9][0-9,]* people").contains("1 payloads");

      List<ChangeEvent> after = events(stack.lake, "romashka");
      assertThat(after).hasSameSizeAs(told);
      long aged =
          after.stream()
              .filter(event -> event.toString().contains("forgotten-"))
              .peek(
                  event ->
                      assertThat(event.occurredAt())
                          .isBefore(stack.time.instant().minus(Duration.ofDays(58))))
              .count();
      assertThat(aged).isBetween(1L, told.size() - 1L);
      assertThat(anonymous(figures(business, stack.lake))).isEqualTo(before);
      assertThat(run(stack, age)).startsWith("0 people");
      assertThat(stack.lake.list("lake/romashka/retention/")).hasSize(1);
    }
  }

  /** Figures without the names of owners and customers, for hundreds of people change theirs. */
  private static List<String> anonymous(List<String> figures) {
    return figures.stream()
        .map(figure -> figure.replaceAll("(owner|customer)=Optional\\[[^]]*]", "$1"))
        .sorted()
        .toList();
  }

  private static void put(ObjectStore store, String key, String text) {
    store.put(key, text.getBytes(UTF_8), "text/plain");
  }

  /** All files as they lie there, and the events of Arrow files, which are compressed. */
  private String everything() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(file).append(new String(Files.readAllBytes(file), UTF_8));
      }
    }
    events(new FolderObjectStore(folder.resolve("lake")), "romashka").forEach(all::append);
    return all.toString();
  }

  @Test
  void aWholeAccountIsGoneAndOthersStay() throws Exception {
    try (FolderStack stack = new FolderStack(folder);
        BufferAllocator allocator = new RootAllocator()) {
      stack.events.put(List.of(deal("1", "770123456789", "ИП Ветрова")));
      new DayExport(stack.events, stack.lake, allocator, stack.clock())
          .exportPending("romashka", DayExport.Mode.OPEN_DAYS_TOO);
      put(stack.lake, "accounts/romashka/goals.csv", "x");
      put(stack.lake, "accounts/romashka-2/business.yaml", "x");
      put(stack.reports, "romashka/reports.json", "{}");

      RecordedTerminal asked = new RecordedTerminal();
      String[] forget = {"account", "forget", "romashka", "--all", "--stack", "svodka"};
      assertThat(asked.run(stack, forget)).isEqualTo(2);
      assertThat(asked.err()).contains("nothing was done");
      assertThat(stack.events.days("romashka")).hasSize(1);

      run(stack, "account", "forget", "romashka", "--all", "--stack", "svodka", "--yes");

      assertThat(stack.events.days("romashka")).isEmpty();
      assertThat(stack.reports.list("")).isEmpty();
      assertThat(stack.lake.list(""))
          .extracting(ObjectStore.Entry::key)
          .containsExactly("accounts/romashka-2/business.yaml", "forgotten/romashka.json");
    }
  }

  @Test
  void whatIsWrongInTheCallIsSaid() throws Exception {
    try (FolderStack stack = new FolderStack(folder)) {
      for (String[] call :
          List.of(
              new String[] {
                "account", "forget", "romashka", "--owner", "1", "--all", "--lake", "x"
              },
              new String[] {"account", "forget", "romashka", "--owner", "1"},
              new String[] {"account", "forget", "romashka", "--owner", " ", "--lake", "x"},
              new String[] {"account", "forget", "../x", "--owner", "1", "--lake", "x"},
              new String[] {"account", "forget", "romashka", "--owner", "1", "--lake", "nowhere"},
              new String[] {"account", "forget", "romashka", "--owner", "1", "--stack", "other"})) {
        RecordedTerminal terminal = new RecordedTerminal();
        assertThat(terminal.run(stack, call)).as(String.join(" ", call)).isEqualTo(2);
        assertThat(terminal.err()).doesNotContain("Exception");
      }
    }
  }
}
