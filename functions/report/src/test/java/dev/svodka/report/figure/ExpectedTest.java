package dev.svodka.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  /**
   * F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28 (1936) 437: P = 0.95.
   */
  @Test
  void aCountDiffersFromWhatLiesOutsideGarwoodsLimits() {
    Map.of(
            0L, new double[] {0, 3.69},
            1L, new double[] {0.0253, 5.57},
            2L, new double[] {0.242, 7.22},
            5L, new double[] {1.62, 11.67},
            10L, new double[] {4.80, 18.39},
            20L, new double[] {12.22, 30.89},
            50L, new double[] {37.11, 65.92})
        .forEach(
            (count, limits) -> {
              assertThat(Expected.compare(count, limits[1] * 1.002)).isEqualTo(Verdict.LOWER);
              assertThat(Expected.compare(count, limits[1] * 0.998)).isEqualTo(Verdict.CHANCE);
              if (count > 0) {
                assertThat(Expected.compare(count, limits[0] * 0.996)).isEqualTo(Verdict.HIGHER);
                assertThat(Expected.compare(count, limits[0] * 1.004)).isEqualTo(Verdict.CHANCE);
              }
            });
  }

  @Test
  void greatCountsGoByTheNormalLaw() {
    assertThat(Expected.compare(10_000, 10_190)).isEqualTo(Verdict.CHANCE);
    assertThat(Expected.compare(10_000, 10_210)).isEqualTo(Verdict.LOWER);
    assertThat(Expected.compare(10_000, 9_790)).isEqualTo(Verdict.HIGHER);
    assertThat(Expected.compare(0, 0)).isEqualTo(Verdict.CHANCE);
    assertThat(Expected.compare(5, 0)).isEqualTo(Verdict.HIGHER);
  }
}
