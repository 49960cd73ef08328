package dev.svodka.report;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Period;
import dev.svodka.report.figure.Rate;
import dev.svodka.report.page.RunFacts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Figures of a small company that sells for half a year, from seeded deals. */
public final class SampleCompany {
  static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
  private static final List<String> FUNNEL =
      List.of("created", "qualified", "proposed", "invoiced", "won");
  private static final List<String> STAGES = List.of("32392156", "32392159", "32392165");
  private static final int WITHIN = 30;

  private record Deal(
      LocalDate created, String owner, int reached, Optional<LocalDate> closed, boolean won) {}

  private final List<Deal> deals = new ArrayList<>();
  private final List<KpiRow> rows = new ArrayList<>();

  private SampleCompany(long seed, int owners, double perDay) {
    Random random = new Random(seed);
    for (LocalDate day = AS_OF.minusDays(200); day.isBefore(AS_OF); day = day.plusDays(1)) {
      int count =
          day.getDayOfWeek().getValue() > 5
              ? 1
              : (int) Math.round(perDay + random.nextGaussian() * 2);
      for (int i = 0; i < count; i++) {
        int owner = random.nextInt(owners);
        double skill = owner == 0 ? 0.84 : 0.71;
        int reached = 0;
        while (reached < 4 && random.nextDouble() < skill) {
          reached++;
        }
        boolean won = reached == 4;
        LocalDate closed = day.plusDays(won ? 6 + random.nextInt(22) : 2 + random.nextInt(35));
        deals.add(
            new Deal(
                day,
                "50414" + (owner + 1),
                reached,
                Optional.of(closed).filter(d -> d.isBefore(AS_OF)),
                won));
      }
    }
    for (Period.Step step : Period.Step.values()) {
      Period.of(step, AS_OF.minusDays(1))
          .lastOnes(step == Period.Step.WEEK ? 28 : 7)
          .forEach(this::period);
    }
    all();
  }

  /** Four owners, one of them better than the others. */
  public static RunFacts facts() {
    return facts(business(), new SampleCompany(42, 4, 7).rows);
  }

  static RunFacts facts(int owners) {
    return facts(business(), new SampleCompany(7, owners, owners * 2.0).rows);
  }

  static RunFacts facts(Business business, List<KpiRow> rows) {
    SortedMap<String, Instant> last = new TreeMap<>();
    last.put("amo", Instant.parse("2026-11-23T15:42:00Z"));
    Map<String, Long> quality = new LinkedHashMap<>();
    quality.put("events", 5321L);
    quality.put("duplicates", 12L);
    quality.put("late", 3L);
    quality.put("unknown_stages", 0L);
    return new RunFacts(
        business,
        rows,
        Map.of(),
        AS_OF.atStartOfDay(ZONE).toInstant(),
        List.of(),
        new LinkedHashMap<>(quality),
        last);
  }

  static Business business() {
    return business("ООО «Ромашка»", "Анна Ветрова");
  }

  /** The name of the company and of its first owner, as they stand between YAML's quotes. */
  static Business business(String name, String owner) {
    return business(yaml(name, owner));
  }

  static Business business(String yaml) {
    return BusinessFile.business(
        BusinessFile.parse(yaml.getBytes(StandardCharsets.UTF_8), Path.of(".")), "business.yaml");
  }

  static String yaml(String name, String owner) {
    return """
        account: romashka
        name: "%s"
        language: ru
        time-zone: Europe/Moscow
        currency: RUB
        owners: {"504141": "%s", "504142": Борис Лугов, "504143": Вера Полянская, "504144": Глеб Рощин}
        processes:
          sales:
            title: {ru: Продажи, en: Sales}
            items: {type: deal, pipeline: ["3177727"]}
            milestones:
              created:   {created: true}
              qualified: {stage: ["32392156"]}
              proposed:  {stage: ["32392159"]}
              invoiced:  {stage: ["32392165"]}
              won:       {stage: ["142"]}
              lost:      {stage: ["143"]}
            funnel: [created, qualified, proposed, invoiced, won]
            within: 30 days
            success: [won]
            failure: [lost]
        """
        .formatted(name, owner);
  }

  private void period(Period period) {
    Predicate<Deal> createdIn = d -> in(period, d.created());
    Predicate<Deal> closedIn = d -> d.closed().isPresent() && in(period, d.closed().get());
    counts(period.label(), Optional.empty(), createdIn, closedIn);
    deals.stream()
        .map(Deal::owner)
        .distinct()
        .sorted()
        .forEach(
            owner ->
                counts(
                    period.label(),
                    Optional.of(owner),
                    createdIn.and(d -> d.owner().equals(owner)),
                    closedIn.and(d -> d.owner().equals(owner))));
    cohort(period.label(), createdIn);
  }

