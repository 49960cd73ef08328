package dev.svodka.source.onec;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.csv.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which encoding a statement is written in: the one in which its lines begin with the words of the
 * format. What its head says is not believed: files say {@code Windows} and are UTF-8.
 */
public final class BankEncoding {
  private static final List<Charset> CANDIDATES =
      List.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"), Charset.forName("IBM866"));

  /** Words that each file has, and that read as such in one encoding alone. */
  private static final Set<String> WORDS =
      Set.of(
          "ВерсияФормата",
          "Кодировка",
          "Отправитель",
          "Получатель",
          "РасчСчет",
          "СекцияРасчСчет",
          "СекцияДокумент",
          "Номер",
          "Дата",
          "Сумма",
          "ПлательщикСчет",
          "ПолучательСчет",
          "НазначениеПлатежа",
          "КонецДокумента",
          "КонецФайла");

  private BankEncoding() {}

  /**
   * Reads the whole file and tells its encoding.
   *
   * @param declared what the import names, if it does
   * @throws SvodkaException where it is not in the declared encoding, or in none that is known
   */
  public static Charset of(String file, TextEncoding.Bytes bytes, Optional<String> declared)
      throws IOException {
    if (declared.isPresent() || marked(bytes)) {
      return TextEncoding.of(file, bytes, declared);
    }
    for (Charset candidate : CANDIDATES) {
      if (words(bytes, candidate) > 0) {
        return candidate;
      }
    }
    throw new SvodkaException(
        ErrorCode.INPUT_INVALID,
        file
            + " does not read as 1CClientBankExchange in UTF-8, windows-1251 or cp866:"
            + " set `encoding` of its import, or leave the file out");
  }

  private static boolean marked(TextEncoding.Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] head = in.readNBytes(2);
      int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
      return mark == 0xEFBB || mark == 0xFFFE || mark == 0xFEFF;
    }
  }

  /** How many lines begin with a word of the format; none where the bytes are not so encoded. */
  private static long words(TextEncoding.Bytes bytes, Charset charset) throws IOException {
    long words = 0;
    try (Reader reader = TextEncoding.reader(bytes.open(), charset)) {
      BankLines lines = new BankLines(reader);
      while (lines.next()) {
        String text = lines.text();
        int equals = text.indexOf('=');
        words += WORDS.contains(equals < 0 ? text : text.substring(0, equals).strip()) ? 1 : 0;
      }
    } catch (CharacterCodingException e) {
      return 0;
    }
    return words;
  }
}
