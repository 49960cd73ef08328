package dev.svodka.report.page;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.ItemFilter;
import dev.svodka.core.business.Localized;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.figure.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The scene of a chapter about the company: its figures are counts of its processes, added up.
 *
 * <p>{@code succeeded} is what all brought to a good end, {@code terms_kept} and {@code
 * terms_overdue} are of the terms that they have ({@link Terms}). What is open is not added up: one
 * deal can stand in two processes.
 */
final class WholeCompany {
  private static final String ID = "company";
  private static final String ALL = "all";

  private final Map<String, Map<String, long[]>> sums = new TreeMap<>();

  private WholeCompany() {}

  /**
   * @param parts the scenes of the processes; at least one
   */
  static Scene over(List<Scene> parts) {
    Scene first = parts.getFirst();
    BusinessProcess company = process(first.texts().get("company.title"));
    return new Scene(
        company,
        new WholeCompany().figures(parts),
        Optional.empty(),
        List.of(),
        first.reported(),
        first.asOf(),
        first.zone(),
        new Names(first.facts(), company, first.texts()),
        first.crm(),
        first.definitions(),
        first.texts(),
        first.formats(),
        first.facts(),
        parts,
        Optional.empty(),
        true,
        first.lists(),
        first.marks());
  }

  private static BusinessProcess process(String title) {
    return new BusinessProcess(
        ID,
        Localized.same(title),
        ProcessKind.GENERAL,
        new ItemFilter("", List.of(), Optional.empty()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Figures figures(List<Scene> parts) {
    for (Scene part : parts) {
      Terms terms = new Terms(part);
      part.figures().ungrouped().forEach(row -> add(terms, row));
    }
    List<KpiRow> rows = new ArrayList<>();
    sums.forEach(
        (kpi, periods) -> periods.forEach((period, sum) -> rows.add(row(kpi, period, sum))));
    return new Figures(rows, ID);
  }

  private void add(Terms terms, KpiRow row) {
    long value = row.value().map(BigDecimal::longValue).orElse(0L);
    if (row.kpi().equals("succeeded")) {
      sum(row.kpi(), row.period(), value, 0);
    }
    if (terms.isShare(row)) {
      sum(
          "terms_kept",
          row.period(),
          row.numerator().map(BigDecimal::longValue).orElse(0L),
          row.denominator().map(BigDecimal::longValue).orElse(0L));
    }
    if (terms.isOverdue(row) && row.period().equals(ALL)) {
      sum("terms_overdue", ALL, value, 0);
    }
  }

  private void sum(String kpi, String period, long first, long second) {
    long[] sum =
        sums.computeIfAbsent(kpi, k -> new TreeMap<>()).computeIfAbsent(period, p -> new long[2]);
    sum[0] += first;
    sum[1] += second;
  }

  private static KpiRow row(String kpi, String period, long[] sum) {
    boolean share = kpi.equals("terms_kept");
    Optional<BigDecimal> first = Optional.of(BigDecimal.valueOf(sum[0]));
    return new KpiRow(
        kpi,
        ID,
        Optional.empty(),
        period,
        new TreeMap<>(),
        share ? "ratio" : "count",
        Optional.empty(),
        share ? Optional.empty() : first,
        share ? first : Optional.empty(),
        share ? Optional.of(BigDecimal.valueOf(sum[1])) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        share ? Optional.of(sum[1]) : Optional.empty(),
        false);
  }
}
