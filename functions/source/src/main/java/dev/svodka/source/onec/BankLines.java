package dev.svodka.source.onec;

import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a statement, however they end: LF, CR LF, CR CR LF, CR, or not at all. Of a line
 * only so much is kept as a document may tell.
 */
final class BankLines {
  private static final int MAX = Document.MAX_CHARS + 256;
  private static final int END = -1;

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int filled;
  private int position;
  private final StringBuilder text = new StringBuilder();
  private long line = 1;
  private long next = 1;
  private boolean ended;

  BankLines(Reader reader) {
    this.reader = reader;
  }

  /** Goes to the next line that is not blank; false at the end. */
  boolean next() throws IOException {
    do {
      if (ended) {
        return false;
      }
      text.setLength(0);
      line = next;
      int c = read();
      while (c != END && c != '\n' && c != '\r') {
        if (text.length() <= MAX) {
          text.append((char) c);
        }
        c = read();
      }
      next += c == '\n' ? 1 : 0;
      ended = c == END;
    } while (text.toString().isBlank());
    return true;
  }

  private int read() throws IOException {
    if (position == filled) {
      filled = Math.max(0, reader.read(buffer, 0, buffer.length));
      position = 0;
    }
    return position < filled ? buffer[position++] : END;
  }

  String text() {
    return text.toString().strip();
  }

  /** Physical line, from 1, counted by LF. */
  long line() {
    return line;
  }

  boolean tooLong() {
    return text.length() > MAX;
  }
}
