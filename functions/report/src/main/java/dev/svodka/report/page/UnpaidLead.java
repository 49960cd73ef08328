package dev.svodka.report.page;

import dev.svodka.kpi.UnpaidInvoice;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.page.Customers.Customer;
import java.math.BigDecimal;
import java.util.Optional;

/** The sentence about unpaid invoices: how much, how much too late, and who is first. */
final class UnpaidLead {
  private UnpaidLead() {}

  static String of(Scene scene) {
    String day = scene.formats().day(scene.lastDay());
    BigDecimal unpaid = Balance.now(scene, "outstanding").orElse(BigDecimal.ZERO);
    String first =
        unpaid.signum() == 0
            ? scene.texts().get("lead.unpaid.none", day)
            : scene
                .texts()
                .get(
                    "lead.unpaid",
                    day,
                    scene.briefMoney(unpaid),
                    scene.invoices("invoices.by", scene.unpaid().size()),
                    overdue(scene, unpaid));
    return first
        + mostOverdue(scene).map(said -> " " + said).orElse("")
        + scene
            .figures()
            .rate("on_time_rate", Figures.NONE, scene.reported().label())
            .map(rate -> " " + Lead.rate(scene, "on_time_rate", rate))
            .orElse("");
  }

  private static String overdue(Scene scene, BigDecimal unpaid) {
    BigDecimal overdue = Balance.now(scene, "overdue").orElse(BigDecimal.ZERO);
    long count = scene.unpaid().stream().filter(UnpaidInvoice::overdue).count();
    return count == 0
        ? scene.texts().get("lead.unpaid.in-time")
        : scene
            .texts()
            .get(
                "lead.unpaid.overdue",
                scene.briefMoney(overdue),
                scene.formats().share(overdue.doubleValue() / unpaid.doubleValue()),
                scene.invoices("invoices.by", count));
  }

  private static Optional<String> mostOverdue(Scene scene) {
    return new Customers(scene).first().map(customer -> said(scene, customer));
  }

  private static String said(Scene scene, Customer customer) {
    return scene
        .texts()
        .get(
            "lead.unpaid.first",
            customer.name(),
            scene.briefMoney(customer.overdue()),
            scene.invoices("days.count", customer.oldest().daysLate()));
  }
}