  private void all() {
    cohort("all", d -> true);
    Random random = new Random(3);
    double[] medians = {0, 27.5, 66, 101, 44};
    for (int i = 1; i < 4; i++) {
      String stage = STAGES.get(i - 1);
      long n = 300L - 60L * i;
      duration("stage_time_n", stage, "count", BigDecimal.valueOf(n), n);
      duration("stage_time_open", stage, "count", BigDecimal.valueOf(9 + random.nextInt(20)), n);
      duration("stage_time_median", stage, "hours", BigDecimal.valueOf(medians[i]), n);
      duration("stage_time_p90", stage, "hours", BigDecimal.valueOf(medians[i] * 3.1), n);
      duration("stage_time_km_median", stage, "hours", BigDecimal.valueOf(medians[i] * 1.2), n);
      add(
          "standing",
          Optional.of(stage),
          "all",
          Optional.empty(),
          "count",
          9 + random.nextInt(20),
          -1);
      add("entries", Optional.of(stage), "all", Optional.empty(), "count", n + 20, -1);
    }
  }

  private void counts(
      String period, Optional<String> owner, Predicate<Deal> createdIn, Predicate<Deal> closedIn) {
    long won = deals.stream().filter(closedIn).filter(Deal::won).count();
    long lost = deals.stream().filter(closedIn).filter(d -> !d.won()).count();
    add(
        "created",
        Optional.empty(),
        period,
        owner,
        "count",
        deals.stream().filter(createdIn).count(),
        -1);
    add("succeeded", Optional.empty(), period, owner, "count", won, -1);
    add("failed", Optional.empty(), period, owner, "count", lost, -1);
    add("win_rate", Optional.empty(), period, owner, "ratio", won, won + lost);
  }

  private void cohort(String period, Predicate<Deal> createdIn) {
    List<Deal> cohort = deals.stream().filter(createdIn).toList();
    List<Deal> old =
        cohort.stream().filter(d -> !d.created().plusDays(WITHIN + 1).isAfter(AS_OF)).toList();
    for (int i = 0; i < FUNNEL.size(); i++) {
      int step = i;
      Predicate<Deal> passed = d -> d.reached() >= step && (step < 4 || d.closed().isPresent());
      Optional<String> milestone = Optional.of(FUNNEL.get(i));
      long count = cohort.stream().filter(passed).count();
      add("passed", milestone, period, Optional.empty(), "count", count, -1);
      add(
          "reached",
          milestone,
          period,
          Optional.empty(),
          "count",
          i == 2 ? count - count / 8 : count,
          -1);
      add("conversion", milestone, period, Optional.empty(), "ratio", count, cohort.size());
      add(
          "conversion_within",
          milestone,
          period,
          Optional.empty(),
          "ratio",
          old.stream().filter(passed).count(),
          old.size());
    }
  }

  private static boolean in(Period period, LocalDate day) {
    return !day.isBefore(period.first()) && !day.isAfter(period.last());
  }

  private void duration(String kpi, String stage, String unit, BigDecimal value, long n) {
    rows.add(
        new KpiRow(
            kpi,
            "sales",
            Optional.of(stage),
            "all",
            new TreeMap<>(),
            unit,
            Optional.of("elapsed"),
            Optional.of(value),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(n),
            false));
  }

  private void add(
      String kpi,
      Optional<String> subject,
      String period,
      Optional<String> owner,
      String unit,
      long numerator,
      long denominator) {
    SortedMap<String, Optional<String>> group = new TreeMap<>();
    owner.ifPresent(o -> group.put("owner", owner));
    boolean ratio = denominator >= 0;
    Optional<Rate> rate =
        denominator > 0 ? Optional.of(new Rate(numerator, denominator)) : Optional.empty();
    rows.add(
        new KpiRow(
            kpi,
            "sales",
            subject,
            period,
            group,
            unit,
            Optional.empty(),
            ratio
                ? rate.map(r -> BigDecimal.valueOf(r.value()))
                : Optional.of(BigDecimal.valueOf(numerator)),
            ratio ? Optional.of(BigDecimal.valueOf(numerator)) : Optional.empty(),
            ratio ? Optional.of(BigDecimal.valueOf(denominator)) : Optional.empty(),
            rate.map(r -> BigDecimal.valueOf(r.low())),
            rate.map(r -> BigDecimal.valueOf(r.high())),
            Optional.of(ratio ? denominator : numerator),
            false));
  }
}
