package dev.svodka.source.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Parsed;
import dev.svodka.source.TestBusiness;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveParserTest {
  /** Found by fuzzing: what begins with a NUL is taken for UTF-32, in which these are no texts. */
  @ParameterizedTest
  @CsvSource({"AMOCRM, BQAAAFt0PcVPdA==", "HTTP, BQAAAFt0PcVPdA==", "HTTP, ewAAACH/AAA="})
  void bytesOfNoKnownEncodingAreRefused(SourceKind kind, String bytes) {
    assertThat(
            LiveParser.of(TestBusiness.romashka(), TestBusiness.source(kind))
                .parse(Base64.getDecoder().decode(bytes), Instant.EPOCH))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID));
  }
}
