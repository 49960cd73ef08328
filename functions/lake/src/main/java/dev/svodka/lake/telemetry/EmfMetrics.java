package dev.svodka.lake.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Figures as lines of the Embedded Metric Format, which CloudWatch makes metrics of. The account
 * and the like, from the MDC, stand in the line and are no dimension: each value of one would be a
 * metric that is paid for.
 */
public final class EmfMetrics implements Metrics {
  private static final String NAMESPACE = "SVODKA_METRICS";
  private static final JsonFactory JSON = new JsonFactory();

  private final String namespace;
  private final PrintStream out;
  private final InstantSource clock;

  public EmfMetrics(String namespace, PrintStream out, InstantSource clock) {
    this.namespace = namespace;
    this.out = out;
    this.clock = clock;
  }

  /** To the log of the function, under the namespace that the environment names. */
  public static Metrics fromEnvironment() {
    String namespace = System.getenv(NAMESPACE);
    if (namespace == null || namespace.isBlank()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "The environment variable " + NAMESPACE + " is not set");
    }
    return new EmfMetrics(namespace, System.out, Clock.systemUTC());
  }

  @Override
  public void tell(List<Figure> figures) {
    write(figures, Map.of());
  }

  @Override
  public void failed(ErrorCode code) {
    write(List.of(Metrics.count("Errors", 1)), Map.of("category", code.category().name()));
    if (code == ErrorCode.INVARIANT_BROKEN) {
      tell(List.of(Metrics.count("InvariantsBroken", 1)));
    }
  }

  private void write(List<Figure> figures, Map<String, String> dimensions) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeObjectFieldStart("_aws");
      json.writeNumberField("Timestamp", clock.millis());
      json.writeArrayFieldStart("CloudWatchMetrics");
      json.writeStartObject();
      json.writeStringField("Namespace", namespace);
      json.writeArrayFieldStart("Dimensions");
      String[] names = dimensions.keySet().toArray(String[]::new);
      json.writeArray(names, 0, names.length);
      json.writeEndArray();
      json.writeArrayFieldStart("Metrics");
      for (Figure figure : figures) {
        json.writeStartObject();
        json.writeStringField("Name", figure.name());
        json.writeStringField("Unit", figure.unit().text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      texts(json, Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of()));
      texts(json, dimensions);
      for (Figure figure : figures) {
        json.writeNumberField(figure.name(), figure.value());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every line", e);
    }
    out.println(line);
  }

  private static void texts(JsonGenerator json, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      json.writeStringField(text.getKey(), text.getValue());
    }
  }
}
