package dev.svodka.report.declare;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.report.figure.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the reports that come with the project and those that a user adds. */
public final class ReportSpecs {
  /** The reports under {@code report/} on the class path, in the order of the front page. */
  public static final List<String> SHIPPED = List.of("weekly-conversion");

  private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

  private ReportSpecs() {}

  /**
   * A report that comes with the project.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is none of that id
   */
  public static ReportSpec shipped(String id) {
    if (!SHIPPED.contains(id)) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "there is no report «%s»; known are %s".formatted(id, String.join(", ", SHIPPED)));
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
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(1 << 20).build();
    try {
      Node root =
          new Compose(settings)
              .composeString(yaml)
              .orElseThrow(
                  () -> new SvodkaException(ErrorCode.INPUT_INVALID, file + ": the file is empty"));
      return report(file, root);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(m -> ":%d:%d".formatted(m.getLine() + 1, m.getColumn() + 1))
              .orElse("");
      throw new SvodkaException(ErrorCode.INPUT_INVALID, file + place + ": " + e.getProblem(), e);
    }
  }

  private static ReportSpec report(String file, Node root) {
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
            "headlines",
            "sections");
    String id = node.text("id");
    if (!id.matches(ID)) {
      throw node.error("id", "an id is made of a-z, 0-9 and «-», 40 characters at most");
    }
    return new ReportSpec(
        id,
        node.text("title"),
        node.text("audience"),
        schedule(YamlNode.of(file, node.required("schedule"), "every", "day", "time")),
        node.choice("about", Period.Step.class),
        node.choice("processes", ReportSpec.Processes.class),
        node.list("headlines").stream().map(n -> headline(file, n)).toList(),
        node.list("sections").stream().map(n -> section(file, n)).toList());
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

  private static ReportSpec.Headline headline(String file, Node value) {
    YamlNode node = YamlNode.of(file, value, "figure", "subject", "cohort");
    node.optionalText("cohort")
        .filter(cohort -> !cohort.equals("ripe"))
        .ifPresent(
            cohort -> {
              throw node.error("cohort", "the one cohort to choose is «ripe»");
            });
    return new ReportSpec.Headline(
        node.text("figure"), node.optionalText("subject"), node.optionalText("cohort").isPresent());
  }

  private static Section section(String file, Node value) {
    YamlNode node = YamlNode.of(file, value, "id", "kind", "figures", "by", "period", "last");
    String id = node.text("id");
    if (!id.matches(ID)) {
      throw node.error("id", "an id is made of a-z, 0-9 and «-», 40 characters at most");
    }
    return new Section(
        id,
        node.choice("kind", Section.Kind.class),
        node.texts("figures"),
        node.optionalText("by"),
        node.optionalText("period").isPresent()
            ? node.choice("period", Period.Step.class)
            : Period.Step.WEEK,
        node.optionalText("last").isPresent() ? node.number("last", 1, 60) : 12);
  }
}
