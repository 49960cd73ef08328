package dev.svodka.source.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Samples;
import dev.svodka.source.Stated;
import dev.svodka.source.TestBusiness;
import dev.svodka.source.Told;
import dev.svodka.source.form.FormNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each shared sample gives stands in {@code samples.txt}, checked by hand. */
class Bitrix24SamplesTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
  private static final Bitrix24Parser HOOKS =
      new Bitrix24Parser(TestBusiness.romashka(), TestBusiness.source(SourceKind.BITRIX24));
  private static final Bitrix24Api API =
      new Bitrix24Api(TestBusiness.romashka(), TestBusiness.source(SourceKind.BITRIX24));

  @TestFactory
  Stream<DynamicTest> givesWhatIsStated() {
    Samples.folder();
    return Stated.in(Bitrix24SamplesTest.class, "samples.txt").entrySet().stream()
        .map(
            sample ->
                dynamicTest(
                    sample.getKey(),
                    () -> assertThat(told(sample.getKey())).isEqualTo(sample.getValue())));
  }

  @Test
  void everySampleIsStated() {
    Stream<String> present =
        Stream.of("bitrix24", "derived")
            .flatMap(
                folder ->
                    Samples.in(folder).stream()
                        .map(Path::getFileName)
                        .filter(
                            file ->
                                folder.equals("bitrix24") || file.toString().startsWith("bitrix24"))
                        .map(file -> folder + "/" + file));
    assertThat(Stated.in(Bitrix24SamplesTest.class, "samples.txt").keySet())
        .containsExactlyInAnyOrderElementsOf(present.toList());
  }

  private static List<String> told(String sample) {
    byte[] body = Samples.body(Samples.folder().resolve(sample));
    if (!sample.endsWith("_response.json")) {
      return Told.by(HOOKS.parse(body, RECEIVED));
    }
    List<FormNode> rows = Bitrix24Answer.read(body).rows();
    return switch (sample.substring(sample.indexOf('/') + 1)) {
      case "bizproc_task_list_response.json" -> Told.by(API.approvals(rows, RECEIVED));
      case "crm_item_get_response.json" -> Told.by(API.items("lead", rows, RECEIVED));
      case "crm_item_payment_list_response.json" ->
          Told.by(API.payments(new ItemRef("invoice", "3653"), rows, RECEIVED));
      case "stagehistory_list_response.json" -> Told.by(API.stageHistory("deal", rows, RECEIVED));
      default -> List.of("%d rows that no event is made of".formatted(rows.size()));
    };
  }
}
