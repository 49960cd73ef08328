package dev.svodka.source.amocrm.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Named;
import dev.svodka.source.Samples;
import dev.svodka.source.Stated;
import dev.svodka.source.TestBusiness;
import dev.svodka.source.Told;
import dev.svodka.source.form.FormNode;
import dev.svodka.source.form.JsonForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each shared answer of the API gives stands in {@code samples.txt}, checked by hand. A block
 * that is the payload of an event is read as the event that the line names.
 */
class ApiSamplesTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
  private static final AmoCrmApi API =
      new AmoCrmApi(TestBusiness.romashka(), TestBusiness.source(SourceKind.AMOCRM));
  private static final FieldNames NAMES =
      FieldNames.of(
          ApiPage.read(
                  """
                  {"_embedded":{"custom_fields":[{"id":53728,"code":"PHONE","name":"Телефон"}]}}
                  """
                      .getBytes(UTF_8),
                  "custom_fields")
              .rows());

  @TestFactory
  Stream<DynamicTest> givesWhatIsStated() {
    Samples.folder();
    return Stated.in(ApiSamplesTest.class, "samples.txt").entrySet().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.getKey(),
                    () -> assertThat(told(sample.getKey())).isEqualTo(sample.getValue())));
  }

  @Test
  void everySampleIsStated() {
    List<String> present =
        Samples.in("amocrm-api-v4").stream().map(file -> file.getFileName().toString()).toList();
    assertThat(
            Stated.in(ApiSamplesTest.class, "samples.txt").keySet().stream()
                .map(key -> key.split(" ", -1)[0])
                .distinct())
        .containsExactlyInAnyOrderElementsOf(present);
  }

  /** The line is {@code file as list} or {@code file as type of entity}. */
  private static List<String> told(String line) {
    String[] words = line.split(" ", -1);
    byte[] body =
        repaired(Samples.body(Samples.folder().resolve("amocrm-api-v4").resolve(words[0])));
    try {
      if (words.length == 5) {
        return events(
            ApiPage.read(event(words[2], words[4], new String(body, UTF_8)), "events").rows());
      }
      return list(words[2], body);
    } catch (SvodkaException unreadable) {
      return List.of("refused " + unreadable.code());
    }
  }

  private static List<String> list(String list, byte[] body) {
    List<FormNode> rows = ApiPage.read(body, list).rows();
    return switch (list) {
      case "events" -> events(rows);
      case "leads" -> Told.by(API.leads(rows, RECEIVED));
      case "tasks" -> Told.by(API.tasks(rows, RECEIVED));
      case "elements" -> Told.by(API.elements(rows, RECEIVED));
      case "unsorted" -> Told.by(API.unsorted(rows, RECEIVED));
      case "pipelines" -> names(ApiNames.pipelines(rows));
      case "statuses" -> names(ApiNames.statuses(rows));
      case "catalogs" -> List.of("invoices in " + ApiNames.invoiceCatalog(rows).orElse("none"));
      default -> List.of("%d rows of %s".formatted(rows.size(), list));
    };
  }

  private static List<String> events(List<FormNode> rows) {
    return Told.by(
        API.events(
            rows,
            NAMES,
            Map.of("7087", new ItemRef("deal", "167353")),
            Optional.of("1209"),
            RECEIVED));
  }

  private static List<String> names(List<Named> names) {
    return names.stream()
        .map(n -> "%s %s %s %d".formatted(n.what(), n.id(), n.name(), n.order()))
        .toList();
  }

  private static byte[] event(String type, String entity, String payload) {
    int slash = entity.indexOf('/');
    return """
           {"_embedded":{"events":[{"id":"e","type":"%s","entity_type":"%s","entity_id":%s,
           "created_by":504141,"created_at":1764000000,%s]}}
           """
        .formatted(
            type, entity.substring(0, slash), entity.substring(slash + 1), payload.substring(1))
        .getBytes(UTF_8);
  }

  /** The documentation prints commas before closing brackets and forgets a quote. */
  private static byte[] repaired(byte[] body) {
    return new String(body, UTF_8)
        .replaceAll(",(\\s*[}\\]])", "$1")
        .replace("\"href\": https", "\"href\": \"https")
        .getBytes(UTF_8);
  }

  @Test
  void theNextPageIsTold() {
    ApiPage page =
        ApiPage.read(
            "{\"_links\":{\"next\":{\"href\":\"https://x/2\"}},\"_embedded\":{\"leads\":[]}}"
                .getBytes(UTF_8),
            "leads");

    assertThat(page).isEqualTo(new ApiPage(List.of(), Optional.of("https://x/2")));
    assertThat(JsonForm.answer("{}".getBytes(UTF_8)).children()).isEmpty();
  }
}
