package dev.svodka.source.imports;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.Cells;
import dev.svodka.core.business.ImportRule.EventRule;
import dev.svodka.core.business.ImportRule.Outgoing;
import dev.svodka.core.business.Template;
import dev.svodka.core.event.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How payments that go out are read: their sum and day alone. Who was paid is nobody's business:
 * payroll shows registers, not persons.
 */
final class OutgoingRule {
  private OutgoingRule() {}

  static ImportRule of(ImportRule rule) {
    Optional<Template> none = Optional.empty();
    Cells sum =
        new Cells(
            none,
            none,
            none,
            none,
            none,
            none,
            Optional.of(Template.of("{Сумма}")),
            none,
            none,
            none);
    return new ImportRule(
        rule.files(),
        rule.format(),
        rule.dialect(),
        rule.outgoing().map(Outgoing::item).orElse(rule.item()),
        Optional.empty(),
        sum,
        rule.sameStage(),
        rule.outgoing().map(Outgoing::only).orElse(Map.of()),
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(new EventRule(Kind.PAID, Template.of("{ДатаСписано}"), Map.of(), sum)),
        Optional.empty(),
        Optional.empty());
  }
}
