package dev.svodka.kpi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Real and public data sets; where they are not there the tests on them are skipped visibly. */
final class RealData {
  private RealData() {}

  static Path folder(String name) {
    Optional<Path> data = Company.sharedData(name);
    assumeTrue(data.isPresent(), "shared/data/" + name + " is not here");
    return data.orElseThrow();
  }

  static JsonNode reference(Path data) throws IOException {
    return JsonMapper.builder().build().readTree(data.resolve("reference.json").toFile());
  }

  /** The end of a day in UTC. */
  static Instant endOf(String day) {
    return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
