package dev.svodka.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  /**
   * M. P. Fay, Testing the Ratio of Two Poisson Rates, vignette of R's rateratio.test, section 1.
   */
  @Test
  void theExactTestGivesWhatFaysVignettePrints() {
    Tally now = new Tally(2, 17_877);
    Tally before = new Tally(9, 16_660);
    assertThat(now.pValue(before)).isCloseTo(0.05011, within(0.000005));
    assertThat(now.against(before)).isEqualTo(Verdict.CHANCE);
    assertThat(before.pValue(now)).isCloseTo(now.pValue(before), within(1e-12));
  }

  /**
   * Over equal times it is the sign test: the greatest smaller count of n that is significant at 5
   * %, W. J. Dixon, A. M. Mood, The Statistical Sign Test, J. Am. Stat. Assoc. 41 (1946), table 1.
   */
  @Test
  void overEqualTimesItHasTheSignTestsCriticalValues() {
    Map.of(6, 0, 9, 1, 12, 2, 15, 3, 20, 5, 25, 7, 30, 9, 50, 17, 80, 30, 100, 39)
        .forEach(
            (n, critical) -> {
              assertThat(verdict(critical, n - critical))
                  .as("%d of %d", critical, n)
                  .isEqualTo(Verdict.LOWER);
              assertThat(verdict(n - critical, critical)).isEqualTo(Verdict.HIGHER);
              assertThat(verdict(critical + 1, n - critical - 1)).isEqualTo(Verdict.CHANCE);
            });
  }

  @Test
  void greatCountsAgreeWithTheExactOnesWhereBothCanBeHad() {
    assertThat(verdict(531, 470)).isEqualTo(Verdict.CHANCE);
    assertThat(verdict(533, 468)).isEqualTo(Verdict.HIGHER);
    assertThat(new Tally(469, 7).pValue(new Tally(532, 7)))
        .isCloseTo(new Tally(469, 7).pValue(new Tally(531, 7)), within(0.004));
    assertThat(verdict(9_876_543_210L, 1)).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void moreDaysExplainMoreEvents() {
    assertThat(new Tally(310, 31).against(new Tally(280, 28))).isEqualTo(Verdict.CHANCE);
    assertThat(new Tally(31, 31).pValue(new Tally(28, 28))).isEqualTo(1);
  }

  @Test
  void nothingAgainstNothingIsChance() {
    assertThat(verdict(0, 0)).isEqualTo(Verdict.CHANCE);
    assertThatThrownBy(() -> new Tally(-1, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Verdict verdict(long now, long before) {
    return new Tally(now, 7).against(new Tally(before, 7));
  }
}
