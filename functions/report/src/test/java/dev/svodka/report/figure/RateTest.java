package dev.svodka.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void theIntervalIsWilsons() {
    Rate rate = new Rate(4238, 6711);
    assertThat(rate.value()).isCloseTo(0.6315005, within(1e-7));
    assertThat(rate.low()).isCloseTo(0.6198869, within(1e-7));
    assertThat(rate.high()).isCloseTo(0.6429637, within(1e-7));
    assertThat(new Rate(0, 5).low()).isZero();
    assertThat(new Rate(5, 5).high()).isEqualTo(1);
  }

  @Test
  void aChangeIsOneOnlyWhereNewcombesIntervalExcludesZero() {
    assertThat(new Rate(44, 100).against(new Rate(30, 100))).isEqualTo(Verdict.HIGHER);
    assertThat(new Rate(30, 100).against(new Rate(44, 100))).isEqualTo(Verdict.LOWER);
    assertThat(new Rate(41, 100).against(new Rate(30, 100))).isEqualTo(Verdict.CHANCE);
    assertThat(new Rate(1, 1).against(new Rate(0, 1))).isEqualTo(Verdict.CHANCE);
  }

  @Test
  void aShareWithoutABaseIsNone() {
    assertThatThrownBy(() -> new Rate(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofManyOnlyThoseStandOutWhomHolmLeaves() {
    Map<String, Rate> rates = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      rates.put("owner " + i, new Rate(30 + i % 3, 100));
    }
    rates.put("lucky", new Rate(42, 100));
    assertThat(Standouts.among(rates)).isEmpty();
    rates.put("master", new Rate(70, 100));
    rates.put("slow", new Rate(5, 100));
    assertThat(Standouts.among(rates))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("master", Verdict.HIGHER, "slow", Verdict.LOWER));
    assertThat(Standouts.among(Map.of("alone", new Rate(1, 2)))).isEmpty();
    assertThat(Standouts.among(Map.of("a", new Rate(0, 2), "b", new Rate(0, 3)))).isEmpty();
  }
}
