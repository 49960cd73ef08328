package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.EventJson.Defaults;
import dev.svodka.core.event.EventJson.Parsed;
import dev.svodka.source.csv.TextEncoding;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Our own events, one a line; empty lines are passed over. */
final class JsonLinesHistory implements HistoryReader {
  private static final int END = -1;

  private final HistoryFile file;
  private final Charset charset;
  private final Defaults defaults;

  private JsonLinesHistory(HistoryFile file, Charset charset, Defaults defaults) {
    this.file = file;
    this.charset = charset;
    this.defaults = defaults;
  }

  static JsonLinesHistory examine(HistoryFile file, Business business) throws IOException {
    Charset charset = TextEncoding.of(file.name(), file::open, Optional.of("UTF-8"));
    return new JsonLinesHistory(
        file,
        charset,
        new Defaults(Optional.of(business.account()), Optional.empty(), Optional.empty()));
  }

  @Override
  public void give(RowEvents events, Tally tally) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Reader reader = TextEncoding.reader(file.open(), charset)) {
      long line = 1;
      int c;
      do {
        c = reader.read();
        if (c != '\n' && c != END) {
          // one more than is read, so that the line is refused and the rest of it not kept
          if (text.length() <= EventJson.MAX_LINE) {
            text.append((char) c);
          }
          continue;
        }
        if (!text.toString().isBlank()) {
          line(line, text.toString(), events, tally);
        }
        text.setLength(0);
        line++;
      } while (c != END);
    }
  }

  private void line(long line, String text, RowEvents events, Tally tally) {
    switch (EventJson.read(text, defaults)) {
      case Parsed.Valid(var event, boolean identified) -> {
        if (identified) {
          events.giveIdentified(event);
        } else {
          events.give(event);
        }
      }
      case Parsed.Refused(String field, String reason) ->
          tally.rejected(file.name(), line, field, (field + ' ' + reason).strip());
    }
  }
}
