package dev.svodka.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.ingest.RedactedForm.Pair;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactedFormTest {

  @Test
  void idsAndTimesStayAndNamesAndPhonesDoNot() {
    assertThat(
            of("leads%5Badd%5D%5B0%5D%5Bid%5D=7&leads[add][0][name]=%D0%98%D0%B2%D0%B0%D0%BD"
                    + "&leads[add][0][custom_fields][1][values][0][value]=%2B79000009001"
                    + "&leads[add][0][created_at]=1787553018")
                .pairs())
        .containsExactly(
            new Pair("leads[add][0][id]", "7"),
            new Pair("leads[add][0][name]", "(24 bytes)"),
            new Pair("leads[add][0][custom_fields][1][values][0][value]", "(14 bytes)"),
            new Pair("leads[add][0][created_at]", "1787553018"));
  }

  @Test
  void aNameInThePlaceOfAnIdDoesNotStay() {
    assertThat(of("leads[add][0][id]=Ivan").pairs())
        .containsExactly(new Pair("leads[add][0][id]", "(4 bytes)"));
  }

  @Test
  void aFieldThatTheBusinessFileKeepsStays() {
    assertThat(of("lead[budget]=120+000&lead[note]=120").pairs())
        .containsExactly(new Pair("lead[budget]", "120+000"), new Pair("lead[note]", "(3 bytes)"));
  }

  @Test
  void textThatIsNoFormLeavesOnlyItsLength() {
    assertThat(of("{\"name\": \"Ivan Petrov, +7 900\"}").pairs())
        .containsExactly(new Pair("(a key of 31 bytes)", "(0 bytes)"));
  }

  @Test
  void aFloodOfPairsIsCounted() {
    RedactedForm form = of("a=1&".repeat(6_000));

    assertThat(form.pairs()).hasSize(5_000);
    assertThat(form.leftOut()).isEqualTo(1_000);
  }

  private static RedactedForm of(String body) {
    return RedactedForm.of(body.getBytes(StandardCharsets.UTF_8), Set.of("budget"));
  }
}
