package dev.svodka.lake.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svodka.core.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.spi.MDCAdapter;

class TelemetryTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, UTF_8);
  private final InstantSource clock =
      InstantSource.fixed(Instant.parse("2026-11-23T05:10:00.500Z"));

  @Test
  void figuresAreOneLineThatCloudWatchMakesMetricsOf() throws Exception {
    Metrics metrics = new EmfMetrics("Svodka/svodka", out, clock);

    metrics.tell(List.of(Metrics.count("Rows", 10_000), Metrics.millis("ExportMillis", 1_234)));

    JsonNode line = onlyLine();
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_795_410_600_500L);
    assertThat(line.at("/_aws/CloudWatchMetrics"))
        .hasToString(
            """
            [{"Namespace":"Svodka/svodka","Dimensions":[[]],\
            "Metrics":[{"Name":"Rows","Unit":"Count"},{"Name":"ExportMillis","Unit":"Milliseconds"}]}]""");
    assertThat(line.get("Rows").asLong()).isEqualTo(10_000);
    assertThat(line.get("ExportMillis").asLong()).isEqualTo(1_234);
  }

  @Test
  void anErrorIsCountedUnderItsCategory() throws Exception {
    new EmfMetrics("Svodka/svodka", out, clock).failed(ErrorCode.STORE_UNAVAILABLE);

    JsonNode line = onlyLine();
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions")).hasToString("[[\"category\"]]");
    assertThat(line.get("category").asText()).isEqualTo("EXTERNAL");
    assertThat(line.get("Errors").asInt()).isEqualTo(1);
  }

  @Test
  void aLogLineTellsWhatTheMdcHoldsAndStaysOneLineWhateverIsSaid() throws Exception {
    MDCAdapter mdc = new BasicMDCAdapter();
    mdc.put("account", "romashka");
    JsonLogger log = new JsonLogger("dev.svodka.Some", out, clock, mdc);

    log.debug("not told");
    log.error("«{}» is wrong\n\"here\"", "a\u0000b", new IllegalStateException("why"));

    JsonNode line = onlyLine();
    assertThat(line.get("timestamp").asText()).isEqualTo("2026-11-23T05:10:00.500Z");
    assertThat(line.get("level").asText()).isEqualTo("ERROR");
    assertThat(line.get("logger").asText()).isEqualTo("dev.svodka.Some");
    assertThat(line.get("message").asText()).isEqualTo("«a\u0000b» is wrong\n\"here\"");
    assertThat(line.get("account").asText()).isEqualTo("romashka");
    assertThat(line.get("error").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.get("stack").asText()).contains("why").contains("TelemetryTest");
  }

  private JsonNode onlyLine() throws Exception {
    assertThat(said.toString(UTF_8).lines()).hasSize(1);
    return new ObjectMapper().readTree(said.toByteArray());
  }
}
