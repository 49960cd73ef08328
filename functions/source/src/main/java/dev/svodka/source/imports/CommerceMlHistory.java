package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.source.csv.TextEncoding;
import dev.svodka.source.onec.CommerceMl;
import dev.svodka.source.onec.Document;
import dev.svodka.source.xes.BoundedTags;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Set;

/** Orders and invoices of 1C. */
final class CommerceMlHistory implements HistoryReader {
  /** What the rule may read though no document of the file tells it. */
  private static final Set<String> KNOWN =
      Set.of(
          "Ид",
          "Номер",
          "Дата",
          "Время",
          "Когда",
          "ХозОперация",
          "Валюта",
          "Сумма",
          "Контрагент",
          "Организация",
          "ИНН",
          "КПП",
          "Состояние",
          "ДатаФормирования",
          "Номер по 1С",
          "Дата по 1С",
          "Дата оплаты по 1С",
          "Номер оплаты по 1С",
          "Дата отгрузки по 1С",
          "Статус заказа",
          "Проведен",
          "ПометкаУдаления");

  /** So that what a later file tells comes after what an earlier one told. */
  private static final int FILE_BITS = 20;

  private final HistoryFile file;
  private final Charset charset;
  private final DocumentRows rows;
  private final ZoneId zone;

  private CommerceMlHistory(HistoryFile file, Charset charset, DocumentRows rows, ZoneId zone) {
    this.file = file;
    this.charset = charset;
    this.rows = rows;
    this.zone = zone;
  }

  static CommerceMlHistory examine(HistoryFile file, ImportRule rule, Business business)
      throws IOException {
    Charset charset = TextEncoding.of(file.name(), file::open, rule.dialect().encoding());
    DocumentRows rows = new DocumentRows(file.name(), rule, business, KNOWN);
    try (Reader text = open(file, charset)) {
      CommerceMl.read(file.name(), text, rows::look);
    }
    rows.found();
    return new CommerceMlHistory(
        file, charset, rows, rule.dialect().zone().orElse(business.zone()));
  }

  @Override
  public void give(RowEvents events, Tally tally) throws IOException {
    Run run = new Run(events, tally);
    try (Reader text = open(file, charset)) {
      CommerceMl.read(file.name(), text, run::document);
    }
  }

  private static Reader open(HistoryFile file, Charset charset) throws IOException {
    return TextEncoding.reader(new BoundedTags(file.name(), file.open()), charset);
  }

  /** One going through the file. */
  private final class Run {
    private final RowEvents events;
    private final Tally tally;
    private long number;

    Run(RowEvents events, Tally tally) {
      this.events = events;
      this.tally = tally;
    }

    void document(Document document) {
      try {
        if (!document.problem().isEmpty()) {
          throw new RowRejected("", document.problem());
        }
        if (rows.passes(document)) {
          events.giveDocument(rows.events(document, (made(document) << FILE_BITS) + number));
        } else {
          tally.filtered();
        }
      } catch (RowRejected e) {
        tally.rejected(file.name(), document.line(), e.field(), e.reason());
      }
      number++;
    }

    /** Seconds since 1970; 0 where the file does not say when it was made. */
    private long made(Document document) {
      long millis = new DateShape(document.get("ДатаФормирования")).millis(zone, false);
      return millis == Moments.NONE ? 0 : Math.max(0, millis / 1_000);
    }
  }
}
