package dev.svodka.source.onec;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.xes.BoundedTags;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the documents of a CommerceML 2 file as a stream: orders and invoices that 1C tells of.
 * Document types and entities are refused; depth and lengths are bounded; goods are passed over.
 *
 * <p>A document tells its own elements and requisites by their names, of the counterparty {@code
 * Контрагент}, {@code ИНН}, {@code КПП}, and these of our own: {@code Когда} (date and time),
 * {@code Организация} (the counterparty where it is a legal entity), {@code Действует} (posted and
 * not marked as deleted) and the file's {@code ДатаФормирования}. An empty date of 1C, which comes
 * as the letter {@code T} of either alphabet or as the year 1, is empty.
 */
public final class CommerceMl {
  private static final int MAX_DATE = 64;
  private static final Pattern EMPTY_DATE = Pattern.compile("[TТ]|0001-01-01.*|01\\.01\\.0001.*");
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "РУБ", "RUB", "РУБ.", "RUB", "RUR", "RUB", "643", "RUB", "810", "RUB", "840", "USD",
          "978", "EUR", "398", "KZT", "933", "BYN");
  private static final Set<String> BUYERS = Set.of("Покупатель", "Плательщик", "Клиент");
  private static final Set<String> PARTY =
      Set.of("Наименование", "ПолноеНаименование", "ОфициальноеНаименование", "ИНН", "КПП", "Роль");
  private static final int COMPANY_DIGITS = 10;

  private final BankStatement.Documents documents;
  private final Elements xml;
  private String made = "";

  private CommerceMl(Elements xml, BankStatement.Documents documents) {
    this.xml = xml;
    this.documents = documents;
  }

  /**
   * Reads the whole file; the text is left open.
   *
   * @param file its name, for messages
   * @param text with its tags bounded ({@link BoundedTags}); the encoding that the file names is
   *     not believed
   * @throws SvodkaException where it is not well-formed, no CommerceML, or hostile
   */
  public static void read(String file, Reader text, BankStatement.Documents documents)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // as in XesLog: without document types there are no entities that could grow
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(text);
      try {
        new CommerceMl(new Elements(file, xml), documents).root();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file + ": line " + line + ": this is no well-formed XML, or the file was cut off",
          e);
    }
  }

  private void root() throws XMLStreamException, IOException {
    xml.root("КоммерческаяИнформация");
    String told = xml.attribute("ДатаФормирования");
    made = told.length() > MAX_DATE ? "" : told;
    content(0);
    xml.end();
  }

  /** Documents stand under the root, or in containers there. */
  private void content(int depth) throws XMLStreamException, IOException {
    while (xml.child()) {
      switch (xml.name()) {
        case "Документ" -> document();
        case "Контейнер" -> {
          if (depth >= Elements.MAX_DEPTH) {
            throw xml.tooDeep();
          }
          content(depth + 1);
        }
        default -> xml.skip();
      }
    }
  }

  private void document() throws XMLStreamException, IOException {
    Document document = new Document(xml.line());
    while (xml.child()) {
      switch (xml.name()) {
        case "Контрагенты" -> parties(document);
        case "ЗначенияРеквизитов" -> requisites(document);
        default -> {
          String name = xml.name();
          String text = xml.text();
          if (!text.isEmpty()) {
            document.put(name, text);
          }
        }
      }
    }
    complete(document);
    documents.document(document);
  }

  private void complete(Document document) {
    for (String name : Set.copyOf(document.values().keySet())) {
      String value = document.get(name);
      if (EMPTY_DATE.matcher(value).matches()) {
        document.put(name, "");
      }
    }
    String day = document.get("Дата");
    String time = document.get("Время");
    document.put("Когда", time.isEmpty() || day.length() > 10 ? day : day + ' ' + time);
    String currency = document.get("Валюта").toUpperCase(Locale.ROOT);
    document.put("Валюта", CURRENCIES.getOrDefault(currency, currency));
    boolean company = document.get("ИНН").length() == COMPANY_DIGITS;
    document.put("Организация", company ? document.get("Контрагент") : "");
    boolean deleted = flag(document.get("ПометкаУдаления"), false);
    boolean posted = flag(document.get("Проведен"), true);
    document.put("Состояние", deleted ? "удален" : posted ? "действует" : "не проведен");
    document.put("ДатаФормирования", made.isEmpty() ? document.get("Когда") : made);
  }

  private static boolean flag(String text, boolean otherwise) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "да", "истина" -> true;
      case "false", "0", "нет", "ложь" -> false;
      default -> otherwise;
    };
  }

  /** The buyer, or whoever stands first. */
  private void parties(Document document) throws XMLStreamException {
    boolean known = false;
    while (xml.child()) {
      Document party = new Document(document.line());
      while (xml.child()) {
        String name = xml.name();
        String text = xml.text();
        if (PARTY.contains(name)) {
          party.put(name, text);
        }
      }
      boolean buyer = BUYERS.contains(party.get("Роль"));
      if (buyer || !known) {
        String full = party.get("ОфициальноеНаименование");
        String name = party.get("Наименование");
        document.put("Контрагент", name.isEmpty() ? full : name);
        document.put("ИНН", party.get("ИНН"));
        document.put("КПП", party.get("КПП"));
        known = true;
      }
      if (!party.problem().isEmpty()) {
        document.wrong(party.problem());
      }
    }
  }

  private void requisites(Document document) throws XMLStreamException {
    while (xml.child()) {
      String name = "";
      String value = "";
      while (xml.child()) {
        switch (xml.name()) {
          case "Наименование" -> name = xml.text();
          case "Значение" -> value = xml.text();
          default -> xml.skip();
        }
      }
      // what the document says by an element of its own no requisite changes
      if (!name.isEmpty() && name.length() <= Document.MAX_CHARS && document.get(name).isEmpty()) {
        document.put(name, value);
      }
    }
  }
}
