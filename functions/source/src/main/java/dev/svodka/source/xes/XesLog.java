package dev.svodka.source.xes;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a process log by IEEE 1849 (XES) as a stream. Document types and entities are refused,
 * nested attributes passed over, and depth and the length of a tag bounded.
 */
public final class XesLog {
  /** The deepest nesting of attributes that is passed over. */
  public static final int MAX_DEPTH = 64;

  private static final Set<String> ATTRIBUTES =
      Set.of("string", "date", "int", "float", "boolean", "id");

  private final String file;
  private final XesHandler handler;
  private boolean inTrace;
  private boolean afterEvents;

  private XesLog(String file, XesHandler handler) {
    this.file = file;
    this.handler = handler;
  }

  /**
   * Reads the whole log; the stream is left open.
   *
   * @param file its name, for messages
   * @throws SvodkaException where it is not well-formed, no log, or hostile
   */
  public static void read(String file, InputStream log, XesHandler handler) {
    new XesLog(file, handler).read(new BoundedTags(file, log));
  }

  private void read(InputStream log) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // JDK 24 counts every &amp; of the whole document towards these 100,000 characters
    // (prowide/prowide-core#332);
    // without document types there are no entities that could grow
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(log);
      try {
        document(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void document(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int what = xml.next();
      if (what == XMLStreamConstants.DTD || what == XMLStreamConstants.ENTITY_REFERENCE) {
        throw invalid(line(xml) + ": a document type has no place in a process log");
      }
      if (what == XMLStreamConstants.START_ELEMENT) {
        if (!xml.getLocalName().equals("log")) {
          throw invalid(line(xml) + ": this is no XES: it has no <log>");
        }
        log(xml);
      }
    }
  }

  private void log(XMLStreamReader xml) throws XMLStreamException {
    while (next(xml) == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "trace" -> trace(xml);
        case "event" -> event(xml);
        default -> skip(xml);
      }
    }
  }

  private void trace(XMLStreamReader xml) throws XMLStreamException {
    handler.trace();
    inTrace = true;
    afterEvents = false;
    while (next(xml) == XMLStreamConstants.START_ELEMENT) {
      if (xml.getLocalName().equals("event")) {
        event(xml);
      } else {
        attribute(xml, true);
        skip(xml);
      }
    }
    inTrace = false;
    handler.traceEnd();
  }

  private void event(XMLStreamReader xml) throws XMLStreamException {
    handler.event(xml.getLocation().getLineNumber());
    afterEvents = inTrace;
    while (next(xml) == XMLStreamConstants.START_ELEMENT) {
      attribute(xml, false);
      skip(xml);
    }
    handler.eventEnd();
  }

  private void attribute(XMLStreamReader xml, boolean ofTrace) {
    if (!ATTRIBUTES.contains(xml.getLocalName())) {
      return;
    }
    @Nullable String key = null;
    @Nullable String value = null;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      switch (xml.getAttributeLocalName(i)) {
        case "key" -> key = xml.getAttributeValue(i);
        case "value" -> value = xml.getAttributeValue(i);
        default -> {}
      }
    }
    if (key == null || value == null) {
      return;
    }
    if (ofTrace) {
      handler.traceAttribute(key, value, afterEvents);
    } else {
      handler.eventAttribute(key, value);
    }
  }

  /** The next element's start, or the end of the one that it is asked in. */
  private int next(XMLStreamReader xml) throws XMLStreamException {
    while (true) {
      int what = xml.next();
      if (what == XMLStreamConstants.START_ELEMENT || what == XMLStreamConstants.END_ELEMENT) {
        return what;
      }
      if (what == XMLStreamConstants.ENTITY_REFERENCE) {
        throw invalid(line(xml) + ": an entity that the log does not know");
      }
    }
  }

  private void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      depth += next(xml) == XMLStreamConstants.START_ELEMENT ? 1 : -1;
      if (depth > MAX_DEPTH) {
        throw invalid(line(xml) + ": attributes are nested more than " + MAX_DEPTH + " deep");
      }
    }
  }

  private static String line(XMLStreamReader xml) {
    return "line " + xml.getLocation().getLineNumber();
  }

  private SvodkaException invalid(String what) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, file + ": " + what);
  }

  /** Of the parser's own words only the place is told: they quote what stands in the file. */
  private SvodkaException broken(XMLStreamException e) {
    String where =
        e.getLocation() == null
            ? ""
            : "line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber()
                + ": ";
    return new SvodkaException(
        ErrorCode.INPUT_INVALID,
        file + ": " + where + "this is no well-formed XML, or the file was cut off",
        e);
  }
}
