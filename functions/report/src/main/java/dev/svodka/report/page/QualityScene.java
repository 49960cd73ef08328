package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.CrmPages;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.event.SourceKind;
import dev.svodka.kpi.HeardSource;
import dev.svodka.kpi.HeardSource.Hooks;
import dev.svodka.kpi.KpiItem;
import dev.svodka.kpi.diff.Restatement;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.quality.Quality;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the sections about the data are written from. */
record QualityScene(RunFacts facts, Definitions definitions, Texts texts, Formats formats) {
  /**
   * @param company the scene of a chapter about the company
   */
  static QualityScene of(Scene company) {
    return new QualityScene(
        company.facts(), company.definitions(), company.texts(), company.formats());
  }

  Quality quality() {
    return facts.details();
  }

  Business business() {
    return facts.business();
  }

  /** A count of {@code data-quality.json}; 0 where nobody counted. */
  long counted(String name) {
    return Optional.ofNullable(facts.quality().get(name)).orElse(0L);
  }

  Optional<Long> known(String name) {
    return Optional.ofNullable(facts.quality().get(name));
  }

  /**
   * What webhooks of a kind of source lost; empty where nobody asked the CRM, so that nobody knows.
   */
  Optional<Hooks> hooks(HeardSource heard) {
    boolean asked =
        quality().asked().orElse(List.of()).stream()
            .anyMatch(one -> one.source().kind() == heard.source() && one.status().isPresent());
    return heard.hooks().filter(hooks -> asked || hooks.lost() > 0);
  }

  /** Of processes that the business file still has. */
  List<Restatement> restated() {
    return quality().restated().figures().stream()
        .filter(r -> process(r.key().process()).isPresent())
        .toList();
  }

  Optional<BusinessProcess> process(String id) {
    return Optional.ofNullable(business().processes().get(id));
  }

  String processTitle(String id) {
    return Outside.clean(process(id).map(p -> p.title().in(texts.language())).orElse(id));
  }

  Optional<Names> names(String process) {
    return process(process).map(p -> new Names(facts, p, texts));
  }

  /** An item's id, leading to its page in the CRM where it has one. */
  Cell item(KpiItem item) {
    return Cell.text(Outside.clean(item.id()))
        .linked(CrmPages.of(business()).page(item.source(), item.type(), item.id()));
  }

  String name(SourceKind kind) {
    return texts.get("source." + kind.text());
  }

  /** {@code amoCRM}; with its id where the company has several of the kind. */
  String name(LiveSource source) {
    long alike =
        business().sources().stream().filter(other -> other.kind() == source.kind()).count();
    return name(source.kind()) + (alike > 1 ? " (" + Outside.clean(source.id()) + ")" : "");
  }

  Cell count(long value) {
    return Cell.number(formats.count(value), value);
  }

  Cell share(long part, long all) {
    return all == 0
        ? Cell.text("–")
        : Cell.share(formats.share((double) part / all), (double) part / all);
  }

  Cell duration(Duration duration) {
    BigDecimal hours =
        BigDecimal.valueOf(duration.toMillis())
            .divide(BigDecimal.valueOf(3_600_000), 6, RoundingMode.HALF_EVEN);
    return Cell.number(formats.hours(hours.doubleValue()), hours, Type.of("hours", ""));
  }

  Cell moment(Instant instant) {
    return Cell.text(formats.moment(instant), instant.toString());
  }

  Cell day(Instant instant) {
    return day(LocalDate.ofInstant(instant, business().zone()));
  }

  Cell day(LocalDate day) {
    return Cell.day(formats.shortDayWithYear(day), day);
  }

  /** A text with a number in it, in the form that agrees with the number. */
  String plural(String key, long number) {
    return texts.plural(key, "", number, formats.count(number));
  }

  /** Columns by the ends of their keys; those marked with {@code #} hold numbers. */
  List<Column> columns(String... keys) {
    return Stream.of(keys)
        .map(key -> new Column(texts.get("column." + key.replace("#", "")), key.endsWith("#")))
        .toList();
  }
}
