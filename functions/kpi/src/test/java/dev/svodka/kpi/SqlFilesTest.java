package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all SQL has to keep so that DuckDB and Spark both run it, and give the same. */
class SqlFilesTest {
  private static final Map<String, Pattern> FORBIDDEN =
      Map.ofEntries(
          entry("a quoted name", "\""),
          entry("integer division", "[^/:]//[^/]"),
          entry(
              "a timestamp, date or interval",
              "\\b(timestamp|date|interval) '|\\bas (timestamp|date)\\b"),
          entry("a DuckDB cast", "::"),
          entry("mode", "\\bmode\\("),
          entry("concat", "\\bconcat\\("),
          entry("a random or current value", "\\b(random|now|current_\\w+|uuid)\\b\\(?"),
          entry("a distinct window", "count\\(distinct[^)]*\\) over"),
          entry("a mean of doubles", "\\bavg\\("),
          entry("ignore nulls, which each writes in its own way", "\\bignore nulls\\b"),
          entry("a subquery in having", "(?s)\\bhaving\\b(?:(?! as \\().)*\\(select\\b"),
          entry("a column called at, left, order", "\\bas (at|left|order)\\b"));

  private static final Pattern UNDECIDED_ORDER =
      Pattern.compile("(?<!within group \\()order by (?![^;]*?nulls last)");

  private static Map.Entry<String, Pattern> entry(String what, String regex) {
    return Map.entry(what, Pattern.compile("(?i)" + regex));
  }

  @Test
  void theIndexListsEveryFile() throws IOException, URISyntaxException {
    Path root = Path.of(Objects.requireNonNull(getClass().getResource("/sql-index.txt")).toURI());
    Path folder = Objects.requireNonNull(root.getParent());
    List<String> listed = Files.readAllLines(root);
    for (String name : List.of("model", "kpi", "invariant")) {
      try (Stream<Path> files = Files.walk(folder.resolve(name))) {
        assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
            .containsExactlyInAnyOrderElementsOf(
                listed.stream().filter(line -> line.startsWith(name + "/")).toList());
      }
    }
  }

  @Test
  void everyFileKeepsToWhatBothEnginesShare() {
    for (SqlFile file : all()) {
      String sql = withoutComments(file);
      FORBIDDEN.forEach(
          (what, pattern) ->
              assertThat(pattern.matcher(sql).find()).as(file.name() + " has " + what).isFalse());
      assertThat(UNDECIDED_ORDER.matcher(sql).find())
          .as(file.name() + ": every order by says nulls last")
          .isFalse();
    }
  }

  @Test
  void divisorsAreDoublesThatAreNeverNought() {
    Pattern division =
        Pattern.compile(
            " / (?!cast\\(\\d+ as double\\)|nullif\\(cast\\(.* as double\\)|cast\\(nullif\\()");
    for (SqlFile file : all()) {
      assertThat(division.matcher(withoutComments(file)).find()).as(file.name()).isFalse();
    }
  }

  @Test
  void everyFileIsOneStatementWithAHeader() {
    for (SqlFile file : all()) {
      assertThat(file.text()).as(file.name()).startsWith("-- ");
      assertThat(withoutComments(file)).as(file.name()).doesNotContain(";");
    }
  }

  @Test
  void theCatalogueSaysWhatEachKpiAnswers() {
    List<KpiDefinition> shipped = KpiCatalogue.shipped();
    assertThat(shipped).allSatisfy(kpi -> assertThat(kpi.question().ru()).matches(".*[а-я].*\\?"));
    assertThat(shipped.stream().flatMap(kpi -> kpi.kpis().stream()))
        .doesNotHaveDuplicates()
        .contains("created", "win_rate", "conversion_within", "stage_time_km_median")
        .hasSizeGreaterThan(40);
  }

  @Test
  void everyShippedKpiIsDefinedInBothLanguages() {
    Pattern russian = Pattern.compile("[а-яё]");
    Pattern symbols = Pattern.compile("[Σ÷#]");
    assertThat(SqlFiles.below("kpi"))
        .allSatisfy(
            file -> {
              assertThat(file.header().keySet())
                  .as(file.name())
                  .contains("ru", "en", "formula", "formula-ru", "unit", "edge", "edge-ru");
              KpiDefinition kpi = KpiCatalogue.definition(file);
              assertThat(kpi.formula().ru())
                  .as(file.name())
                  .matches(russian.asPredicate().or(symbols.asPredicate()));
              assertThat(kpi.edge().orElseThrow().ru())
                  .as(file.name())
                  .matches(russian.asPredicate());
              assertThat(kpi.formula().en() + kpi.edge().orElseThrow().en())
                  .as(file.name())
                  .doesNotMatch(russian.asPredicate());
            });
  }

  private static List<SqlFile> all() {
    return Stream.of("model", "kpi", "invariant").flatMap(f -> SqlFiles.below(f).stream()).toList();
  }

  private static String withoutComments(SqlFile file) {
    return String.join("\n", file.text().lines().filter(line -> !line.startsWith("--")).toList());
  }
}
