package dev.svodka.local.cli;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.kpi.KpiDefinition;
import java.util.function.Predicate;

/** Which KPIs a process has, by what its business file says of it. */
record ProcessKpis(Predicate<String> families) {
  static final ProcessKpis ALL = new ProcessKpis(family -> true);

  static ProcessKpis of(BusinessProcess process) {
    return new ProcessKpis(
        family ->
            switch (family) {
              case "funnel" -> process.funnel().size() > 1;
              case "outcomes" -> !process.success().isEmpty();
              case "receivables" -> process.receivables().isPresent();
              case "deadline" -> process.deadline().isPresent();
              case "rework" -> process.rework().isPresent();
              default -> true;
            });
  }

  boolean has(KpiDefinition definition) {
    return families.test(definition.family());
  }
}
