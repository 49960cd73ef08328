package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.KeptField;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.source.imports.Imports.Reject;
import dev.svodka.source.imports.Imports.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XesHistoryTest {
  @TempDir Path folder;

  private static Imports.RuleBuilder rule() {
    return Imports.xes("*.xes*").item("case", "{case:concept:name}");
  }

  private Path log(String inner) {
    return Imports.file(folder, "log.xes", "<?xml version='1.0'?><log>" + inner + "</log>");
  }

  private static String trace(String id, String... events) {
    return "<trace><string key='concept:name' value='"
        + id
        + "'/>"
        + String.join("", events)
        + "</trace>";
  }

  private static String event(String stage, String time, String... attributes) {
    return "<event><string key='concept:name' value='"
        + stage
        + "'/><date key='time:timestamp' value='"
        + time
        + "'/>"
        + String.join("", attributes)
        + "</event>";
  }

  @Test
  void theCreationIsTheEarliestEventAndOfSeveralTheOneThatStandsFirst() {
    Path log =
        log(
            trace(
                "1",
                event("late", "2020-01-02T00:00:00Z"),
                event("early", "2020-01-01T00:00:00Z"),
                event("as early", "2020-01-01T01:00:00+01:00")));

    Result result = Imports.read(Imports.business(rule().build()), log);

    assertThat(result.events())
        .extracting(ChangeEvent::kind)
        .containsExactly(Kind.MOVED, Kind.CREATED, Kind.MOVED);
    assertThat(result.events()).extracting(ChangeEvent::seq).isSorted();
  }

  @Test
  void whatOnlyLeavesOutIsCountedAndBeginsNoTrace() {
    String start = "<string key='lifecycle:transition' value='start'/>";
    String complete = "<string key='lifecycle:transition' value='complete'/>";
    Path log =
        log(
            trace(
                "1",
                event("a", "2020-01-01T00:00:00Z", start),
                event("a", "2020-01-02T00:00:00Z", complete)));

    Result result =
        Imports.read(
            Imports.business(rule().only("lifecycle:transition", "COMPLETE").build()), log);

    assertThat(result.counts().filtered()).isEqualTo(1);
    assertThat(result.events()).hasSize(1);
    assertThat(result.events().getFirst().kind()).isEqualTo(Kind.CREATED);
  }

  @Test
  void aStagePrefixKeepsTheStagesSoNamed() {
    Path log =
        log(
            trace(
                "1",
                event("W_call", "2020-01-01T00:00:00Z"),
                event("A_sent", "2020-01-02T00:00:00Z")));

    Result result = Imports.read(Imports.business(rule().stagePrefix("A_").build()), log);

    assertThat(result.counts().filtered()).isEqualTo(1);
    assertThat(result.events().getFirst().stage()).contains("A_sent");
  }

  @Test
  void aStageThatIsAPaymentIsPaidAndNotAMove() {
    String amount = "<float key='paymentAmount' value='2.5E1'/>";
    Path log =
        log(
            trace(
                "1",
                event("Create Fine", "2020-01-01T00:00:00Z"),
                event("Payment", "2020-01-02T00:00:00Z", amount)));

    Result result =
        Imports.read(
            Imports.business(rule().kind("Payment", Kind.PAID, "{paymentAmount}").build()), log);

    ChangeEvent paid = result.events().get(1);
    assertThat(paid.kind()).isEqualTo(Kind.PAID);
    assertThat(paid.amount()).contains(new BigDecimal("25.00"));
    assertThat(paid.currency()).contains("RUB");
  }

  @Test
  void aTraceThatBeginsWithAPaymentIsCreatedAndPaid() {
    String amount = "<float key='paymentAmount' value='25'/>";
    Path log = log(trace("1", event("Payment", "2020-01-02T00:00:00Z", amount)));

    Result result =
        Imports.read(
            Imports.business(rule().kind("Payment", Kind.PAID, "{paymentAmount}").build()), log);

    assertThat(result.events())
        .extracting(ChangeEvent::kind)
        .containsExactly(Kind.CREATED, Kind.PAID);
    assertThat(result.events().getFirst().stage()).isEmpty();
    assertThat(result.counts().imported()).isEqualTo(1);
    assertThat(result.counts().events()).isEqualTo(2);
  }

  @Test
  void aTracesAttributeIsAFieldOfItsFirstEventUnderTheBareNameUnlessEventsHaveOneToo() {
    String group = "<string key='group' value='of the event'/>";
    Path log =
        Imports.file(
            folder,
            "log.xes",
            "<log><trace><string key='concept:name' value='1'/>"
                + "<string key='group' value='of the trace'/><string key='channel' value='web'/>"
                + event("a", "2020-01-01T00:00:00Z", group)
                + event("b", "2020-01-02T00:00:00Z", group)
                + "</trace></log>");

    Result result =
        Imports.read(
            Imports.business(
                List.of(new KeptField("case:group", false), new KeptField("channel", true)),
                rule().fields("group").build()),
            log);

    assertThat(result.events().getFirst().fields())
        .isEqualTo(Map.of("group", "of the event", "case:group", "of the trace", "channel", "1"));
    assertThat(result.events().get(1).fields()).isEqualTo(Map.of("group", "of the event"));
  }

  @Test
  void eventsWithoutATimeAStageOrATraceAreRejectedWithTheirLine() {
    Path log =
        Imports.file(
            folder,
            "log.xes",
            "<log>\n"
                + trace("1", event("a", "2020-01-01T00:00:00Z"))
                + "\n"
                + trace("2", "\n<event><string key='concept:name' value='a'/></event>")
                + trace("3", "\n" + event("", "2020-01-01T00:00:00Z"))
                + trace("4", "\n" + event("a", "yesterday"))
                + "\n"
                + event("a", "2020-01-01T00:00:00Z")
                + "</log>");

    Result result = Imports.read(Imports.business(rule().build()), log);

    assertThat(result.counts().read()).isEqualTo(5);
    assertThat(result.counts().imported()).isEqualTo(1);
    assertThat(result.rejects())
        .containsExactly(
            new Reject("log.xes", 4, "time:timestamp", "no event: time:timestamp is empty"),
            new Reject("log.xes", 5, "concept:name", "no stage: concept:name is empty"),
            new Reject("log.xes", 6, "time:timestamp", "time:timestamp is no date"),
            new Reject("log.xes", 7, "case:concept:name", "no item: case:concept:name is empty"));
  }

  @Test
  void anAttributeThatNoEventHasIsToldWithItsLikes() {
    Path log = log(trace("1", event("a", "2020-01-01T00:00:00Z")));

    assertThatThrownBy(
            () ->
                Imports.read(
                    Imports.business(rule().item("case", "{case:concept:nam}").build()), log))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("no trace of the log has the attribute `concept:nam`")
        .hasMessageContaining("did you mean `case:concept:name`");
  }

  @Test
  void nestedAttributesListsAndContainersArePassedOver() {
    String nested =
        "<string key='cost' value='1'><string key='concept:name' value='nested'/></string>"
            + "<list key='items'><values><string key='concept:name' value='listed'/></values></list>"
            + "<container key='more'><int key='x' value='1'/></container>";
    Path log = log(trace("1", event("a", "2020-01-01T00:00:00Z", nested)));

    Result result = Imports.read(Imports.business(rule().build()), log);

    assertThat(result.events().getFirst().stage()).contains("a");
  }

  @Test
  void manyCharacterReferencesAreNoAttack() {
    String text = "&lt;&amp;&#x20AC;".repeat(50);
    String[] events = new String[2_000];
    for (int i = 0; i < events.length; i++) {
      events[i] = event(text, "2020-01-01T00:00:00Z");
    }

    Result result = Imports.read(Imports.business(rule().build()), log(trace("1", events)));

    assertThat(result.counts().imported()).isEqualTo(2_000);
    assertThat(result.events().getFirst().stage()).contains("<&€".repeat(50));
  }

  @Test
  void externalEntitiesAreNotRead() {
    Path secret = Imports.file(folder, "secret.txt", "secret");
    Path log =
        Imports.file(
            folder,
            "log.xes",
            "<!DOCTYPE log [<!ENTITY x SYSTEM '"
                + secret.toUri()
                + "'>]><log>"
                + trace("&x;", event("a", "2020-01-01T00:00:00Z"))
                + "</log>");

    refused(log, "document type");
  }

  @Test
  void billionLaughsAreRefused() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE log [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l" + i + " '").append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
    }
    laughs.append("]><log>" + trace("&l9;", event("a", "2020-01-01T00:00:00Z")) + "</log>");

    refused(Imports.file(folder, "log.xes", laughs.toString()), "document type");
  }

  @Test
  void aLogThatIsCutOffOrNestedTooDeepOrNoLogGivesNothing() {
    refused(
        Imports.file(folder, "a.xes", "<log>" + trace("1", event("a", "2020-01-01")) + "<tr"),
        "cut off");
    refused(log("<trace>" + "<string key='a' value='b'>".repeat(100)), "nested");
    refused(Imports.file(folder, "b.xes", "<html/>"), "no XES");
    refused(Imports.file(folder, "c.xes", ""), "well-formed");
    refused(
        Imports.file(folder, "d.xes", "<log><trace><string key='a' value='" + "x".repeat(5 << 20)),
        "4 MB");
  }

  @Test
  void aGzipBombIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] spaces = " <a/>".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
      gzip.write("<log>".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 150; i++) {
        gzip.write(spaces);
      }
      gzip.write("</log>".getBytes(StandardCharsets.US_ASCII));
    }

    assertThatThrownBy(
            () ->
                Imports.read(
                    Imports.business(rule().build()),
                    Imports.file(folder, "bomb.xes.gz", bytes.toByteArray())))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_TOO_LARGE));
  }

  @Test
  void aLocalTimeIsInTheBusinesssZone() {
    Result result =
        Imports.read(
            Imports.business(rule().build()), log(trace("1", event("a", "2020-01-01T03:00:00.5"))));

    assertThat(result.events().getFirst().occurredAt())
        .isEqualTo(Instant.parse("2020-01-01T00:00:00.500Z"));
  }

  private void refused(Path log, String why) {
    assertThatThrownBy(() -> Imports.read(Imports.business(rule().build()), log))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining(why);
  }
}
