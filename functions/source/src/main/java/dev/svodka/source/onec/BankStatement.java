package dev.svodka.source.onec;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code 1CClientBankExchange} 1.01 to 1.03 as a stream: what else than documents stands in
 * the file is kept, bounded, and what its head says of dates and encoding is not believed.
 */
public final class BankStatement {
  /** More accounts than any company has. */
  static final int MAX_ACCOUNTS = 1_000;

  /** Accounts times days. */
  static final int MAX_SECTIONS = 100_000;

  private static final String HEAD = "1cclientbankexchange";

  private final String file;
  private final Set<String> accounts = new HashSet<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();

  private BankStatement(String file) {
    this.file = file;
  }

  /**
   * What a section of an account says of it.
   *
   * @param received {@code ВсегоПоступило}, as it is written; empty where it says nothing
   */
  public record Section(long line, String account, String received) {}

  /** Takes each document, complete, in the order of the file. */
  @FunctionalInterface
  public interface Documents {
    void document(Document document) throws IOException;
  }

  /** The accounts of the statement: the company's own. */
  public Set<String> accounts() {
    return Collections.unmodifiableSet(accounts);
  }

  /** What each account and span of days came to; told twice, told once. */
  public List<Section> sections() {
    return new ArrayList<>(sections.values());
  }

  /**
   * Reads the whole file.
   *
   * @param file its name, for messages
   * @throws SvodkaException where it is no such file, or no file that a bank would write
   */
  public static BankStatement read(String file, Reader text, Documents documents)
      throws IOException {
    BankStatement statement = new BankStatement(file);
    statement.read(new BankLines(text), documents);
    return statement;
  }

  private void read(BankLines lines, Documents documents) throws IOException {
    if (!lines.next() || !lines.text().toLowerCase(Locale.ROOT).equals(HEAD)) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file + ": line 1 is not 1CClientBankExchange: this is no bank file of 1C");
    }
    boolean more = lines.next();
    while (more) {
      String text = lines.text();
      if (text.startsWith("СекцияДокумент")) {
        more = document(lines, documents);
      } else if (text.equals("СекцияРасчСчет")) {
        more = section(lines);
      } else {
        if (key(text).equals("РасчСчет")) {
          own(value(text));
        }
        more = lines.next();
      }
    }
  }

  private boolean document(BankLines lines, Documents documents) throws IOException {
    Document document = new Document(lines.line());
    document.put("ВидДокумента", value(lines.text()));
    String last = "";
    boolean more = lines.next();
    while (more && !outside(lines.text())) {
      String text = lines.text();
      if (lines.tooLong()) {
        document.wrong("a line of the document is longer than a bank writes");
      } else if (text.indexOf('=') > 0) {
        last = key(text);
        document.put(last, value(text));
      } else if (!last.isEmpty()) {
        // a purpose that was broken into lines on its way
        document.put(last, document.get(last) + ' ' + text);
      }
      more = lines.next();
    }
    boolean ended = more && lines.text().equals("КонецДокумента");
    if (!ended) {
      document.wrong("the document does not end: КонецДокумента is missing");
    }
    documents.document(document);
    return ended ? lines.next() : more;
  }

  private boolean section(BankLines lines) throws IOException {
    long line = lines.line();
    Map<String, String> told = new LinkedHashMap<>();
    boolean more = lines.next();
    while (more && !outside(lines.text())) {
      String key = key(lines.text());
      if (Set.of("РасчСчет", "ДатаНачала", "ДатаКонца", "ВсегоПоступило").contains(key)) {
        told.put(key, value(lines.text()));
      }
      more = lines.next();
    }
    String account = told.getOrDefault("РасчСчет", "");
    own(account);
    String span =
        account
            + ' '
            + told.getOrDefault("ДатаНачала", "")
            + ' '
            + told.getOrDefault("ДатаКонца", "");
    sections.put(span, new Section(line, account, told.getOrDefault("ВсегоПоступило", "")));
    if (sections.size() > MAX_SECTIONS) {
      throw tooLarge("has more than " + MAX_SECTIONS + " sections of accounts");
    }
    boolean ended = more && lines.text().equals("КонецРасчСчет");
    return ended ? lines.next() : more;
  }

  /** What ends a section, also one whose own end is missing. */
  private static boolean outside(String text) {
    return text.startsWith("СекцияДокумент")
        || text.equals("СекцияРасчСчет")
        || text.equals("КонецДокумента")
        || text.equals("КонецРасчСчет")
        || text.equals("КонецФайла");
  }

  private void own(String account) {
    if (!account.isEmpty() && account.length() <= 64) {
      accounts.add(account);
      if (accounts.size() > MAX_ACCOUNTS) {
        throw tooLarge("is of more than " + MAX_ACCOUNTS + " accounts");
      }
    }
  }

  private SvodkaException tooLarge(String what) {
    return new SvodkaException(
        ErrorCode.INPUT_TOO_LARGE, file + ' ' + what + ", as no statement is: split it");
  }

  private static String key(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? "" : text.substring(0, equals).strip();
  }

  /** All after the first sign: purposes hold more of them. */
  private static String value(String text) {
    return text.substring(text.indexOf('=') + 1).strip();
  }
}
