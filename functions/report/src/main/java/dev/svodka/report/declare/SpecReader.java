package dev.svodka.report.declare;

import dev.svodka.core.business.Language;
import dev.svodka.core.business.Localized;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.report.figure.Period;
import dev.svodka.report.text.Texts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a report's YAML file; every error names file, line, field and fix. */
final class SpecReader {
  private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

  private final String file;
  private final Optional<OwnRules> rules;

  private SpecReader(String file, Optional<OwnRules> rules) {
    this.file = file;
    this.rules = rules;
  }

  /**
   * Reads a report's YAML.
   *
   * @param file named in errors
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} with file, line, field and fix
   */
  static ReportSpec read(String file, String yaml) {
    return new SpecReader(file, Optional.empty()).read(yaml);
  }

  /** Reads a company's own, which has to keep to its rules. */
  static ReportSpec read(String file, String yaml, OwnRules rules) {
    return new SpecReader(file, Optional.of(rules)).read(yaml);
  }

  private ReportSpec read(String yaml) {
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
            "slices",
            "headlines",
            "sections");
    String id = node.text("id");
    if (!id.matches(ID)) {
      throw node.error("id", "an id is made of a-z, 0-9 and «-», 40 characters at most");
    }
    rules.ifPresent(own -> own.checkId(node, id));
    boolean chosen = node.required("processes") instanceof SequenceNode;
    rules.ifPresent(own -> own.checkProcesses(node, chosen ? node.texts("processes") : List.of()));
    ReportSpec.Per per =
        node.optionalText("per").isPresent()
            ? node.choice("per", ReportSpec.Per.class)
            : ReportSpec.Per.PROCESS;
    return new ReportSpec(
        id,
        title(node),
        node.text("audience"),
        schedule(YamlNode.of(file, node.required("schedule"), "every", "day", "time")),
        node.choice("about", Period.Step.class),
        chosen ? ReportSpec.Processes.ALL : node.choice("processes", ReportSpec.Processes.class),
        chosen ? node.texts("processes") : List.of(),
        per,
        chosenOne(node, "slices", "owner"),
        node.list("headlines").stream().map(this::headline).toList(),
        sections(node, per));
  }

  private List<Section> sections(YamlNode node, ReportSpec.Per per) {
    Set<String> ids = new HashSet<>();
    List<Section> sections = new ArrayList<>();
    for (Node value : node.list("sections")) {
      Section section = section(value);
      if (!ids.add(section.id())) {
        throw YamlNode.error(
            file, value, "«%s» is the id of two sections; change one".formatted(section.id()));
      }
      if (!section.kind().standsIn(per)) {
        throw YamlNode.error(
            file,
            value,
            "«%s» stands in a report «per: %s» alone, and this one is «per: %s»"
                .formatted(section.kind().yaml(), section.kind().per().yaml(), per.yaml()));
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
}
