package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Each file of SQL by itself: rows in, rows out, small enough to be worked out by hand ({@code
 * resources/fixtures}). Every file is also run over nothing at all (no rows, unless its fixture has
 * a case of that name) and over rows of nulls.
 */
class SqlFixturesTest {
  private static final String NOTHING = "nothing at all";
  private static final Set<String> KEYS = Set.of("case", "given", "expect");

  @SuppressWarnings("NullAway.Init")
  private static FixtureTables tables;

  private record Case(
      String name,
      Map<String, List<Map<String, @Nullable Object>>> given,
      List<Map<String, @Nullable Object>> expect) {}

  @BeforeAll
  static void open() {
    tables = new FixtureTables();
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  @TestFactory
  Stream<DynamicContainer> everyFile() {
    return Stream.of("model", "kpi", "invariant")
        .flatMap(folder -> SqlFiles.below(folder).stream())
        .map(file -> DynamicContainer.dynamicContainer(file.name(), cases(file)));
  }

  @Test
  void noFixtureIsOfAFileThatIsGone() throws IOException, URISyntaxException {
    Path root = Path.of(Objects.requireNonNull(getClass().getResource("/fixtures")).toURI());
    List<String> listed = SqlFiles.read("sql-index.txt").lines().toList();
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()))
          .allSatisfy(name -> assertThat(listed).contains(name.replace(".yaml", ".sql")));
    }
  }

  private static Stream<DynamicTest> cases(SqlFile file) {
    List<Case> cases = new ArrayList<>(written(file.name().replace(".sql", ".yaml")));
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        DynamicTest.dynamicTest(
            "has a case of its own",
            () -> assertThat(cases).anyMatch(example -> !example.name.equals(NOTHING))));
    tests.add(DynamicTest.dynamicTest("rows of nulls", () -> overNulls(file)));
    if (cases.stream().noneMatch(example -> example.name.equals(NOTHING))) {
      tests.add(
          DynamicTest.dynamicTest(
              NOTHING, () -> check(file, new Case(NOTHING, Map.of(), List.of()))));
    }
    cases.forEach(
        example -> tests.add(DynamicTest.dynamicTest(example.name, () -> check(file, example))));
    return tests.stream();
  }

  private static void overNulls(SqlFile file) {
    assertThat(
            tables.with(
                file.statement(),
                tables.rowsOfNulls(file.statement()),
                new FixtureValues(),
                () -> tables.answer(file)))
        .isNotNull();
  }

  private static void check(SqlFile file, Case example) {
    FixtureValues values = new FixtureValues();
    FixtureTables.Answer answer =
        tables.with(file.statement(), example.given, values, () -> tables.answer(file));
    if (file.name().startsWith("kpi/")) {
      assertThat(answer.rows().stream().map(row -> String.valueOf(row.get("kpi"))))
          .isSubsetOf(KpiCatalogue.definition(file).kpis());
    }
    Set<String> columns = new TreeSet<>();
    example.expect.forEach(row -> columns.addAll(row.keySet()));
    if (!answer.rows().isEmpty()) {
      assertThat(answer.rows().getFirst().keySet()).containsAll(columns);
    }
    assertThat(shown(answer.rows(), columns, answer.words(), values))
        .containsExactlyInAnyOrderElementsOf(
            shown(example.expect, columns, answer.words(), values));
  }

  /** The columns that the expected rows name; one that does not name it has null there. */
  private static List<Map<String, String>> shown(
      List<Map<String, @Nullable Object>> rows,
      Set<String> columns,
      Set<String> words,
      FixtureValues values) {
    List<Map<String, String>> shown = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows) {
      Map<String, String> told = new LinkedHashMap<>();
      columns.forEach(
          column -> told.put(column, values.shown(row.get(column), words.contains(column))));
      shown.add(told);
    }
    return shown;
  }

  @SuppressWarnings("unchecked")
  private static List<Case> written(String file) {
    try (InputStream in = SqlFixturesTest.class.getResourceAsStream("/fixtures/" + file)) {
      if (in == null) {
        return List.of();
      }
      Load yaml = new Load(LoadSettings.builder().setLabel(file).build());
      return ((List<Map<String, Object>>) Objects.requireNonNull(yaml.loadFromInputStream(in)))
          .stream()
              .map(
                  example -> {
                    assertThat(KEYS).as(file).containsAll(example.keySet());
                    return new Case(
                        String.valueOf(example.get("case")),
                        (Map<String, List<Map<String, @Nullable Object>>>)
                            example.getOrDefault("given", Map.of()),
                        (List<Map<String, @Nullable Object>>)
                            Objects.requireNonNull(example.get("expect"), file));
                  })
              .toList();
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
