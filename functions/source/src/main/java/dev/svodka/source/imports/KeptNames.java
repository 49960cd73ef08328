package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.Keeping;
import dev.svodka.core.business.KeptFields;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.payment.InvoiceReference;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which columns or attributes are kept as fields: those the import names and those read. */
final class KeptNames {
  /** Before the name of a trace's attribute, in templates and in the columns of flattened logs. */
  static final String CASE = "case:";

  /** Told by the event itself; as empty fields they would say that it has none. */
  private static final Set<String> RESERVED =
      Set.of(ChangeEvent.AMOUNT_FIELD, ChangeEvent.DUE_FIELD, InvoiceReference.FIELD);

  private final KeptFields kept;
  private final Set<String> named;
  private final Set<String> types = new HashSet<>();
  private final Set<String> moments = new HashSet<>();

  KeptNames(Business business, ImportRule rule) {
    kept = KeptFields.of(business);
    named = Set.copyOf(rule.fields());
    String type = rule.item().type();
    for (BusinessProcess process : business.processes().values()) {
      if (rule.item().gives(process.items().type())) {
        types.add(process.items().type());
        moments(process);
      }
    }
    types.add(type);
  }

  /** What is kept of a column or attribute; nothing where it is dropped. */
  Optional<FieldCell.Form> form(String name) {
    if (RESERVED.contains(name)) {
      return Optional.empty();
    }
    if (moments.contains(name)) {
      return Optional.of(FieldCell.Form.MOMENT);
    }
    if (named.contains(name)) {
      return Optional.of(FieldCell.Form.VALUE);
    }
    List<Keeping> keepings = types.stream().map(type -> kept.keeping(type, name)).toList();
    if (keepings.contains(Keeping.VALUE)) {
      return Optional.of(FieldCell.Form.VALUE);
    }
    return keepings.contains(Keeping.PRESENCE)
        ? Optional.of(FieldCell.Form.PRESENCE)
        : Optional.empty();
  }

  private void moments(BusinessProcess process) {
    for (Milestone milestone : process.milestones()) {
      if (milestone.condition() instanceof Condition.FieldDate(String field)) {
        moments.add(field);
      }
    }
    if (process.deadline().isPresent()
        && process.deadline().get().due() instanceof Deadline.Due.FieldDate(String field)) {
      moments.add(field);
    }
    process.receivables().flatMap(Receivables::promise).ifPresent(moments::add);
  }
}
