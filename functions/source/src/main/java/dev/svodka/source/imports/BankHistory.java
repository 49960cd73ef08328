package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.source.csv.TextEncoding;
import dev.svodka.source.onec.BankEncoding;
import dev.svodka.source.onec.BankPayment;
import dev.svodka.source.onec.BankStatement;
import dev.svodka.source.onec.Document;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A bank statement: what came to the company's accounts, and what its rule says of what went out.
 * Where the incoming documents of an account do not come to what the statement says, the account's
 * section is told of as one more row that is rejected.
 */
final class BankHistory implements HistoryReader {
  private static final String SUM = "Сумма";
  private static final String TOTAL = "ВсегоПоступило";

  /** What the rule may read though no document of the file tells it. */
  private static final Set<String> KNOWN =
      Set.of(
          "ВидДокумента",
          "Номер",
          "Дата",
          SUM,
          "ДатаСписано",
          "ДатаПоступило",
          "ПлательщикСчет",
          "ПлательщикРасчСчет",
          "Плательщик",
          "ПлательщикИНН",
          "ПлательщикКПП",
          "ПлательщикОрганизация",
          "ПолучательСчет",
          "ПолучательРасчСчет",
          "Получатель",
          "ПолучательИНН",
          "ПолучательКПП",
          "ПолучательОрганизация",
          "ВидПлатежа",
          "ВидОплаты",
          "Код",
          "КодНазПлатежа",
          "Очередность",
          "СтатусСоставителя",
          "ПоказательКБК",
          "ОКАТО",
          "НазначениеПлатежа",
          BankPayment.ID);

  private final HistoryFile file;
  private final Charset charset;
  private final BankStatement statement;
  private final DocumentRows incoming;
  private final DocumentRows outgoing;
  private final boolean sending;
  private final boolean decimalComma;

  private BankHistory(
      HistoryFile file,
      Charset charset,
      BankStatement statement,
      DocumentRows incoming,
      DocumentRows outgoing,
      boolean sending,
      boolean decimalComma) {
    this.file = file;
    this.charset = charset;
    this.statement = statement;
    this.incoming = incoming;
    this.outgoing = outgoing;
    this.sending = sending;
    this.decimalComma = decimalComma;
  }

  static BankHistory examine(HistoryFile file, ImportRule rule, Business business)
      throws IOException {
    Charset charset = BankEncoding.of(file.name(), file::open, rule.dialect().encoding());
    DocumentRows incoming = new DocumentRows(file.name(), rule, business, KNOWN);
    DocumentRows outgoing = new DocumentRows(file.name(), OutgoingRule.of(rule), business, KNOWN);
    try (Reader text = TextEncoding.reader(file.open(), charset)) {
      BankStatement statement =
          BankStatement.read(
              file.name(),
              text,
              document -> {
                BankPayment.mend(document);
                incoming.look(document);
                if (rule.outgoing().isPresent()) {
                  outgoing.look(document);
                }
              });
      boolean decimalComma = incoming.found().decimalComma();
      if (rule.outgoing().isPresent()) {
        outgoing.found();
      }
      return new BankHistory(
          file, charset, statement, incoming, outgoing, rule.outgoing().isPresent(), decimalComma);
    }
  }

  @Override
  public void give(RowEvents events, Tally tally) throws IOException {
    Run run = new Run(events, tally);
    try (Reader text = TextEncoding.reader(file.open(), charset)) {
      BankStatement.read(file.name(), text, run::document);
    }
    run.compare();
  }

  /** One going through the statement. */
  private final class Run {
    private final RowEvents events;
    private final Tally tally;
    private final LongSet ids = new LongSet();
    private final Map<String, BigDecimal> received = new HashMap<>();
    private long number;

    Run(RowEvents events, Tally tally) {
      this.events = events;
      this.tally = tally;
    }

    void document(Document document) {
      number++;
      BankPayment.mend(document);
      try {
        if (!document.problem().isEmpty()) {
          throw new RowRejected("", document.problem());
        }
        switch (BankPayment.direction(document, statement.accounts())) {
          case INCOMING -> {
            count(document);
            give(incoming, document);
          }
          case INTERNAL -> {
            count(document);
            tally.filtered();
          }
          case OUTGOING -> {
            if (sending && !document.get("ДатаСписано").isEmpty()) {
              BankPayment.identify(document);
              give(outgoing, document);
            } else {
              tally.filtered();
            }
          }
          case NOT_ARRIVED -> tally.filtered();
          case UNKNOWN ->
              throw new RowRejected(
                  "ПолучательСчет", "neither account of the document is one of the statement's");
        }
      } catch (RowRejected e) {
        tally.rejected(file.name(), document.line(), e.field(), e.reason());
      }
    }

    private void give(DocumentRows rows, Document document) throws RowRejected {
      if (!rows.passes(document)) {
        tally.filtered();
        return;
      }
      if (amount(document.get(SUM)).signum() <= 0) {
        throw new RowRejected(SUM, SUM + " is not more than nothing");
      }
      events.giveDocument(rows.events(document, number - 1));
    }

    private BigDecimal amount(String text) throws RowRejected {
      return AmountShape.read(text, decimalComma)
          .orElseThrow(() -> new RowRejected(SUM, SUM + " is no amount"));
    }

    private void count(Document document) throws RowRejected {
      String account = BankPayment.account(document, "Получатель", statement.accounts());
      long id = HexFormat.fromHexDigitsToLong(BankPayment.identify(document), 0, 16);
      if (!document.get("ДатаПоступило").isEmpty() && ids.add(id)) {
        received.merge(account, amount(document.get(SUM)), BigDecimal::add);
      }
    }

    /** Tells of each account whose documents are not all here, or some twice. */
    void compare() {
      Map<String, BigDecimal> totals = new HashMap<>();
      Map<String, Long> lines = new HashMap<>();
      for (BankStatement.Section section : statement.sections()) {
        AmountShape.read(section.received(), decimalComma)
            .ifPresent(
                total -> {
                  totals.merge(section.account(), total, BigDecimal::add);
                  lines.putIfAbsent(section.account(), section.line());
                });
      }
      for (String account : new TreeMap<>(totals).keySet()) {
        BigDecimal sum = received.getOrDefault(account, BigDecimal.ZERO);
        if (totals.getOrDefault(account, BigDecimal.ZERO).compareTo(sum) != 0) {
          tally.rejected(
              file.name(),
              lines.getOrDefault(account, 0L),
              TOTAL,
              "the incoming documents of the account do not come to its " + TOTAL);
        }
      }
    }
  }
}
