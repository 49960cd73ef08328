package dev.svodka.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.report.chart.ChartData.Bar;
import dev.svodka.report.chart.ChartData.Lane;
import dev.svodka.report.chart.ChartData.Lanes;
import dev.svodka.report.chart.ChartData.Mark;
import dev.svodka.report.chart.ChartData.Range;
import dev.svodka.report.chart.ChartData.Reference;
import dev.svodka.report.chart.ChartData.Row;
import dev.svodka.report.chart.ChartData.Rows;
import dev.svodka.report.chart.ChartData.Tick;
import dev.svodka.report.chart.ChartData.Tone;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ChartsTest {
  private static final String HOSTILE = "<script>alert('1')</script> & \"x\" &lt; ]]> Ж ₽";

  @Test
  void theBundledFontHasCyrillicAndTheRoubleAndEqualFigures() {
    var font = ChartFonts.regular(12);
    assertThat(font.getFamily()).isEqualTo("Inter");
    int missing = font.getMissingGlyphCode();
    for (int point : "АЯёЁ₽−–—«»…·→0123456789\u202f".codePoints().toArray()) {
      var glyphs =
          font.createGlyphVector(
              new java.awt.font.FontRenderContext(null, true, true), Character.toString(point));
      assertThat(glyphs.getGlyphCode(0)).as("glyph of U+%04X", point).isNotEqualTo(missing);
    }
    var context = new java.awt.font.FontRenderContext(null, true, true);
    assertThat(font.getStringBounds("1111", context).getWidth())
        .isEqualTo(font.getStringBounds("8888", context).getWidth());
  }

  @Test
  void logicalFontsFallToTheBundledOne() {
    assertThat(ChartFonts.regular(12).canDisplay('Ж')).isTrue();
    assertThat(new java.awt.Font("SansSerif", java.awt.Font.PLAIN, 12).canDisplay('₽')).isTrue();
  }

  @Test
  void everyChartIsWellFormedXmlWithTitleAndDescription() throws Exception {
    for (ChartData data :
        List.of(rows(HOSTILE), lanes(13, true), lanes(1, false), lanes(60, true))) {
      String page = Charts.draw(data).inlineSvg("c1", HOSTILE, "description " + HOSTILE);
      Document inline = xml(page);
      assertThat(inline.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(HOSTILE);
      assertThat(inline.getDocumentElement().getAttribute("aria-labelledby"))
          .isEqualTo("c1-t c1-d");
      assertThat(inline.getElementsByTagName("script").getLength()).isZero();
      assertThat(page).contains("var(--").doesNotContain("rgb(", "NaN", "Infinity", "xlink");
      String file = Charts.draw(data).svgFile("c1", "Заголовок", "Подзаголовок", "Описание");
      assertThat(xml(file).getDocumentElement().getAttribute("width")).isNotEmpty();
      assertThat(file).contains("Заголовок", "<text").doesNotContain("var(--");
    }
  }

  @Test
  void textStaysText() {
    assertThat(Charts.draw(rows("Анна Ветрова")).inlineSvg("a", "t", "d"))
        .contains(">Анна Ветрова</text>");
  }

  @Test
  void noDataIsSaidInWords() {
    Rows none = new Rows(List.of(), 1, List.of(), Optional.empty(), "Нет данных");
    assertThat(Charts.draw(none).inlineSvg("a", "t", "d")).contains("Нет данных");
    Bar unknown =
        new Bar(
            "16.11", Optional.empty(), OptionalDouble.empty(), "", Tone.BEFORE, Optional.empty());
    Lanes empty = new Lanes(List.of(new Lane("Создано", List.of(unknown))), "Нет данных");
    assertThat(Charts.draw(empty).inlineSvg("a", "t", "d")).contains("Нет данных");
  }

  @Test
  void idsAreUniqueToTheChart() {
    String svg = Charts.draw(lanes(13, true)).inlineSvg("left", "t", "d");
    assertThat(svg.split("id='"))
        .allSatisfy(
            part -> assertThat(part.startsWith("<svg") || part.startsWith("left")).isTrue());
  }

  @Test
  void aLongLabelIsCutWhereTheRoomEnds() {
    String svg = Charts.draw(rows("Ж".repeat(300))).inlineSvg("a", "t", "d");
    assertThat(svg).contains("Ж…</text>").doesNotContain("Ж".repeat(60));
  }

  @Test
  void thePictureIsTwiceTheSizeAndNotBlank() throws Exception {
    byte[] png =
        Charts.draw(rows("Анна"))
            .png("Заголовок в две строки, потому что он очень длинный и не входит", "n");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(2 * (Charts.WIDTH + 32));
    long inked =
        IntStream.range(0, image.getWidth() * image.getHeight())
            .filter(
                i ->
                    (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff)
                        != 0xffffff)
            .count();
    assertThat(inked).isBetween(2_000L, (long) image.getWidth() * image.getHeight() / 3);
  }

  @Test
  void theSameDataGiveTheSamePicture() {
    assertThat(Charts.draw(lanes(13, true)).inlineSvg("a", "t", "d"))
        .isEqualTo(Charts.draw(lanes(13, true)).inlineSvg("a", "t", "d"));
  }

  @Test
  void aSparklineNeedsThreeValues() {
    OptionalDouble one = OptionalDouble.of(1);
    assertThat(Sparkline.svg(List.of(one, OptionalDouble.empty(), one))).isEmpty();
    assertThat(Sparkline.svg(List.of(one, OptionalDouble.empty(), one, one)))
        .contains("aria-hidden")
        .contains("var(--accent)")
        .as("it has nothing that a page would hold twice, or that changes from run to run")
        .doesNotContain("id=")
        .isEqualTo(Sparkline.svg(List.of(one, OptionalDouble.empty(), one, one)));
  }

  private static Rows rows(String label) {
    return new Rows(
        List.of(
            new Row(
                label,
                "n = 41",
                "57 %",
                Optional.of("−9 lost"),
                List.of(new Mark.Whisker(new Range(0.3, 0.7)), new Mark.Dot(0.57, Tone.THIS))),
            new Row(
                "b",
                "",
                "1 000 000 000",
                Optional.empty(),
                List.of(
                    new Mark.Length(1, Tone.BEFORE),
                    new Mark.Length(0, Tone.THIS),
                    new Mark.Dot(0.2, Tone.UNFINISHED)))),
        1,
        List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")),
        Optional.of(new Reference(0.4, "все 40 %")),
        "Нет данных");
  }

  private static Lanes lanes(int count, boolean intervals) {
    List<Bar> bars =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Bar(
                        "%02d.11".formatted(i),
                        intervals ? Optional.of("34") : Optional.empty(),
                        OptionalDouble.of(i % 7),
                        "1 234 56" + i,
                        List.of(Tone.THIS, Tone.BEFORE, Tone.UNFINISHED).get(i % 3),
                        intervals ? Optional.of(new Range(0, i % 7 + 1)) : Optional.empty()))
            .toList();
    return new Lanes(List.of(new Lane("Создано", bars), new Lane("Выиграно", bars)), "Нет данных");
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
