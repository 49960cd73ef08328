package dev.svodka.core.business.file;

import dev.svodka.core.business.ImportRule.Cells;
import dev.svodka.core.business.ImportRule.EventRule;
import dev.svodka.core.business.ImportRule.Format;
import dev.svodka.core.business.ImportRule.ItemTemplate;
import dev.svodka.core.business.Template;
import dev.svodka.core.event.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What an import of a known format means where it does not say so. The names in braces are those of
 * the format, and those that its reader adds (README of the module source).
 */
final class ImportDefaults {
  private static final Cells NOTHING = cells(Map.of());

  private ImportDefaults() {}

  /** The usual item; without a type where each company has its own. */
  static Optional<ItemTemplate> item(Format format) {
    return switch (format) {
      case CSV -> Optional.empty();
      case XES -> Optional.of(new ItemTemplate("", Template.of("{case:concept:name}")));
      case JSONL, ARROW, PARQUET -> Optional.of(ItemTemplate.OWN_EVENTS);
      case ONEC_BANK -> Optional.of(new ItemTemplate("payment", Template.of("{id}")));
      case COMMERCEML -> Optional.of(new ItemTemplate("invoice", Template.of("{Ид}")));
    };
  }

  static Cells cells(Format format) {
    return switch (format) {
      case CSV, JSONL, ARROW, PARQUET -> NOTHING;
      case XES -> cells(Map.of("stage", "{concept:name}"));
      case ONEC_BANK ->
          cells(
              Map.of(
                  "customer.id", "{ПлательщикИНН}",
                  "customer.name", "{ПлательщикОрганизация}",
                  "amount", "{Сумма}"));
      case COMMERCEML ->
          cells(
              Map.of(
                  "customer.id", "{ИНН}",
                  "customer.name", "{Организация}",
                  "amount", "{Сумма}",
                  "currency", "{Валюта}"));
    };
  }

  static List<EventRule> events(Format format) {
    return switch (format) {
      case CSV, XES, JSONL, ARROW, PARQUET -> List.of();
      case ONEC_BANK -> List.of(event(Kind.PAID, "{ДатаПоступило}", Map.of()));
      case COMMERCEML -> {
        Map<String, List<String>> valid = state("действует");
        yield List.of(
            event(Kind.CREATED, "{Когда}", valid),
            event(Kind.PAID, "{Дата оплаты по 1С}", valid),
            event(Kind.DELETED, "{Когда}", state("не проведен")),
            event(Kind.DELETED, "{ДатаФормирования}", state("удален")));
      }
    };
  }

  static SequencedMap<String, List<String>> only(Format format) {
    SequencedMap<String, List<String>> only = new LinkedHashMap<>();
    if (format == Format.COMMERCEML) {
      only.put("ХозОперация", List.of("Счет на оплату", "Счёт на оплату", "Заказ товара"));
    }
    return only;
  }

  static Optional<Template> purpose(Format format) {
    return format == Format.ONEC_BANK
        ? Optional.of(Template.of("{НазначениеПлатежа}"))
        : Optional.empty();
  }

  private static Map<String, List<String>> state(String word) {
    return Map.of("Состояние", List.of(word));
  }

  private static EventRule event(Kind kind, String moment, Map<String, List<String>> when) {
    return new EventRule(kind, Template.of(moment), when, NOTHING);
  }

  private static Cells cells(Map<String, String> templates) {
    return new Cells(
        Optional.empty(),
        template(templates, "stage"),
        Optional.empty(),
        Optional.empty(),
        template(templates, "customer.id"),
        template(templates, "customer.name"),
        template(templates, "amount"),
        template(templates, "currency"),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Template> template(Map<String, String> templates, String name) {
    return Optional.ofNullable(templates.get(name)).map(Template::of);
  }
}
