package dev.svodka.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurvivalTest {
  /**
   * Weeks of remission under 6-mercaptopurine, E. J. Freireich and others, Blood 21 (1963) 699; the
   * estimate as E. A. Gehan's and J. F. Lawless's textbooks print it. Weeks stand here as hours.
   */
  @Test
  void theCurveIsThatOfFreireichsTrial() {
    Survival remission =
        Survival.of(
            List.of(6.0, 6.0, 6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0),
            List.of(6.0, 9.0, 10.0, 11.0, 17.0, 19.0, 20.0, 25.0, 32.0, 32.0, 34.0, 35.0));
    Map.of(6, 0.857, 7, 0.807, 10, 0.753, 13, 0.690, 16, 0.627, 22, 0.538, 23, 0.448)
        .forEach(
            (week, alive) ->
                assertThat(remission.alive(week))
                    .as("week %d", week)
                    .isCloseTo(alive, within(5e-4)));
    assertThat(remission.alive(5.9)).isEqualTo(1);
    assertThat(remission.median()).contains(23.0);
  }

  @Test
  void whereMoreThanHalfStillWaitThereIsNoMedian() {
    assertThat(Survival.of(List.of(1.0), List.of(2.0, 3.0)).median()).isEmpty();
    assertThat(Survival.of(List.of(), List.of()).median()).isEmpty();
  }

  @Test
  void aWholeMinuteToldWithSixDecimalsIsThatMinute() {
    assertThat(Survival.of(List.of(0.033333), List.of()).median()).contains(2 / 60.0);
  }
}
