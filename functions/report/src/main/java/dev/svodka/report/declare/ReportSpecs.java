package dev.svodka.report.declare;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.Localized;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.report.figure.Period;
import dev.svodka.report.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the reports that come with the project and those that a company adds. */
public final class ReportSpecs {
  /** The reports under {@code report/} on the class path, in the order of the front page. */
  public static final List<String> SHIPPED =
      List.of("weekly-conversion", "overdue-invoices", "approvals");

  private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

  private final String file;
  private final Optional<OwnRules> rules;

  private ReportSpecs(String file, Optional<OwnRules> rules) {
    this.file = file;
    this.rules = rules;
  }

  /**
   * The reports of a business: those that come with the project, then the company's own.
   *
   * @param ids which of them; all where it is empty
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is none of an id, {@link
   *     ErrorCode#INPUT_INVALID} where one of the company's is wrong, with file, line and fix
   */
  public static List<ReportSpec> of(Business business, List<String> ids) {
    Map<String, ReportSpec> known = new LinkedHashMap<>();
    SHIPPED.forEach(id -> known.put(id, shipped(id)));
    OwnReports.in(business).forEach(spec -> known.put(spec.id(), spec));
    return ids.isEmpty()
        ? known.values().stream().filter(spec -> hasPart(business, spec)).toList()
        : ids.stream()
            .map(
                id ->
                    Optional.ofNullable(known.get(id)).orElseThrow(() -> none(id, known.keySet())))
            .toList();
  }

  /** A company without invoices gets no empty page about them, unless it asks for it. */
  private static boolean hasPart(Business business, ReportSpec spec) {
    return switch (spec.processes()) {
      case ALL, WITH_FUNNEL -> true;
      case INVOICE -> has(business, ProcessKind.INVOICE);
      case APPROVAL -> has(business, ProcessKind.APPROVAL);
    };
  }

  private static boolean has(Business business, ProcessKind kind) {
    return business.processes().values().stream().anyMatch(process -> process.kind() == kind);
  }

