package dev.svodka.source.csv;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * Which encoding a text file is written in: what its byte order mark says, else what the import
 * says, else UTF-8 where the whole file is, else cp1251 where the whole file reads like Cyrillic.
 */
public final class TextEncoding {
  private static final int BUFFER = 1 << 16;
  private static final Charset CP1251 = Charset.forName("windows-1251");

  private TextEncoding() {}

  /** Opens the file's bytes from their start. */
  @FunctionalInterface
  public interface Bytes {
    InputStream open() throws IOException;
  }

  /**
   * Reads the whole file once and tells its encoding.
   *
   * @param declared what the import names, if it does
   * @throws SvodkaException where the file is not in the declared encoding, or none can be told
   */
  public static Charset of(String file, Bytes bytes, Optional<String> declared) throws IOException {
    Optional<Charset> marked = mark(bytes);
    Optional<Charset> named = declared.map(name -> charset(file, name));
    if (marked.isPresent() || named.isPresent()) {
      Charset charset = marked.or(() -> named).orElseThrow();
      long line = firstBadLine(bytes, charset);
      if (line > 0) {
        throw invalid(
            file
                + ": line "
                + line
                + " is not "
                + charset.name()
                + (marked.isPresent() ? ", as the file's byte order mark says" : "")
                + ": set `encoding` of the import to what the file is written in");
      }
      return charset;
    }
    long line = firstBadLine(bytes, StandardCharsets.UTF_8);
    if (line == 0) {
      return StandardCharsets.UTF_8;
    }
    if (firstBadLine(bytes, CP1251) == 0 && readsLikeCyrillic(bytes)) {
      return CP1251;
    }
    throw invalid(
        file
            + ": line "
            + line
            + " is not UTF-8, and the file does not read like cp1251 either:"
            + " set `encoding` of the import, for example to cp866 or windows-1252");
  }

  /** The file's text, past its byte order mark; malformed bytes are an {@link IOException}. */
  public static Reader reader(InputStream bytes, Charset charset) throws IOException {
    Reader reader = new BufferedReader(new InputStreamReader(bytes, strict(charset)), BUFFER);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static Charset charset(String file, String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file + ": `encoding: " + name + "` is unknown here: write UTF-8, cp1251, cp866 or UTF-16",
          e);
    }
  }

  private static Optional<Charset> mark(Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] head = in.readNBytes(3);
      if (starts(head, 0xEF, 0xBB, 0xBF)) {
        return Optional.of(StandardCharsets.UTF_8);
      }
      if (starts(head, 0xFF, 0xFE)) {
        return Optional.of(StandardCharsets.UTF_16LE);
      }
      return starts(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The line of the first bytes that the charset does not have; 0 where all is well. */
  private static long firstBadLine(Bytes bytes, Charset charset) throws IOException {
    CharsetDecoder decoder = strict(charset);
    ByteBuffer in = ByteBuffer.allocate(BUFFER);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    long line = 1;
    try (InputStream stream = bytes.open()) {
      boolean end = false;
      while (!end) {
        int count = stream.read(in.array(), in.position(), in.remaining());
        end = count < 0;
        in.position(in.position() + Math.max(count, 0)).flip();
        CoderResult result;
        do {
          result = decoder.decode(in, out, end);
          for (int i = 0; i < out.position(); i++) {
            if (out.get(i) == '\n') {
              line++;
            }
          }
          out.clear();
          if (result.isError()) {
            return line;
          }
        } while (result.isOverflow());
        in.compact();
      }
    }
    return 0;
  }

  /**
   * Whether what is beyond ASCII is mostly letters, these letters do not stand within Latin words
   * (Western encodings) and words do not begin small and go on large (KOI8-R).
   */
  private static boolean readsLikeCyrillic(Bytes bytes) throws IOException {
    long beyond = 0;
    long letters = 0;
    long inLatin = 0;
    long capitalised = 0;
    long inverted = 0;
    try (Reader reader = reader(bytes.open(), CP1251)) {
      int before = ' ';
      for (int c = reader.read(); c >= 0; before = c, c = reader.read()) {
        boolean cyrillic = (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё';
        boolean beforeCyrillic = before >= 'А' && before <= 'я';
        if (c > 0x7F && c != '\u00A0') {
          beyond++;
        }
        if (cyrillic) {
          letters++;
          inLatin += latin(before) ? 1 : 0;
          if (beforeCyrillic && Character.isLowerCase(c) != Character.isLowerCase(before)) {
            capitalised += Character.isLowerCase(c) ? 1 : 0;
            inverted += Character.isLowerCase(c) ? 0 : 1;
          }
        } else if (beforeCyrillic && latin(c)) {
          inLatin++;
        }
      }
    }
    return letters * 10 >= beyond * 8 && inLatin * 10 <= letters && inverted <= capitalised;
  }

  private static boolean latin(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static SvodkaException invalid(String message) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, message);
  }
}
