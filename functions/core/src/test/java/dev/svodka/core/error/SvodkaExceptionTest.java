package dev.svodka.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvodkaExceptionTest {
  /** Exit status, HTTP status and retry follow from it. */
  @ParameterizedTest
  @CsvSource({
    "BUSINESS_FILE_INVALID, CLIENT_DATA",
    "INPUT_TOO_LARGE,       CLIENT_DATA",
    "INVARIANT_BROKEN,      OUR_BUG",
    "DISK_FULL,             RESOURCES",
    "CRM_UNAVAILABLE,       EXTERNAL"
  })
  void theCodeSaysWhoHasToAct(ErrorCode code, ErrorCategory category) {
    SvodkaException e = new SvodkaException(code, "what is wrong");
    assertThat(e.category()).isEqualTo(category);
    assertThat(e).hasMessage("what is wrong").hasNoCause();
  }
}
