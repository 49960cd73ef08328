package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.ImportRule.Cells;
import dev.svodka.core.business.ImportRule.Dialect;
import dev.svodka.core.business.ImportRule.EventRule;
import dev.svodka.core.business.ImportRule.Format;
import dev.svodka.core.business.ImportRule.ItemTemplate;
import dev.svodka.core.business.ImportRule.KindRule;
import dev.svodka.core.business.KeptField;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.Template;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** Builds businesses and rules for tests, and collects what an import gives. */
final class Imports {
  private static final Optional<Template> NONE = Optional.empty();
  static final Cells NO_CELLS =
      new Cells(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);

  private Imports() {}

  /** What one import gave. */
  record Result(ImportCounts counts, List<ChangeEvent> events, List<Reject> rejects) {}

  /** One rejected row. */
  record Reject(String file, long line, String field, String reason) {}

  static Result read(Business business, Path... files) {
    List<ChangeEvent> events = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    ImportCounts counts =
        new HistoryImport(
                business,
                (file, line, field, reason) -> rejects.add(new Reject(file, line, field, reason)),
                ImportProgress.NONE)
            .read(List.of(files), events::add);
    return new Result(counts, events, rejects);
  }

  static Business business(ImportRule... rules) {
    return business(List.of(), rules);
  }

  static Business business(List<KeptField> keep, ImportRule... rules) {
    return new Business(
        "acme",
        "Acme",
        Language.EN,
        ZoneId.of("Europe/Moscow"),
        "RUB",
        Optional.empty(),
        Map.of(),
        List.of(),
        new LinkedHashMap<>(),
        List.of(),
        List.of(),
        keep,
        Optional.empty(),
        List.of(rules),
        "sha256:0",
        Path.of("."),
        new TreeSet<>());
  }

  static RuleBuilder csv(String files) {
    return new RuleBuilder(files, Format.CSV);
  }

  static RuleBuilder xes(String files) {
    return new RuleBuilder(files, Format.XES);
  }

  static Path file(Path folder, String name, String text) {
    return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of real data; the test is skipped where they are not on this machine. */
  static Path shared(String path) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    Path data = (folder == null ? Path.of("/work") : folder).resolve("shared/data").resolve(path);
    Assumptions.assumeTrue(Files.exists(data), "no real data on this machine: " + data);
    return data;
  }

  /** An import rule in the words of the business file. */
  static final class RuleBuilder {
    private final String files;
    private final Format format;
    private Dialect dialect = Dialect.DETECTED;
    private ItemTemplate item = new ItemTemplate("deal", Template.of("{id}"));
    private Optional<ItemTemplate> parent = Optional.empty();
    private final Map<String, String> cells = new LinkedHashMap<>();
    private Map<String, List<String>> only = Map.of();
    private Optional<String> stagePrefix = Optional.empty();
    private Map<String, KindRule> kinds = Map.of();
    private List<String> fields = List.of();
    private final List<EventRule> events = new ArrayList<>();
    private Optional<Template> purpose = Optional.empty();

    RuleBuilder(String files, Format format) {
      this.files = files;
      this.format = format;
    }

    RuleBuilder item(String type, String id) {
      item = new ItemTemplate(type, Template.of(id));
      return this;
    }

    RuleBuilder parent(String type, String id) {
      parent = Optional.of(new ItemTemplate(type, Template.of(id)));
      return this;
    }

    RuleBuilder cell(String name, String template) {
      cells.put(name, template);
      return this;
    }

    RuleBuilder dialect(Dialect value) {
      dialect = value;
      return this;
    }

    RuleBuilder dates(String pattern) {
      return dialect(
          new Dialect(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(pattern)));
    }

    RuleBuilder only(String attribute, String... values) {
      only = Map.of(attribute, List.of(values));
      return this;
    }

    RuleBuilder stagePrefix(String prefix) {
      stagePrefix = Optional.of(prefix);
      return this;
    }

    RuleBuilder kind(String stage, Kind kind, String amount) {
      kinds = Map.of(stage, new KindRule(kind, Optional.of(Template.of(amount))));
      return this;
    }

    RuleBuilder fields(String... names) {
      fields = List.of(names);
      return this;
    }

    RuleBuilder purpose(String template) {
      purpose = Optional.of(Template.of(template));
      return this;
    }

    RuleBuilder event(Kind kind, String moment, String stage) {
      return event(kind, moment, stage, Map.of());
    }

    RuleBuilder event(Kind kind, String moment, String stage, Map<String, List<String>> when) {
      Map<String, String> own = stage.isEmpty() ? Map.of() : Map.of("stage", stage);
      events.add(new EventRule(kind, Template.of(moment), when, cells(own)));
      return this;
    }

    ImportRule build() {
      return new ImportRule(
          files,
          format,
          dialect,
          item,
          parent,
          cells(cells),
          Optional.empty(),
          only,
          stagePrefix,
          kinds,
          fields,
          events,
          purpose,
          Optional.empty());
    }

    private static Cells cells(Map<String, String> templates) {
      return new Cells(
          cell(templates, "pipeline"),
          cell(templates, "stage"),
          cell(templates, "owner"),
          cell(templates, "actor"),
          cell(templates, "customer-id"),
          cell(templates, "customer-name"),
          cell(templates, "amount"),
          cell(templates, "currency"),
          cell(templates, "due"),
          cell(templates, "received"));
    }

    private static Optional<Template> cell(Map<String, String> templates, String name) {
      return Optional.ofNullable(templates.get(name)).map(Template::of);
    }
  }
}
