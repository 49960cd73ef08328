package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.kpi.KpiDefinition;
import java.util.function.Predicate;

/** Which KPIs a process has, by what its business file says of it. */
record ProcessKpis(Predicate<KpiDefinition> shown) {
  static final ProcessKpis ALL = new ProcessKpis(kpi -> true);

  static ProcessKpis of(Business business, BusinessProcess process) {
    return new ProcessKpis(
        kpi ->
            switch (kpi.family()) {
              case "funnel" -> process.funnel().size() > 1;
              case "outcomes" -> !process.success().isEmpty() && reasoned(kpi, process);
              case "receivables" -> process.receivables().isPresent() && checked(kpi, process);
              case "deadlines" -> process.deadline().isPresent();
              case "rework" -> process.rework().isPresent();
              case "control" -> demanded(kpi, process);
              case "goals" ->
                  business.goals().stream().anyMatch(goal -> goal.process().equals(process.id()));
              default -> true;
            });
  }

  boolean has(KpiDefinition definition) {
    return shown.test(definition);
  }

  private static boolean reasoned(KpiDefinition kpi, BusinessProcess process) {
    return !id(kpi).startsWith("loss_reasons") || process.failureReason().isPresent();
  }

  private static boolean checked(KpiDefinition kpi, BusinessProcess process) {
    return switch (id(kpi)) {
      case "debt" -> process.receivables().flatMap(Receivables::debtFrom).isPresent();
      case "ledger_difference" -> process.receivables().flatMap(Receivables::control).isPresent();
      default -> true;
    };
  }

  private static boolean demanded(KpiDefinition kpi, BusinessProcess process) {
    return switch (id(kpi)) {
      case "fields_missing_rate" -> !process.requiredFields().isEmpty();
      case "tasks_set_rate" -> process.tasksAfter().isPresent();
      case "uncontacted_open" -> process.contactEvery().isPresent();
      case "issued_on_time_rate" ->
          process.receivables().flatMap(Receivables::issueTarget).isPresent();
      default -> true;
    };
  }

  private static String id(KpiDefinition kpi) {
    return kpi.kpis().getFirst();
  }
}
