package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.svodka.core.business.Business;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema, by which editors complete, and the parser say the same. */
class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String text = schema();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);

  @Test
  void theSchemaHasTheKeysThatTheParserKnowsAndNoOthers() throws IOException {
    JsonNode definitions = MAPPER.readTree(text).get("$defs");
    for (Shape shape : Shape.values()) {
      JsonNode definition = Objects.requireNonNull(definitions.get(name(shape)), name(shape));
      assertThat(names(definition.get("properties"))).as(name(shape)).isEqualTo(shape.keys());
      assertThat(definition.get("additionalProperties").asBoolean(true)).isFalse();
      definition
          .get("properties")
          .forEach(property -> assertThat(property.has("description")).as("%s", property).isTrue());
    }
    Set<String> closed =
        definitions.properties().stream()
            .filter(entry -> entry.getValue().has("properties"))
            .map(entry -> entry.getKey())
            .collect(Collectors.toSet());
    assertThat(closed)
        .isEqualTo(Stream.of(Shape.values()).map(SchemaTest::name).collect(Collectors.toSet()));
  }

  @Test
  void theSchemaHasTheWordsThatTheParserKnows() throws IOException {
    JsonNode root = MAPPER.readTree(text);
    assertThat(words(root, "/$defs/business/properties/language"))
        .isEqualTo(Words.LANGUAGES.keySet());
    assertThat(words(root, "/$defs/source/properties/kind")).isEqualTo(Words.LIVE_KINDS.keySet());
    assertThat(words(root, "/$defs/process/properties/kind"))
        .isEqualTo(Words.PROCESS_KINDS.keySet());
    assertThat(words(root, "/$defs/process/properties/funnel-skips"))
        .isEqualTo(Words.SKIPS.keySet());
    assertThat(words(root, "/$defs/process/properties/due-roll")).isEqualTo(Words.SHIFTS.keySet());
    assertThat(words(root, "/$defs/milestone/properties/take")).isEqualTo(Words.TAKES.keySet());
    assertThat(words(root, "/$defs/interval/properties/match")).isEqualTo(Words.MATCHES.keySet());
    assertThat(words(root, "/$defs/deadline/properties/by")).isEqualTo(Words.BYS.keySet());
    assertThat(words(root, "/$defs/due/properties/shift")).isEqualTo(Words.SHIFTS.keySet());
    assertThat(words(root, "/$defs/delivery/properties/report")).isEqualTo(Words.REPORTS.keySet());
    assertThat(words(root, "/$defs/delivery/properties/attach"))
        .isEqualTo(Words.ATTACHMENTS.keySet());
    assertThat(words(root, "/$defs/import/properties/format")).isEqualTo(Words.FORMATS.keySet());
    assertThat(words(root, "/$defs/import/properties/same-stage"))
        .isEqualTo(Words.SAME_STAGES.keySet());
    assertThat(words(root, "/$defs/event-kind")).isEqualTo(Words.KINDS.keySet());
  }

  @Test
  void theContractsExamplePassesTheSchemaToo() throws IOException {
    assertThat(errors(Files.readString(Examples.contract()))).isEmpty();
    assertThat(errors(Examples.SMALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    funel: [created]\n",
        "    funnel: []\n",
        "    kind: invoce\n",
        "    within: soon\n",
        "    deadline: {done: won}\n",
        "    deadline: {due: {told: true, field: a}, done: won}\n",
        "    deadline: {due: {after: created}, done: won}\n",
        "language: fr\n",
        "sources: [{id: a, kind: http, secret: hunter2}]\n",
        "deliver: [{report: act-today, audience: all}]\n",
        "retention: forever\n",
        "imports: [{files: \"*.csv\", item: {type: Deal, id: \"{id}\"}, events: []}]\n"
      })
  void whatTheSchemaRefusesTheParserRefusesAsWell(String lines) {
    assertThat(errors(Examples.SMALL + lines)).isNotEmpty();
    assertThat(Examples.problems(Examples.SMALL + lines)).isNotEmpty();
  }

  private List<Error> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    try {
      return schema.validate(MAPPER.writeValueAsString(tree), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Shape shape) {
    return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<String> names(JsonNode properties) {
    return properties.properties().stream().map(e -> e.getKey()).collect(Collectors.toSet());
  }

  private static Set<String> words(JsonNode root, String pointer) {
    List<String> words = new ArrayList<>();
    root.at(pointer).path("enum").forEach(word -> words.add(word.asText()));
    return Set.copyOf(words);
  }

  private static String schema() {
    try (InputStream in = Business.class.getResourceAsStream("business.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
