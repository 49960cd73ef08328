package dev.svodka.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The style sheet of every page, with the font inside: a page asks for nothing outside itself. */
final class Style {
  static final String SHEET = face(400, "Regular") + face(600, "SemiBold") + text("/page/page.css");

  /** Without the font, which is ten times the rest: for pages of which a report has dozens. */
  static final String PLAIN = text("/page/page.css");

  private Style() {}

  private static String face(int weight, String cut) {
    return "@font-face{font-family:Inter;font-weight:%d;font-display:swap;src:url(data:font/woff2;base64,%s)format('woff2')}"
        .formatted(
            weight, Base64.getEncoder().encodeToString(read("/font/Inter-" + cut + ".woff2")));
  }

  static String text(String resource) {
    return new String(read(resource), StandardCharsets.UTF_8);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Style.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
