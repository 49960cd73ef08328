package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class MomentTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private final Moment.Converter converter = new Moment.Converter();

  @Test
  void aDayMeansTheLocalMidnightThatEndsIt() {
    assertThat(converter.convert("2026-11-23").in(MOSCOW))
        .isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
  }

  @Test
  void anInstantIsTakenAsItIs() {
    assertThat(converter.convert("2026-11-23T12:00:00Z").in(MOSCOW))
        .isEqualTo(converter.convert("2026-11-23T15:00:00+03:00").in(MOSCOW));
  }

  @Test
  void theDayOfTheLastEventEndsAfterIt() {
    Instant lastMilli = Instant.parse("2026-11-22T20:59:59.999Z");
    assertThat(Moment.endOfDayOf(lastMilli, MOSCOW)).isEqualTo(lastMilli.plusMillis(1));
    assertThat(Moment.endOfDayOf(lastMilli.plusMillis(1), MOSCOW))
        .isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
  }

  @Test
  void aDayThatIsNoneIsRefusedWithAnExample() {
    assertThatThrownBy(() -> converter.convert("2026-02-30"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2026-02-30")
        .hasMessageContaining("2026-11-23");
  }
}
