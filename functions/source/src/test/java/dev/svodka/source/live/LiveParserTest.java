package dev.svodka.source.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Parsed;
import dev.svodka.source.TestBusiness;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveParserTest {
  /** Found by fuzzing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"account\":666E66666666666666666626666666666666600}",
        "[{\"amount\":1E99999999999}]",
        "{\"amount\":-1.5e-2147483649}"
      })
  void aNumberWithAnExponentBeyondAllIsRefused(String json) {
    assertThat(
            LiveParser.of(TestBusiness.romashka(), TestBusiness.source(SourceKind.HTTP))
                .parse(json.getBytes(UTF_8), Instant.EPOCH))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INPUT_INVALID));
  }

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
