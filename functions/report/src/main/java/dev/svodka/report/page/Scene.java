package dev.svodka.report.page;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.CrmPages;
import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.kpi.KpiItem;
import dev.svodka.kpi.KpiRow;
import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the sections of one chapter are written from.
 *
 * @param currency of the figures in money, where a chapter is of one
 * @param unpaid the invoices of that currency, the most money × days late first
 * @param reported the week or month that the report is about
 * @param asOf exclusive
 * @param parts the scenes of its processes, where the chapter is about the company
 * @param chapter where this process has a chapter that the same readers may open
 * @param insider the report's readers may open this process's figures: lists show them amounts and
 *     names
 * @param lists those that the chapter's numbers lead to
 * @param marks of figures that were published otherwise
 */
record Scene(
    BusinessProcess process,
    Figures figures,
    Optional<String> currency,
    List<UnpaidInvoice> unpaid,
    Period reported,
    Instant asOf,
    ZoneId zone,
    Names names,
    CrmPages crm,
    Definitions definitions,
    Texts texts,
    Formats formats,
    RunFacts facts,
    List<Scene> parts,
    Optional<URI> chapter,
    boolean insider,
    ItemLists lists,
    RestatedMarks marks) {
  private static final int MONTHS = 15;

  /** A cohort whose items are all old enough to be compared at the process's fixed age. */
  record Cohort(Period period, Rate within) {}

  /** The chapter in names of files and in the page's ids. */
  String part() {
    return part(process, currency);
  }

  static String part(BusinessProcess process, Optional<String> currency) {
    return (process.id() + currency.map(c -> "-" + c).orElse("")).replaceAll("[^A-Za-z0-9_-]", "_");
  }

  boolean ofCompany() {
    return !parts.isEmpty();
  }

  String title() {
    return Outside.clean(process.title().in(texts.language()));
  }

  /** How many terms of the process are open and late. */
  long overdueTerms() {
    return new Terms(this).overdue().orElse(0L);
  }

  /** The page that lists what a figure counts, where there is one. */
  Optional<URI> list(String name, KpiRow row) {
    return lists.page(this, name, List.of(row));
  }

  /** What a figure was published as, where that is another; of several together that it was. */
  Optional<String> was(List<KpiRow> rows) {
    return rows.size() == 1
        ? marks.of(this, rows.getFirst())
        : rows.stream().anyMatch(row -> marks.of(this, row).isPresent())
            ? Optional.of(texts.get("restated.mark"))
            : Optional.empty();
  }

  String itemType() {
    return process.items().type();
  }

  Optional<String> lastOfFunnel() {
    return process.funnel().size() < 2 ? Optional.empty() : Optional.of(process.funnel().getLast());
  }

  /**
   * The conversion at the fixed age, of a cohort that is old enough as a whole: its base is then
   * all that were created.
   */
  Optional<Rate> ripe(Period cohort) {
    long created = figures.count("created", Figures.NONE, cohort.label()).orElse(0L);
    return lastOfFunnel()
        .flatMap(milestone -> figures.rate("conversion_within", milestone, cohort.label()))
        .filter(rate -> rate.denominator() >= created);
  }

  /** The cohorts of a section; months where hardly a week is old enough to be compared. */
  List<Period> cohorts(Period.Step step, int count) {
    List<Period> asked = periods(step, count);
    List<Period> months = periods(Period.Step.MONTH, count);
    return ripeOnes(asked) < 2 && ripeOnes(months) > ripeOnes(asked) ? months : asked;
  }

  private long ripeOnes(List<Period> cohorts) {
    return cohorts.stream().filter(cohort -> ripe(cohort).isPresent()).count();
  }

  /** The newest cohort old enough: a month, and a week only where no month is. */
  Optional<Cohort> newestRipe() {
    return newestRipe(Period.Step.MONTH).or(() -> newestRipe(Period.Step.WEEK));
  }

  Optional<Cohort> before(Cohort cohort) {
    Period previous = cohort.period().previous();
    return ripe(previous).map(rate -> new Cohort(previous, rate));
  }

  private Optional<Cohort> newestRipe(Period.Step step) {
    List<Period> periods =
        Period.lastFull(step, asOf, zone).lastOnes(step == Period.Step.MONTH ? MONTHS : 5 * MONTHS);
    return periods.reversed().stream()
        .flatMap(period -> ripe(period).map(rate -> new Cohort(period, rate)).stream())
        .findFirst();
  }

  /** The reported period and those before it; of the section's step, where that is another. */
  List<Period> periods(Period.Step step, int count) {
    return (step == reported.step() ? reported : Period.lastFull(step, asOf, zone)).lastOnes(count);
  }

  /** The periods since there is any of these figures: nothing is to be drawn of those before. */
  List<Period> begun(List<Period> periods, List<String> kpis) {
    return periods.stream()
        .dropWhile(
            period ->
                !period.equals(periods.getLast())
                    && kpis.stream()
                        .allMatch(
                            kpi ->
                                figures
                                    .find(kpi, Figures.NONE, period.label())
                                    .flatMap(KpiRow::value)
                                    .isEmpty()))
        .toList();
  }

  /** The same period a year ago, where the history begins before it. */
  Optional<Period> yearAgo(Period period) {
    Period then = period.yearEarlier();
    return Optional.of(then).filter(p -> isSeen(p) && isSeen(p.previous()));
  }

  private boolean isSeen(Period period) {
    return figures.find("created", Figures.NONE, period.label()).isPresent();
  }

  /** {@code октябрь 2026} or {@code 16–22 ноября}. */
  String called(Period period) {
    return switch (period.step()) {
      case WEEK -> formats.days(period.first(), period.last());
      case MONTH -> formats.monthName(period.first());
    };
  }

  String verdict(Rate now, Rate before) {
    return texts.get("verdict." + now.against(before).name().toLowerCase(java.util.Locale.ROOT));
  }

  String interval(Rate rate) {
    return formats.shares(rate.low(), rate.high());
  }

  String of(Rate rate) {
    return texts.get("of", formats.count(rate.numerator()), formats.count(rate.denominator()));
  }

  String n(long count) {
    return "n\u00a0=\u00a0" + formats.count(count);
  }

  /** With a capital letter. */
  String sentence(String text) {
    return text.substring(0, 1).toUpperCase(texts.language().locale()) + text.substring(1);
  }

  /** The text for reports about weeks, or that for those about months. */
  String byStep(String key, Object... args) {
    return texts.get(reported.step() == Period.Step.MONTH ? key + ".month" : key, args);
  }

  /** The last local day that was seen whole or in part. */
  LocalDate lastDay() {
    return asOf.minusMillis(1).atZone(zone).toLocalDate();
  }

  String briefMoney(BigDecimal value) {
    return formats.briefMoney(value, currency.orElse(""));
  }

  /** {@code 34 счёта}, in one of the cases that sentences need. */
  String invoices(String key, long count) {
    return texts.plural(key, itemType(), count, formats.count(count));
  }

  /** Whether the process tells which of its unpaid invoices are a debt. */
  boolean debtStated() {
    return process.receivables().flatMap(Receivables::debtFrom).isPresent();
  }

  /** Where nothing tells what is a debt, the word is not used. */
  Optional<String> definition(String kpi) {
    return texts
        .find("define." + kpi + ".unpaid")
        .filter(text -> !debtStated())
        .or(() -> definitions.definition(kpi));
  }

  /**
   * Working days from the first to the last, both counted; Monday to Friday where none are told.
   */
  int workingDays(LocalDate first, LocalDate last) {
    WorkingTime time =
        facts
            .business()
            .workingTime()
            .orElseGet(
                () -> new WorkingTime(WorkingTime.NONE, LocalTime.of(9, 0), LocalTime.of(18, 0)));
    return Calendars.of(time, facts.business().folder()).workingDays(first, last);
  }

  /** An item's id, leading to its page in the CRM where it has one. */
  Table.Cell item(KpiItem item) {
    return Table.Cell.text(Outside.clean(item.id()))
        .linked(crm.page(item.source(), item.type(), item.id()));
  }

  /** A figure's name for this process's items. */
  String figureName(String kpi) {
    return definitions.name(kpi, itemType());
  }
}
