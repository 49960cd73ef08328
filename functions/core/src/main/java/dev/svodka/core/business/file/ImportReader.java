package dev.svodka.core.business.file;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.Cells;
import dev.svodka.core.business.ImportRule.EventRule;
import dev.svodka.core.business.ImportRule.Format;
import dev.svodka.core.business.ImportRule.ItemTemplate;
import dev.svodka.core.business.ImportRule.KindRule;
import dev.svodka.core.business.ImportRule.Outgoing;
import dev.svodka.core.business.ImportRule.SameStage;
import dev.svodka.core.business.Template;
import dev.svodka.core.event.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** One import rule: how the rows of a history file become events. */
final class ImportReader {
  /** In the order in which they are looked for in the pattern of file names. */
  private static final SequencedMap<String, Format> EXTENSIONS = extensions();

  private final Section section;

  private ImportReader(Section section) {
    this.section = section;
  }

  static ImportRule read(Value value) {
    return new ImportReader(value.section(Shape.IMPORT)).rule();
  }

  private ImportRule rule() {
    String files =
        section.required("files", "\"deals*.csv\"").flatMap(ReceivablesReader::glob).orElse("");
    Format format = format(files);
    List<EventRule> said =
        section
            .get("events")
            .map(list -> list.list().stream().map(ImportReader::event).toList())
            .orElse(List.of());
    List<EventRule> events = said.isEmpty() ? ImportDefaults.events(format) : said;
    if (format == Format.XES) {
      section
          .get("events")
          .ifPresent(
              value ->
                  value.problem(
                      "in a process log each event is one",
                      "leave it out; `kinds` names payments"));
    } else if (format == Format.CSV && events.isEmpty()) {
      section
          .at()
          .problem(
              "it is not said which events a row gives",
              "add `events: [{kind: created, at: \"{date}\", stage: New}]`");
    }
    return new ImportRule(
        files,
        format,
        DialectReader.read(section),
        item(format),
        section.get("parent").flatMap(ImportReader::itemTemplate),
        cells(section).orElse(ImportDefaults.cells(format)),
        Optional.of(
            section
                .get("same-stage")
                .flatMap(word -> word.choice(Words.SAME_STAGES))
                .orElse(format == Format.XES ? SameStage.NEW_VISIT : SameStage.ONE_VISIT)),
        section.get("only").map(Value::lists).orElse(ImportDefaults.only(format)),
        section.text("stage-prefix"),
        section.get("kinds").map(ImportReader::kinds).orElse(new LinkedHashMap<>()),
        section.texts("fields"),
        events,
        purpose(format),
        outgoing(format));
  }

  private Optional<Template> purpose(Format format) {
    Optional<Value> said = section.get("purpose");
    if (said.isPresent() && format != Format.CSV && format != Format.ONEC_BANK) {
      said.get()
          .problem("payments are told of by csv and 1c-bank files", "leave it out of this import");
    }
    return said.flatMap(Scalars::template).or(() -> ImportDefaults.purpose(format));
  }

  private Optional<Outgoing> outgoing(Format format) {
    Optional<Value> said = section.get("outgoing");
    if (said.isPresent() && format != Format.ONEC_BANK) {
      said.get().problem("only a bank statement (1c-bank) has it", "leave it out of this import");
    }
    return said.flatMap(
        value -> {
          Section outgoing = value.section(Shape.IMPORT_OUTGOING);
          Optional<ItemTemplate> item =
              outgoing
                  .required("item", "{type: payroll}")
                  .flatMap(at -> itemTemplate(at, ImportDefaults.item(Format.ONEC_BANK)));
          Optional<SequencedMap<String, List<String>>> only =
              outgoing.required("only", "{КодНазПлатежа: [\"1\"]}").map(Value::lists);
          return item.flatMap(template -> only.map(lists -> new Outgoing(template, lists)));
        });
  }

