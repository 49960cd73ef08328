package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.source.imports.Imports.Reject;
import dev.svodka.source.imports.Imports.Result;
import dev.svodka.source.imports.Imports.RuleBuilder;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvHistoryTest {
  @TempDir Path folder;

  private static RuleBuilder deals() {
    return Imports.csv("*.csv").event(Kind.CREATED, "{date}", "New");
  }

  private static RuleBuilder moves() {
    return Imports.csv("*.csv")
        .cell("owner", "{owner}")
        .cell("amount", "{amount}")
        .cell("due", "{due}")
        .event(Kind.MOVED, "{date}", "{stage}");
  }

  private Result read(RuleBuilder rule, String text) {
    return Imports.read(Imports.business(rule.build()), file(text));
  }

  private Path file(String text) {
    return Imports.file(folder, "deals.csv", text);
  }

  private void refused(RuleBuilder rule, Path file, String... why) {
    assertThatThrownBy(() -> Imports.read(Imports.business(rule.build()), file))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_INVALID))
        .message()
        .contains(why)
        .contains("deals.csv");
  }

  @Test
  void rowsThatAreEqualAreEventsOfTheirOwnAndAFileReadAgainGivesTheSame() {
    String text = "id,date\n1,2020-01-01\n1,2020-01-01\n1,2020-01-01\n";

    Result once = read(deals(), text);
    Result again = read(deals(), text);

    assertThat(once.events()).extracting(ChangeEvent::eventId).doesNotHaveDuplicates().hasSize(3);
    assertThat(again.events()).isEqualTo(once.events());
  }

  @Test
  void aSecondFileAddsOnlyWhatTheFirstDoesNotHave() {
    Path first = Imports.file(folder, "a.csv", "id,date\n1,2020-01-01\n2,2020-01-01\n");
    Path second =
        Imports.file(folder, "b.csv", "id,date\n2,2020-01-01\n2,2020-01-01\n3,2020-01-01\n");

    Result result = Imports.read(Imports.business(deals().build()), first, second, first);

    assertThat(result.counts().read()).isEqualTo(7);
    assertThat(result.counts().imported()).isEqualTo(4);
    assertThat(result.counts().duplicates()).isEqualTo(3);
    assertThat(result.events()).extracting(ChangeEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void eventsOfOneRowAtOneMomentKeepTheirOrderBySeq() {
    RuleBuilder rule =
        Imports.csv("*.csv")
            .event(Kind.CREATED, "{date}", "New")
            .event(Kind.MOVED, "{date}", "Won");

    Result result = read(rule, "id,date\n1,2020-01-01\n2,2020-01-01\n");

    assertThat(result.events()).extracting(ChangeEvent::seq).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void anEmptyCellTellsThatThereIsNoneButNotOnACreation() {
    RuleBuilder rule = moves().event(Kind.CREATED, "{begun}", "New").fields("city");

    Result result =
        read(rule, "id,date,stage,owner,amount,due,begun,city\n1,2020-01-02,Won,,,,2020-01-01,\n");

    ChangeEvent moved = result.events().getFirst();
    assertThat(moved.owner()).contains("");
    assertThat(moved.amount()).isEmpty();
    assertThat(moved.currency()).isEmpty();
    assertThat(moved.fields()).isEqualTo(Map.of("amount", "", "due_at", "", "city", ""));
    ChangeEvent created = result.events().get(1);
    assertThat(created.owner()).isEmpty();
    assertThat(created.fields()).isEmpty();
  }

  @Test
  void aRowWithABadValueIsRejectedWhole() {
    Result result =
        read(
            moves().event(Kind.CREATED, "{date}", "New"),
            """
            id,date,stage,owner,amount,due
            1,2020-01-01,Won,a,lots,
            2,soon,Won,a,1,
            3,2020-01-01,Won,a,1,later
            ,2020-01-01,Won,a,1,
            5,2020-01-01,,a,1,
            6,2020-01-01,Won,a,1
            7,2020-01-01,Won,a,1,,
            8,2020-01-01,W\0n,a,1,
            9,2020-01-01,Won,a,1,
            """);

    assertThat(result.rejects())
        .containsExactly(
            new Reject("deals.csv", 2, "amount", "amount is no amount"),
            new Reject("deals.csv", 3, "date", "date is no date"),
            new Reject("deals.csv", 4, "due", "due is no date"),
            new Reject("deals.csv", 5, "id", "no item: id is empty"),
            new Reject("deals.csv", 6, "stage", "no stage: stage is empty"),
            new Reject("deals.csv", 7, "", "fewer cells than the header"),
            new Reject("deals.csv", 8, "", "more cells than the header"),
            new Reject("deals.csv", 9, "stage", "stage holds a NUL character"));
    assertThat(result.events()).hasSize(2);
  }

  @Test
  void whatOnlyLeavesOutIsFilteredWhateverItsCase() {
    Result result =
        read(deals().only("type", "DEAL"), "id,date,type\n1,x,lead\n2,2020-01-01,Deal\n");

    assertThat(result.counts().filtered()).isEqualTo(1);
    assertThat(result.counts().imported()).isEqualTo(1);
  }

  @Test
  void linesAreCountedAsTheyStandInTheFileThroughQuotedBreaksAndEmptyLines() {
    Result result =
        read(
            deals().fields("note"),
            "id,date,note\r\n1,2020-01-01,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\n2,soon,x\r\n");

    assertThat(result.events().getFirst().fields())
        .isEqualTo(Map.of("note", "two\r\nlines, \"quoted\""));
    assertThat(result.rejects()).extracting(Reject::line).containsExactly(5L);
  }

  @Test
  void aQuoteThatDoesNotCloseCostsItsRowAlone() {
    Result result =
        read(
            deals().fields("note"),
            "id,date,note\n1,2020-01-01,\"open\n2,2020-01-01,b\n3,2020-01-01,\"c\" d\n4,2020-01-01,e\n");

    assertThat(result.events()).extracting(e -> e.item().id()).containsExactly("2", "4");
    assertThat(result.rejects()).extracting(Reject::line).containsExactly(2L, 4L);
    assertThat(result.counts().rejectedByReason())
        .isEqualTo(Map.of("a quote in the row does not close", 2L));
  }

  @Test
  void aFileFullOfBrokenQuotesIsRefusedBeforeAnythingIsGiven() {
    Path file = file("id,date\n" + "\"1\" x,2020-01-01\n".repeat(200));

    refused(deals(), file, "quotes that do not close");
  }

  @Test
  void aLineOfTenMegabytesCostsItsRowAlone() {
    String cell = "x".repeat(10 << 20);
    String cells = "x,".repeat(5 << 20);

    Result result =
        read(deals(), "id,date\n" + cell + ",2020-01-01\n" + cells + "\n3,2020-01-01\n");

    assertThat(result.events()).extracting(e -> e.item().id()).containsExactly("3");
    assertThat(result.rejects()).extracting(Reject::line).containsExactly(2L, 3L);
  }

  @Test
  void anIdThatIsTooLongIsRejected() {
    Result result = read(deals(), "id,date\n" + "x".repeat(300) + ",2020-01-01\n");

    assertThat(result.counts().rejectedByReason())
        .isEqualTo(Map.of("id is longer than 256 characters", 1L));
  }

  @Test
  void cyrillicInCp1251IsRecognisedAndSoAreByteOrderMarks() {
    String text = "id;date;Стадия\n1;01.03.2020;Выставлен счёт № 5\n2;02.03.2020;Оплачен\n";
    RuleBuilder rule = Imports.csv("*.csv").event(Kind.MOVED, "{date}", "{Стадия}");

    for (byte[] bytes :
        List.of(
            text.getBytes(Charset.forName("windows-1251")),
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
      Result result =
          Imports.read(Imports.business(rule.build()), Imports.file(folder, "deals.csv", bytes));

      assertThat(result.events())
          .extracting(e -> e.stage().orElse(""))
          .containsExactly("Выставлен счёт № 5", "Оплачен");
    }
  }

  @Test
  void anEncodingThatCannotBeToldIsRefusedAndOneThatIsSaidIsUsed() {
    String german = "id,date,city\n1,2020-01-01,Müllerstraße in Köln\n2,2020-01-01,Düsseldorf\n";
    String dos = "id,date,city\n1,2020-01-01,Нижний Новгород\n2,2020-01-01,Санкт-Петербург\n";
    String koi = "id,date,city\n1,2020-01-01,Нижний Новгород\n2,2020-01-01,Санкт-Петербург\n";

    for (byte[] bytes :
        List.of(
            german.getBytes(Charset.forName("windows-1252")),
            dos.getBytes(Charset.forName("IBM866")),
            koi.getBytes(Charset.forName("KOI8-R")))) {
      refused(deals(), Imports.file(folder, "deals.csv", bytes), "line 2 is not UTF-8", "encoding");
    }
  }

  @Test
  void rightToLeftAndCombinedTextComesThroughUntouched() {
    Result result =
        read(deals().fields("name"), "id,date,name\n1,2020-01-01,\u202Eשלום\u202C e\u0301 👩‍💻\n");

    assertThat(result.events().getFirst().fields())
        .isEqualTo(Map.of("name", "\u202Eשלום\u202C e\u0301 👩‍💻"));
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithItsLikesAndTheRule() {
    refused(
        deals().cell("amount", "{close_value}"),
        file("id,date,Close Value\n1,2020-01-01,5\n"),
        "`close_value`",
        "did you mean `Close Value`",
        "`*.csv`",
        "line 1");
    refused(deals().fields("phone"), file("id,date\n"), "`phone`");
  }

  @Test
  void aColumnThatIsThereTwiceIsRefusedOnlyWhereItIsRead() {
    refused(deals(), file("id,date,date\n1,2020-01-01,2020-01-01\n"), "`date`", "more than once");
    assertThat(read(deals(), "id,date,x,x\n1,2020-01-01,a,b\n").events()).hasSize(1);
  }

  @Test
  void datesThatFitBothWaysAreRefusedUntilOneDecides() {
    refused(
        deals(), file("id,date\n1,2/1/2020\n2,1/1/2020\n"), "day first and month first", "line 2");
    refused(deals(), file("id,date\n1,13/1/2020\n2,1/13/2020\n"), "line 2", "line 3");
    assertThat(read(deals(), "id,date\n1,1/1/2020\n").events()).hasSize(1);
    assertThat(read(deals(), "id,date\n1,2/1/2020\n2,31/1/2020\n").events())
        .extracting(ChangeEvent::occurredAt)
        .first()
        .isEqualTo(Instant.parse("2020-01-01T21:00:00Z"));
    assertThat(read(deals().dates("M/d/yyyy"), "id,date\n1,2/1/2020\n").events())
        .extracting(ChangeEvent::occurredAt)
        .containsExactly(Instant.parse("2020-01-31T21:00:00Z"));
  }

  @Test
  void amountsThatFitBothWaysAreRefusedUntilOneDecides() {
    RuleBuilder rule = deals().cell("amount", "{amount}");

    refused(rule, file("id;date;amount\n1;2020-01-01;1,234\n"), "decimal comma", "line 2");
    refused(rule, file("id;date;amount\n1;2020-01-01;1,5\n2;2020-01-01;1.5\n"), "decimal-comma");
    assertThat(read(rule, "id;date;amount\n1;2020-01-01;1,234\n2;2020-01-01;0,5\n").events())
        .extracting(e -> e.amount().orElseThrow())
        .containsExactly(new BigDecimal("1.23"), new BigDecimal("0.50"));
    assertThat(read(rule, "id;date;amount\n1;2020-01-01;1,234\n2;2020-01-01;1,000,000\n").events())
        .extracting(e -> e.amount().orElseThrow())
        .containsExactly(new BigDecimal("1234.00"), new BigDecimal("1000000.00"));
  }

  @Test
  void secondsSince1970AreReadWhereTheWholeColumnIsSuch() {
    assertThat(read(deals(), "id,date\n1,1577836800\n").events())
        .extracting(ChangeEvent::occurredAt)
        .containsExactly(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(read(deals(), "id,date\n1,1577836800\n2,2020-01-01\n").rejects())
        .containsExactly(new Reject("deals.csv", 2, "date", "date is no date"));
  }

  @Test
  void filesThatAreNoTablesAreRefused() {
    refused(deals(), file(""), "is empty");
    refused(
        deals(),
        Imports.file(folder, "deals.csv", new byte[] {'P', 'K', 3, 4, 0, (byte) 0xFF}),
        "");
    refused(deals(), folder.resolve("no-deals.csv"), "cannot be read");
  }

  @Test
  void aFileThatNoRuleReadsIsToldWithTheRulesThatThereAre() {
    Business business = Imports.business(deals().build(), Imports.xes("*.xes").build());

    assertThatThrownBy(() -> Imports.read(business, Imports.file(folder, "deals.txt", "x")))
        .isInstanceOf(SvodkaException.class)
        .hasMessage("no rule under `imports` reads deals.txt: they read `*.csv`, `*.xes`");
  }

  @Test
  void whatIsWrongWithTheLastFileIsToldBeforeTheFirstGivesAnything() {
    Path good = Imports.file(folder, "a.csv", "id,date\n1,2020-01-01\n");
    Path bad = Imports.file(folder, "b.csv", "id,when\n1,2020-01-01\n");
    HistoryImport history =
        new HistoryImport(
            Imports.business(deals().build()), (f, l, c, r) -> {}, ImportProgress.NONE);
    List<ChangeEvent> given = new java.util.ArrayList<>();

    assertThatThrownBy(() -> history.read(List.of(good, bad), given::add))
        .isInstanceOf(SvodkaException.class);
    assertThat(given).isEmpty();
  }

  @Test
  void theFirstRuleWhoseFilesFitWins() {
    Business business =
        Imports.business(
            Imports.csv("deals*.csv")
                .item("deal", "{id}")
                .event(Kind.CREATED, "{date}", "A")
                .build(),
            Imports.csv("*.csv").item("task", "{id}").event(Kind.CREATED, "{date}", "B").build());

    Result result = Imports.read(business, file("id,date\n1,2020-01-01\n"));

    assertThat(result.events().getFirst().item().type()).isEqualTo("deal");
  }

  @Test
  void aParentACustomerAndAMomentOfReceiptAreReadWhereTheyAreToldAndNoOthers() {
    RuleBuilder rule =
        deals()
            .parent("deal", "{deal}")
            .cell("customer-id", "{inn}")
            .cell("customer-name", "{first} {last}")
            .cell("received", "{received}")
            .cell("pipeline", "main");

    Result result =
        read(
            rule,
            """
            id,date,deal,inn,first,last,received
            1,2020-01-01,7,7701,Ann,Lee,2020-01-05
            2,2020-01-01,,,,,
            """);

    ChangeEvent full = result.events().getFirst();
    assertThat(full.parent()).hasValueSatisfying(p -> assertThat(p.id()).isEqualTo("7"));
    assertThat(full.customerName()).contains("Ann Lee");
    assertThat(full.pipeline()).contains("main");
    assertThat(full.receivedAt()).isEqualTo(Instant.parse("2020-01-04T21:00:00Z"));
    ChangeEvent bare = result.events().get(1);
    assertThat(bare.parent()).isEmpty();
    assertThat(bare.customerName()).isEmpty();
    assertThat(bare.receivedAt()).isEqualTo(bare.occurredAt());
  }
}