  /**
   * A report that comes with the project.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is none of that id
   */
  public static ReportSpec shipped(String id) {
    if (!SHIPPED.contains(id)) {
      throw none(id, SHIPPED);
    }
    String file = "report/" + id + ".yaml";
    try (InputStream in = ReportSpecs.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new SvodkaException(ErrorCode.INTERNAL, file + " is missing from the program");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a report's YAML.
   *
   * @param file named in errors
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} with file, line, field and fix
   */
  public static ReportSpec parse(String file, String yaml) {
    return new ReportSpecs(file, Optional.empty()).parse(yaml);
  }

  /** Reads a company's own, which has to keep to its rules. */
  static ReportSpec parse(String file, String yaml, OwnRules rules) {
    return new ReportSpecs(file, Optional.of(rules)).parse(yaml);
  }

  private ReportSpec parse(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(1 << 20).build();
    try {
      Node root =
          new Compose(settings)
              .composeString(yaml)
              .orElseThrow(
                  () -> new SvodkaException(ErrorCode.INPUT_INVALID, file + ": the file is empty"));
      return report(root);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(m -> ":%d:%d".formatted(m.getLine() + 1, m.getColumn() + 1))
              .orElse("");
      throw new SvodkaException(ErrorCode.INPUT_INVALID, file + place + ": " + e.getProblem(), e);
    }
  }

  private ReportSpec report(Node root) {
    YamlNode node =
        YamlNode.of(
            file,
            root,
            "id",
            "title",
            "audience",
            "schedule",
            "about",
            "processes",
            "per",
            "headlines",
            "sections");
    String id = node.text("id");
    if (!id.matches(ID)) {
      throw node.error("id", "an id is made of a-z, 0-9 and «-», 40 characters at most");
    }
    rules.ifPresent(own -> own.checkId(node, id));
    boolean chosen = node.required("processes") instanceof SequenceNode;
    rules.ifPresent(own -> own.checkProcesses(node, chosen ? node.texts("processes") : List.of()));
    boolean perCurrency = chosenOne(node, "per", "currency");
    return new ReportSpec(
        id,
        title(node),
        node.text("audience"),
        schedule(YamlNode.of(file, node.required("schedule"), "every", "day", "time")),
        node.choice("about", Period.Step.class),
        chosen ? ReportSpec.Processes.ALL : node.choice("processes", ReportSpec.Processes.class),
        chosen ? node.texts("processes") : List.of(),
        perCurrency,
        node.list("headlines").stream().map(this::headline).toList(),
        sections(node, perCurrency));
  }

  private List<Section> sections(YamlNode node, boolean perCurrency) {
    Set<String> ids = new HashSet<>();
    List<Section> sections = new ArrayList<>();
    for (Node value : node.list("sections")) {
      Section section = section(value);
      if (!ids.add(section.id())) {
        throw YamlNode.error(
            file, value, "«%s» is the id of two sections; change one".formatted(section.id()));
      }
      if (section.kind().ofInvoices() && !perCurrency) {
        throw YamlNode.error(
            file,
            value,
            "«%s» is of one currency; add «per: currency» to the report"
                .formatted(section.kind().yaml()));
      }
      sections.add(section);
    }
    return sections;
  }

  /** The project's titles are keys of the bundles, a company's are what it writes. */
  private Localized title(YamlNode node) {
    if (node.required("title") instanceof MappingNode mapping) {
      YamlNode texts = YamlNode.of(file, mapping, "ru", "en");
      return new Localized(texts.text("ru"), texts.text("en"));
    }
    String title = node.text("title");
    return rules.isPresent()
        ? Localized.same(title)
        : new Localized(new Texts(Language.RU).get(title), new Texts(Language.EN).get(title));
  }

  private static ReportSpec.Schedule schedule(YamlNode node) {
    try {
      return new ReportSpec.Schedule(
          node.choice("every", ReportSpec.Every.class),
          node.optionalText("day").isPresent()
              ? Optional.of(node.choice("day", DayOfWeek.class))
              : Optional.empty(),
          LocalTime.parse(node.text("time")));
    } catch (DateTimeParseException e) {
      throw node.error("time", "write the time as \"07:00\"");
    }
  }

  private ReportSpec.Headline headline(Node value) {
    YamlNode node = YamlNode.of(file, value, "figure", "subject", "cohort", "at");
    rules.ifPresent(own -> own.checkHeadline(node));
    return new ReportSpec.Headline(
        node.text("figure"),
        node.optionalText("subject"),
        chosenOne(node, "cohort", "ripe"),
        chosenOne(node, "at", "now"));
  }

  /** A field that may be left out, and has one value to choose. */
  private static boolean chosenOne(YamlNode node, String field, String one) {
    return node.optionalText(field)
        .map(
            told -> {
              if (!told.equals(one)) {
                throw node.error(field, "the one %s to choose is «%s»".formatted(field, one));
              }
              return true;
            })
        .orElse(false);
  }

  private Section section(Node value) {
    YamlNode node = YamlNode.of(file, value, "id", "kind", "figures", "by", "period", "last");
    String id = node.text("id");
    if (!id.matches(ID)) {
      throw node.error("id", "an id is made of a-z, 0-9 and «-», 40 characters at most");
    }
    Section.Kind kind = node.choice("kind", Section.Kind.class);
    Section section =
        new Section(
            id,
            kind,
            node.texts("figures"),
            node.optionalText("by"),
            node.optionalText("period").isPresent()
                ? node.choice("period", Period.Step.class)
                : Period.Step.WEEK,
            node.optionalText("last").isPresent()
                ? node.number("last", 1, kind.lists() ? 500 : 60)
                : 12);
    rules.ifPresent(own -> own.checkSection(node, section));
    return section;
  }

  private static SvodkaException none(String id, Collection<String> known) {
    return new SvodkaException(
        ErrorCode.CALL_INVALID,
        "there is no report «%s»; known are %s".formatted(id, String.join(", ", known)));
  }
}
