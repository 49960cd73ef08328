package dev.svodka.dashboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.core.link.Link;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of JSON for each opening; it never holds what opens anything. */
public final class LoggedOpenings implements Openings {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedOpenings.class);
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public void opened(Link link, String report, String path) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("event", "opened");
      json.writeStringField("account", link.account());
      json.writeStringField("person", link.person());
      json.writeStringField("scope", link.scope().text());
      json.writeStringField("report", report);
      json.writeStringField("path", path);
      json.writeStringField("link", link.id());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every character", e);
    }
    LOG.info("{}", line);
  }
}
