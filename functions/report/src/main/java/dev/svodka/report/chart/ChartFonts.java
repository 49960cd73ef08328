package dev.svodka.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bundled font. AWT is told of it before its first call, so that neither fontconfig nor any
 * font of the system is needed.
 *
 * <p>A file that maps every logical font to the bundled one is the only set-up that works without
 * libfontconfig: localstack#12104, corretto-11#124 and the measurements behind them.
 */
public final class ChartFonts {
  private static final List<String> LOGICAL =
      List.of("dialog", "dialoginput", "monospaced", "sansserif", "serif");
  private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

  private static final ChartFonts INSTALLED = install();

  private final Font regular;
  private final Font semiBold;

  private ChartFonts(Font regular, Font semiBold) {
    this.regular = regular;
    this.semiBold = semiBold;
  }

  /** Regular at the size in points of the picture. */
  public static Font regular(float size) {
    return INSTALLED.regular.deriveFont(size);
  }

  public static Font semiBold(float size) {
    return INSTALLED.semiBold.deriveFont(size);
  }

  private static ChartFonts install() {
    try {
      Path folder = Files.createTempDirectory("svodka-font");
      Path regular = unpack(folder, "Inter-Regular.ttf");
      Path semiBold = unpack(folder, "Inter-SemiBold.ttf");
      Path properties = folder.resolve("fontconfig.properties");
      Files.writeString(properties, mapping(regular), StandardCharsets.ISO_8859_1);
      System.setProperty("java.awt.headless", "true");
      System.setProperty("sun.awt.fontconfig", properties.toString());
      ChartFonts fonts = new ChartFonts(load(regular), load(semiBold));
      List.of(regular, semiBold, properties, folder)
          .reversed()
          .forEach(p -> p.toFile().deleteOnExit());
      return fonts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpack(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = ChartFonts.class.getResourceAsStream("/font/" + name)) {
      if (in == null) {
        throw new IOException("font/" + name + " is missing from the program");
      }
      Files.copy(in, file);
    }
    return file;
  }

  private static String mapping(Path font) {
    StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
    for (String logical : LOGICAL) {
      for (String style : STYLES) {
        text.append("%s.%s.latin-1=Inter\n".formatted(logical, style));
      }
    }
    return text.append("filename.Inter=")
        .append(font.toString().replace(File.separatorChar, '/'))
        .append('\n')
        .toString();
  }

  private static Font load(Path file) throws IOException {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (FontFormatException e) {
      throw new IOException(file + " is no font", e);
    }
  }
}
