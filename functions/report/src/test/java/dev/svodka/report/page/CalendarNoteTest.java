package dev.svodka.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.report.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarNoteTest {
  @ParameterizedTest
  @CsvSource({
    "RU,   2026-11-23T00:00:00Z,",
    "RU,   2029-02-01T00:00:00Z, '2028, 2029'",
    // The last moment of 2027 in Moscow.
    "RU,   2027-12-31T21:00:00Z,",
    "BY,   2026-11-23T00:00:00Z, '2025, 2026'",
    "none, 2026-11-23T00:00:00Z,"
  })
  void yearsWithoutAnOfficialCalendarAreNamed(String calendar, Instant asOf, String years) {
    String yaml =
        """
        account: test
        time-zone: Europe/Moscow
        currency: RUB
        working-time: {calendar: %s, hours: "09:00-18:00"}
        processes:
          sales: {items: {type: deal}, milestones: {created: {created: true}}}
        """
            .formatted(calendar);
    BusinessFile.Parsed parsed =
        BusinessFile.parse(yaml.getBytes(StandardCharsets.UTF_8), Path.of("/nowhere"));
    assertThat(parsed).isInstanceOf(BusinessFile.Parsed.Valid.class);
    Optional<String> note =
        CalendarNote.of(
            ((BusinessFile.Parsed.Valid) parsed).business(), asOf, new Texts(Language.EN));
    assertThat(note.isPresent()).isEqualTo(years != null);
    note.ifPresent(text -> assertThat(text).contains(": " + years + "."));
  }
}
