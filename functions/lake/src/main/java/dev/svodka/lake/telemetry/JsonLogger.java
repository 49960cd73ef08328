package dev.svodka.lake.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;

/** Information and worse as one line of JSON each, with what the MDC holds. */
final class JsonLogger extends LegacyAbstractLogger {
  @Serial private static final long serialVersionUID = 1L;

  private static final JsonFactory JSON = new JsonFactory();

  private final transient PrintStream out;
  private final transient InstantSource clock;
  private final transient MDCAdapter mdc;

  JsonLogger(String name, PrintStream out, InstantSource clock, MDCAdapter mdc) {
    this.name = name;
    this.out = out;
    this.clock = clock;
    this.mdc = mdc;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("timestamp", clock.instant().toString());
      json.writeStringField("level", level.name());
      json.writeStringField("logger", name);
      json.writeStringField("message", MessageFormatter.basicArrayFormat(message, arguments));
      for (Map.Entry<String, String> told :
          Optional.ofNullable(mdc.getCopyOfContextMap()).orElse(Map.of()).entrySet()) {
        json.writeStringField(told.getKey(), told.getValue());
      }
      if (thrown != null) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        json.writeStringField("error", thrown.getClass().getName());
        json.writeStringField("stack", trace.toString());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every line", e);
    }
    out.println(line);
  }
}
