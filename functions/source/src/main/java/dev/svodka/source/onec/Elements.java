package dev.svodka.source.onec;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the elements of a document; document types and entities are refused. */
final class Elements {
  static final int MAX_DEPTH = 64;

  private final String file;
  private final XMLStreamReader xml;

  Elements(String file, XMLStreamReader xml) {
    this.file = file;
    this.xml = xml;
  }

  /** Goes into the root, which has this name. */
  void root(String name) throws XMLStreamException {
    while (xml.hasNext()) {
      int what = xml.next();
      if (what == XMLStreamConstants.DTD || what == XMLStreamConstants.ENTITY_REFERENCE) {
        throw invalid("a document type has no place in CommerceML");
      }
      if (what == XMLStreamConstants.START_ELEMENT) {
        if (name().equals(name)) {
          return;
        }
        break;
      }
    }
    throw invalid("this is no CommerceML: it has no " + name);
  }

  /** Goes on to the end of the file, so that it is known to be whole. */
  void end() throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
    }
  }

  String name() {
    return xml.getLocalName();
  }

  /** An attribute of the element that was just gone into; empty where it has none. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i).strip();
      }
    }
    return "";
  }

  long line() {
    return xml.getLocation().getLineNumber();
  }

  /** The element's own text, stripped; what is nested in it is passed over. */
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.length() <= Document.MAX_CHARS) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.START_ELEMENT -> skip();
        case XMLStreamConstants.END_ELEMENT -> {
          return text.toString().strip();
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw invalid("an entity that the file does not know");
        default -> {}
      }
    }
  }

  /** Goes to the next element in this one; false where there are no more. */
  boolean child() throws XMLStreamException {
    while (true) {
      int what = xml.next();
      if (what == XMLStreamConstants.START_ELEMENT || what == XMLStreamConstants.END_ELEMENT) {
        return what == XMLStreamConstants.START_ELEMENT;
      }
      if (what == XMLStreamConstants.ENTITY_REFERENCE) {
        throw invalid("an entity that the file does not know");
      }
    }
  }

  void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      depth += child() ? 1 : -1;
      if (depth > MAX_DEPTH) {
        throw tooDeep();
      }
    }
  }

  SvodkaException tooDeep() {
    return invalid("elements are nested more than " + MAX_DEPTH + " deep");
  }

  private SvodkaException invalid(String what) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, file + ": line " + line() + ": " + what);
  }
}
