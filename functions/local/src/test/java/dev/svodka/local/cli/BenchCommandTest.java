package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  @Test
  void everyStageIsTimed() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    int exit = Svodka.run(terminal, "bench", "--items", "200", "--json");
    assertThat(exit).as(err.toString()).isZero();
    JsonNode figures = JsonMapper.builder().build().readTree(out.toString());
    for (String stage : new String[] {"generate", "kpis", "reports", "parse"}) {
      assertThat(figures.get(stage).get("per_second").asDouble()).as(stage).isPositive();
    }
    assertThat(figures.get("kpis").get("events").asLong()).isGreaterThan(200);
  }
}
