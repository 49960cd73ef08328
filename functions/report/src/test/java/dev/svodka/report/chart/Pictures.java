package dev.svodka.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares pictures with those in {@code src/test/resources/chart}. A picture that is not there, or
 * all with {@code -Dpictures=write}, are written for whoever looks at them and commits them.
 */
final class Pictures {
  private static final Path REFERENCES = Path.of("src/test/resources/chart");
  private static final Path RESULTS = Path.of("target/pictures");

  /** Of 255, in one colour: letters are smoothed a little differently from JDK to JDK. */
  private static final int TOLERATED = 48;

  private static final double SHARE = 0.002;

  private Pictures() {}

  static void same(String name, byte[] png) throws IOException {
    if ("write".equals(System.getProperty("pictures"))) {
      Files.createDirectories(REFERENCES);
      Files.write(REFERENCES.resolve(name + ".png"), png);
      return;
    }
    BufferedImage actual = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage expected = reference(name);
    Files.createDirectories(RESULTS);
    Path written = Files.write(RESULTS.resolve(name + ".png"), png);
    assertThat(actual.getWidth() + " × " + actual.getHeight())
        .as("size of %s", written)
        .isEqualTo(expected.getWidth() + " × " + expected.getHeight());
    BufferedImage difference =
        new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
    long differing = 0;
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        boolean other = distance(actual.getRGB(x, y), expected.getRGB(x, y)) > TOLERATED;
        differing += other ? 1 : 0;
        difference.setRGB(x, y, other ? 0xff0000 : 0xffffff & (expected.getRGB(x, y) | 0xc0c0c0));
      }
    }
    Path marked = RESULTS.resolve(name + "-difference.png");
    ImageIO.write(difference, "png", marked.toFile());
    assertThat((double) differing / actual.getWidth() / actual.getHeight())
        .as(
            "share of pixels in which %s differs from its reference; %s marks them",
            written.toAbsolutePath(), marked.toAbsolutePath())
        .isLessThanOrEqualTo(SHARE);
  }

  private static BufferedImage reference(String name) throws IOException {
    try (InputStream in = Pictures.class.getResourceAsStream("/chart/" + name + ".png")) {
      assertThat(in).as("chart/%s.png; -Dpictures=write makes it", name).isNotNull();
      return ImageIO.read(in);
    }
  }

  private static int distance(int one, int other) {
    int greatest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      greatest = Math.max(greatest, Math.abs((one >> shift & 255) - (other >> shift & 255)));
    }
    return greatest;
  }
}
