package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real data sets through the whole command, against figures that others computed. */
class PublishedDataTest {
  @TempDir private Path out;
  private final RecordedTerminal terminal = new RecordedTerminal();

  @Test
  void theSalesHistoryOfMavenTech() throws IOException {
    report(
        "maven-crm.business.yaml", "maven_crm/files/sales_pipeline.csv", "--as-of", "2017-12-31");
    JsonNode kpis = json("maven-crm/kpis.json").get("kpis");
    assertThat(value(kpis, "succeeded", Optional.empty())).isEqualTo(4238);
    assertThat(value(kpis, "failed", Optional.empty())).isEqualTo(2473);
    assertThat(value(kpis, "win_rate", Optional.empty())).isEqualTo(0.631500522);
    assertThat(value(kpis, "interval_median", Optional.of("cycle_won"))).isEqualTo(57 * 24);
    JsonNode quality = json("maven-crm/data-quality.json");
    assertThat(quality.get("read").asInt()).isEqualTo(8800);
    assertThat(quality.get("imported").asInt()).isEqualTo(8300);
    assertThat(quality.get("rejected").asInt()).isEqualTo(500);
    try (Stream<String> lines = Files.lines(out.resolve("maven-crm/rejects.csv"))) {
      assertThat(lines.skip(1)).hasSize(500).allMatch(line -> line.contains(",engage_date,"));
    }
  }

  @Test
  void theDeclarationsOfAUniversity() throws IOException {
    report("bpic2020.business.yaml", "bpic2020/files/DomesticDeclarations.xes.gz");
    JsonNode kpis = json("bpic2020/kpis.json").get("kpis");
    assertThat(value(kpis, "created", Optional.empty())).isEqualTo(10_500);
    assertThat(value(kpis, "events", Optional.empty())).isEqualTo(56_437);
    assertThat(value(kpis, "case_time_median", Optional.empty())).isEqualTo(175.926944);
    assertThat(value(kpis, "interval_median", Optional.of("submit_to_payment")))
        .isEqualTo(177.871389);
  }

  private void report(String business, String events, String... more) {
    Optional<Path> data =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data"))
            .filter(Files::isDirectory)
            .findFirst()
            .or(() -> Optional.of(Path.of("/work/shared/data")).filter(Files::isDirectory));
    assumeTrue(data.isPresent(), "SKIPPED: no folder shared/data above the working directory");
    Stream<String> arguments =
        Stream.of(
            "report",
            "--business",
            Path.of("../../events/history", business).toString(),
            "--events",
            data.orElseThrow().resolve(events).toString(),
            "--out",
            out.toString(),
            "--language",
            "en");
    assertThat(terminal.run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new)))
        .as(terminal.err())
        .isZero();
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(out.resolve(file).toFile());
  }

  private static double value(JsonNode kpis, String kpi, Optional<String> subject) {
    return StreamSupport.stream(kpis.spliterator(), false)
        .filter(row -> row.get("kpi").asText().equals(kpi))
        .filter(row -> row.get("period").asText().equals("all") && row.get("group").isEmpty())
        .filter(row -> Optional.ofNullable(row.get("subject").textValue()).equals(subject))
        .filter(row -> !row.path("clock").asText("elapsed").equals("working"))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asDouble();
  }
}