  private Format format(String files) {
    Optional<Value> said = section.get("format");
    if (said.isPresent()) {
      return said.get().choice(Words.FORMATS).orElse(Format.CSV);
    }
    String name = files.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Format> extension : EXTENSIONS.entrySet()) {
      if (name.contains(extension.getKey())) {
        return extension.getValue();
      }
    }
    section
        .get("files")
        .ifPresent(
            value ->
                value.problem(
                    "the format cannot be told from the files' names", "add `format: csv`"));
    return Format.CSV;
  }

  private static SequencedMap<String, Format> extensions() {
    SequencedMap<String, Format> extensions = new LinkedHashMap<>();
    extensions.put(".csv", Format.CSV);
    extensions.put(".xes", Format.XES);
    extensions.put(".jsonl", Format.JSONL);
    extensions.put(".arrow", Format.ARROW);
    extensions.put(".parquet", Format.PARQUET);
    extensions.put(".txt", Format.ONEC_BANK);
    extensions.put(".xml", Format.COMMERCEML);
    return extensions;
  }

  private ItemTemplate item(Format format) {
    Optional<ItemTemplate> usual = ImportDefaults.item(format);
    if (section.get("item").isEmpty() && usual.isPresent() && !usual.get().type().isEmpty()) {
      return usual.get();
    }
    return section
        .required("item", "{type: deal, id: \"{id}\"}")
        .flatMap(value -> itemTemplate(value, usual))
        .orElse(new ItemTemplate("", Template.of("")));
  }

  private static Optional<ItemTemplate> itemTemplate(Value value) {
    return itemTemplate(value, Optional.empty());
  }

  /** An item whose id, where it is left out, is as usual for the format. */
  private static Optional<ItemTemplate> itemTemplate(Value value, Optional<ItemTemplate> usual) {
    Section item = value.section(Shape.IMPORT_ITEM);
    Optional<String> type = item.required("type", "deal").flatMap(Scalars::itemTypeOrTemplate);
    Optional<Template> id =
        item.get("id").isEmpty() && usual.isPresent()
            ? usual.map(ItemTemplate::id)
            : item.required("id", "\"{id}\"").flatMap(Scalars::template);
    return type.flatMap(said -> id.map(template -> new ItemTemplate(said, template)));
  }

  private static Cells cells(Section section) {
    Optional<Value> customer = section.get("customer");
    Optional<Section> parts =
        customer.filter(Value::isMap).map(value -> value.section(Shape.IMPORT_CUSTOMER));
    return new Cells(
        template(section, "pipeline"),
        template(section, "stage"),
        template(section, "owner"),
        template(section, "actor"),
        parts.isPresent()
            ? parts.flatMap(p -> p.required("id", "\"{inn}\"")).flatMap(Scalars::template)
            : customer.flatMap(Scalars::template),
        parts.flatMap(p -> p.get("name")).flatMap(Scalars::template),
        template(section, "amount"),
        template(section, "currency"),
        template(section, "due"),
        template(section, "received"));
  }

  private static Optional<Template> template(Section section, String key) {
    return section.get(key).flatMap(Scalars::template);
  }

  private static SequencedMap<String, KindRule> kinds(Value value) {
    SequencedMap<String, KindRule> kinds = new LinkedHashMap<>();
    value
        .entries()
        .forEach(
            (stage, entry) -> {
              Section rule = entry.section(Shape.IMPORT_KIND);
              rule.required("kind", "paid")
                  .flatMap(word -> word.choice(Words.KINDS))
                  .ifPresent(
                      kind -> kinds.put(stage, new KindRule(kind, template(rule, "amount"))));
            });
    return kinds;
  }

  private static EventRule event(Value value) {
    Section event = value.section(Shape.IMPORT_EVENT);
    return new EventRule(
        event
            .required("kind", "moved")
            .flatMap(word -> word.choice(Words.KINDS))
            .orElse(Kind.CHANGED),
        event.required("at", "\"{date}\"").flatMap(Scalars::template).orElse(Template.of("")),
        event.get("when").map(Value::lists).orElse(new LinkedHashMap<>()),
        cells(event));
  }

  static List<ImportRule> all(Value list) {
    List<ImportRule> rules = new ArrayList<>();
    list.list().forEach(value -> rules.add(read(value)));
    return rules;
  }
}
