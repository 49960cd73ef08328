package dev.svodka.local.stack;

import dev.svodka.local.aws.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * {@code sam-template.yaml} as maps and lists; {@code !Sub x} reads as the text {@code !Sub x}, and
 * so do the other short forms.
 */
public final class SamTemplate {
  private static final List<String> SHORT_FORMS =
      List.of("!Ref", "!Sub", "!GetAtt", "!Equals", "!Not");
  private static final String FUNCTION = "AWS::Serverless::Function";

  private final String text;
  private final Map<String, Object> root;

  private SamTemplate(String text) {
    this.text = text;
    Map<Tag, ConstructNode> tags = new LinkedHashMap<>();
    SHORT_FORMS.forEach(form -> tags.put(new Tag(form), node -> form + ' ' + plain(node)));
    this.root =
        map(new Load(LoadSettings.builder().setTagConstructors(tags).build()).loadFromString(text));
  }

  public static SamTemplate read() {
    return new SamTemplate(file("sam-template.yaml"));
  }

  /** A file of the project. */
  static String file(String path) {
    try {
      return Files.readString(path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path(String path) {
    return ProjectFiles.root().resolve(path);
  }

  /** A YAML file of the project without short forms. */
  public static Map<String, Object> yaml(String path) {
    return map(new Load(LoadSettings.builder().build()).loadFromString(file(path)));
  }

  String text() {
    return text;
  }

  Map<String, Map<String, Object>> section(String name) {
    Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
    map(root.get(name)).forEach((id, value) -> entries.put(id, map(value)));
    return entries;
  }

  /** The properties of the resources of a type, by id. */
  public Map<String, Map<String, Object>> resources(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    section("Resources")
        .forEach(
            (id, resource) -> {
              if (text(resource, "Type").equals(type)) {
                found.put(id, map(resource.get("Properties")));
              }
            });
    return found;
  }

  public Map<String, Map<String, Object>> functions() {
    return resources(FUNCTION);
  }

  /** The variables that a function runs with. */
  public static Map<String, String> variables(Map<String, Object> function) {
    Map<String, String> variables = new TreeMap<>();
    map(map(function.get("Environment")).get("Variables"))
        .forEach((name, value) -> variables.put(name, value.toString()));
    return variables;
  }

  /** The IAM statements of a function's own role, or of a state machine. */
  List<Map<String, Object>> statements(Map<String, Object> properties) {
    List<Map<String, Object>> statements = new ArrayList<>();
    if (properties.get("Role") instanceof String role) {
      String id = role.replaceAll("!GetAtt (\\w+)\\.Arn", "$1");
      for (Object policy : list(map(resources("AWS::IAM::Role").get(id)).get("Policies"))) {
        list(map(map(policy).get("PolicyDocument")).get("Statement"))
            .forEach(statement -> statements.add(map(statement)));
      }
    }
    for (Object policy : list(properties.get("Policies"))) {
      list(map(policy).get("Statement")).forEach(statement -> statements.add(map(statement)));
    }
    return statements;
  }

  static Set<String> actions(List<Map<String, Object>> statements) {
    Set<String> actions = new TreeSet<>();
    statements.forEach(
        statement -> list(statement.get("Action")).forEach(action -> actions.add((String) action)));
    return actions;
  }

  /** What is absent is empty. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  public static String text(Map<String, Object> properties, String name) {
    return Objects.requireNonNull(properties.get(name), name).toString();
  }

  /** One thing, several or none, as CloudFormation takes them. */
  @SuppressWarnings("unchecked")
  public static List<Object> list(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> several -> (List<Object>) several;
      default -> List.of(value);
    };
  }

  private static String plain(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode sequence ->
          sequence.getValue().stream().map(SamTemplate::plain).toList().toString();
      case MappingNode mapping -> mapping.toString();
      default -> throw new IllegalStateException("a short form of " + node.getNodeType());
    };
  }
}
