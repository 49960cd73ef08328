package dev.svodka.core.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.ImportRule.Dialect;
import dev.svodka.core.business.ImportRule.Format;
import dev.svodka.core.business.ImportRule.ItemTemplate;
import dev.svodka.core.business.ImportRule.SameStage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small values of a business file. */
class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "2,  WORKING_DAYS,  PT17H",
    "2,  WORKING_HOURS, PT2H",
    "30, DAYS,          PT720H",
    "3,  HOURS,         PT3H",
    "45, MINUTES,       PT45M",
    "0,  DAYS,          PT0S"
  })
  void aSpanIsCountedOnItsClock(long count, Span.Unit unit, Duration length) {
    WorkingTime hours = new WorkingTime("RU", LocalTime.of(9, 0), LocalTime.of(17, 30));
    assertThat(new Span(count, unit).millis(hours.dayMillis())).isEqualTo(length.toMillis());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Span(-1, Span.Unit.DAYS)).hasMessageContaining("negative: -1");
    LocalTime nine = LocalTime.of(9, 0);
    assertThatThrownBy(() -> new WorkingTime("RU", nine, nine)).hasMessageContaining("before");
  }

  @Test
  void textsAreSaidInTheReadersLanguage() {
    Localized title = new Localized("Продажи", "Sales");
    assertThat(title.in(Language.RU)).isEqualTo("Продажи");
    assertThat(title.in(Language.EN)).isEqualTo("Sales");
    assertThat(Localized.same("CRM").in(Language.EN)).isEqualTo("CRM");
    assertThat(Language.RU.tag()).isEqualTo("ru");
    assertThat(Language.RU.locale()).isEqualTo(Locale.of("ru", "RU"));
    assertThat(Language.EN.locale()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void anImportGivesItsTypeOrAnyWhereItsRowsTellIt() {
    Template id = Template.of("{id}");
    assertThat(new ItemTemplate("deal", id).gives("deal")).isTrue();
    assertThat(new ItemTemplate("deal", id).gives("invoice")).isFalse();
    assertThat(ItemTemplate.OWN_EVENTS.gives("invoice")).isTrue();
    assertThat(new ItemTemplate("x{type}", id).gives("deal")).isTrue();
  }

  @Test
  void theSameStageIsANewVisitInProcessLogsAlone() {
    assertThat(rule(Format.XES, Optional.empty()).visits()).isEqualTo(SameStage.NEW_VISIT);
    assertThat(rule(Format.CSV, Optional.empty()).visits()).isEqualTo(SameStage.ONE_VISIT);
    assertThat(rule(Format.XES, Optional.of(SameStage.ONE_VISIT)).visits())
        .isEqualTo(SameStage.ONE_VISIT);
  }

  private static ImportRule rule(Format format, Optional<SameStage> visits) {
    Optional<Template> none = Optional.empty();
    return new ImportRule(
        "*",
        format,
        Dialect.DETECTED,
        ItemTemplate.OWN_EVENTS,
        Optional.empty(),
        new ImportRule.Cells(none, none, none, none, none, none, none, none, none, none),
        visits,
        Map.of(),
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
