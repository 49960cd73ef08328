package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Small companies whose figures a reader can work out by hand: {@code resources/cases}. */
@Execution(ExecutionMode.CONCURRENT)
class CasesTest {
  /**
   * kpi[subject] period group…: value; a clock stands after the kpi as {@code kpi/working}, the
   * process before it as {@code process/kpi} where there are several.
   */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?:(\\w+)/)??(\\w+)(?:/(elapsed|working))?(?:\\[([^]]+)])? (\\S+)((?: [^ :=]+=[^ :]*)*): (\\S+)");

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/cases")).toURI());
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    return files.stream()
        .map(
            file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    CaseFile example = CaseFile.parse(Files.readString(file));
    Company company = new Company(example.business());
    ZoneId zone = company.business().zone();
    company.file(example.changes(zone));
    KpiOptions options = company.options();
    KpiOptions cut =
        new KpiOptions(
            example.setting("as-of", zone),
            example.setting("known-at", zone),
            false,
            options.tempFolder(),
            options.memoryLimit(),
            options.threads());
    List<String> wrong = new ArrayList<>();
    try (KpiRun run = company.run(cut)) {
      assertThat(example.expected()).isNotEmpty();
      for (String line : example.expected()) {
        String found = found(run, line);
        if (!line.endsWith(": " + found)) {
          wrong.add(line + " but found " + found);
        }
      }
      assertThat(run.brokenInvariants()).isEmpty();
      assertThat(run.rows().stream().map(CasesTest::key)).doesNotHaveDuplicates();
    }
    assertThat(wrong).isEmpty();
  }

  /** What a figure is known by; the clock is part of it for durations alone. */
  private static String key(KpiRow row) {
    String place = row.kpi() + " " + row.process() + " " + row.subject() + " " + row.period();
    return place + " " + row.group() + " " + row.clock().orElse("elapsed");
  }

  private static String found(KpiRun run, String line) {
    Matcher match = EXPECTED.matcher(line.strip());
    assertThat(match.matches()).as(line).isTrue();
    Map<String, Optional<String>> group = new TreeMap<>();
    for (String part : match.group(6).strip().split(" ", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String value = part.substring(equals + 1);
        group.put(
            part.substring(0, equals),
            value.equals("null") ? Optional.empty() : Optional.of(value));
      }
    }
    String clock = Optional.ofNullable(match.group(3)).orElse("elapsed");
    Optional<String> subject = Optional.ofNullable(match.group(4));
    Optional<String> process = Optional.ofNullable(match.group(1));
    List<KpiRow> rows =
        run.rows().stream()
            .filter(row -> row.process().equals(process.orElse(row.process())))
            .filter(row -> row.kpi().equals(match.group(2)) && row.subject().equals(subject))
            .filter(row -> row.period().equals(match.group(5)) && row.group().equals(group))
            .filter(row -> row.clock().orElse(clock).equals(clock))
            .toList();
    if (rows.isEmpty()) {
      return "none";
    }
    assertThat(rows).as(line).hasSize(1);
    return rows.getFirst().value().map(BigDecimal::toPlainString).orElse("null");
  }
}
