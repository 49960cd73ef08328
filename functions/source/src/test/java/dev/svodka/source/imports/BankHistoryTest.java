package dev.svodka.source.imports;

import static dev.svodka.source.imports.Statements.CUSTOMER;
import static dev.svodka.source.imports.Statements.OWN;
import static dev.svodka.source.imports.Statements.bank;
import static dev.svodka.source.imports.Statements.document;
import static dev.svodka.source.imports.Statements.statement;
import static dev.svodka.source.imports.Statements.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.SourceKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankHistoryTest {
  private static final Charset CP1251 = Charset.forName("windows-1251");
  private static final String PAID =
      "paid payment 2024-01-09T21:00:00Z 13056.00 RUB 7701000001 ООО \"Ромашка\""
          + " {invoices=104@2024-01-09}";

  @TempDir Path folder;

  @Test
  void theSampleOfVtbGivesNothingSinceNothingCameAndSaysSo() {
    assertThat(told(Imports.read(bank(), Statements.sample("kl_to_1c_vtb_anonymised.cp1251.txt"))))
        .containsExactly(
            "reject line 86 ПолучательСчет: neither account of the document is one of the"
                + " statement's",
            "reject line 11 ВсегоПоступило: the incoming documents of the account do not come to"
                + " its ВсегоПоступило",
            "read 4 imported 0 duplicates 0 filtered 2 rejected 2");
  }

  @Test
  void theSampleWhoseHeadSaysWindowsIsUtf8AndGivesItsTwoPayments() {
    assertThat(
            told(
                Imports.read(
                    bank(),
                    Statements.sample(
                        "xini1_sample1_synthetic_UTF8_though_header_says_Windows.txt"))))
        .containsExactly(
            "paid payment 2019-12-31T21:00:00Z 10.10 RUB 1234567890 Плательщик {invoices=-}",
            "paid payment 2019-12-31T21:00:00Z 10.10 RUB 1234567890 Плательщик {invoices=-}",
            "reject line 13 ВсегоПоступило: the incoming documents of the account do not come to"
                + " its ВсегоПоступило",
            "reject line 22 ВсегоПоступило: the incoming documents of the account do not come to"
                + " its ВсегоПоступило",
            "read 4 imported 2 duplicates 0 filtered 0 rejected 2");
  }

  @Test
  void aPaymentIsPaidOnTheDayOnWhichItCame() {
    Imports.Result result = read(statement("13056.00", document()));
    assertThat(told(result))
        .containsExactly(PAID, "read 1 imported 1 duplicates 0 filtered 0 rejected 0");
    ChangeEvent event = result.events().getFirst();
    assertThat(event.source()).isEqualTo(SourceKind.ONEC);
    assertThat(event.parent()).isEmpty();
    assertThat(event.item().id()).matches("1/09\\.01\\.2024/[0-9a-f]{12}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "IBM866", "UTF-16LE"})
  void theEncodingIsFoundAndNotBelieved(String encoding) {
    String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
    byte[] bytes = (mark + statement("", document())).getBytes(Charset.forName(encoding));
    assertThat(told(Imports.read(bank(), Imports.file(folder, "a.txt", bytes)))).contains(PAID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\r\n", "\r", "\n\n", "\r\n \t\r\n"})
  void linesEndAsTheyLikeAndTheLastNeedNot(String end) {
    assertThat(told(read(statement("13056.00", document()).replace("\r\n", end))))
        .containsExactly(PAID, "read 1 imported 1 duplicates 0 filtered 0 rejected 0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digits appended to the date    | ДатаПоступило=10.01.202418
          a time after the date          | ДатаПоступило=10.01.2024 0:00:00
          the name after ИНН             | Плательщик=ИНН 7701000001 ООО "Ромашка"
          the name after ИНН and КПП     | Плательщик=ИНН 7701000001/770101001 ООО "Ромашка"
          the number alone before it     | Плательщик=7701000001 ООО "Ромашка"
          only Плательщик1               | Плательщик=
          the number only in the name    | ПлательщикИНН=
          zero for a tax number          | ПлательщикИНН=0
          the account of the receiver    | ПолучательСчет=
          another head date              | ДатаСоздания=01.01.1900
          a decimal comma and spaces     | Сумма=13 056,00
          a sign in the purpose          | НазначениеПлатежа=счет № 104 от 09.01.2024 a=b "x"
          the purpose in parts           | НазначениеПлатежа=
          the purpose broken into lines  | НазначениеПлатежа=Оплата по\\nсчету № 104 от\\n09.01.2024
          """)
  void whatIsDamagedIsMended(String what, String change) {
    String text =
        statement(
            "",
            document(
                "НазначениеПлатежа1=счет № 104",
                "НазначениеПлатежа2=от 09.01.2024",
                change.replace("\\n", "\r\n")));
    assertThat(told(read(text))).contains(PAID);
  }

  @Test
  void namesOfPersonsAreNotKeptAndNothingIsOfAccountsAndPurposes() {
    Imports.Result result =
        read(
            statement(
                "26112.00",
                document("Плательщик=770100000123, ИП Иванов Иван", "ПлательщикИНН=770100000123"),
                document("Номер=2", "Плательщик=Петров Петр", "ПлательщикИНН=", "Плательщик1=")));
    assertThat(told(result))
        .containsExactly(
            "paid payment 2024-01-09T21:00:00Z 13056.00 RUB 770100000123 -"
                + " {invoices=104@2024-01-09}",
            "paid payment 2024-01-09T21:00:00Z 13056.00 RUB - - {invoices=104@2024-01-09}",
            "read 2 imported 2 duplicates 0 filtered 0 rejected 0");
    assertThat(result.events().toString())
        .doesNotContain("Иванов", "Петров", "Оплата", OWN, CUSTOMER);
  }

  @Test
  void whatTheRuleNamesIsKept() {
    Business business =
        Statements.business(
            """
              - files: "*.txt"
                item: {type: money, id: "{Номер}/{Дата}"}
                customer: {id: "{ПлательщикИНН}", name: "{Плательщик}"}
                fields: [ВидДокумента]
                only: {ВидДокумента: [Платежное поручение]}
            """);
    Imports.Result result =
        Imports.read(
            business,
            Imports.file(
                folder,
                "a.txt",
                statement(
                    "",
                    document("Плательщик=ИП Иванов", "ПлательщикИНН=770100000123"),
                    document("Номер=2").replace("Платежное поручение", "Банковский ордер"))));
    assertThat(told(result))
        .containsExactly(
            "paid money 2024-01-09T21:00:00Z 13056.00 RUB 770100000123 ИП Иванов"
                + " {invoices=104@2024-01-09, ВидДокумента=Платежное поручение}",
            "read 2 imported 1 duplicates 0 filtered 1 rejected 0");
    assertThat(result.events().getFirst().item().id()).isEqualTo("1/09.01.2024");
  }

  @Test
  void whatGoesOutIsFilteredAndWhatHasNotArrivedAndWhatStaysInTheHouse() {
    String own2 = "40702810000000000002";
    String second = "СекцияРасчСчет\r\nРасчСчет=" + own2 + "\r\nКонецРасчСчет\r\n";
    assertThat(
            told(
                read(
                    statement(
                        "100.00",
                        second,
                        outgoing(),
                        document("ДатаПоступило="),
                        document(
                            "Сумма=100.00",
                            "ПлательщикСчет=" + own2,
                            "ПлательщикРасчСчет=" + own2)))))
        .containsExactly("read 3 imported 0 duplicates 0 filtered 3 rejected 0");
  }

  @Test
  void payrollIsARegisterWhereTheRuleSaysSo() {
    Business business =
        Statements.business(
            """
              - files: "*.txt"
                outgoing: {item: {type: payroll}, only: {КодНазПлатежа: ["1"]}}
            """);
    Imports.Result result =
        Imports.read(
            business,
            Imports.file(
                folder,
                "a.txt",
                statement(
                    "",
                    outgoing("КодНазПлатежа=1", "Получатель=Сидоров", "НазначениеПлатежа=Зарплата"),
                    outgoing("КодНазПлатежа=", "Номер=2"))));
    assertThat(told(result))
        .containsExactly(
            "paid payroll 2024-01-10T21:00:00Z 13056.00 RUB - - {}",
            "read 2 imported 1 duplicates 0 filtered 1 rejected 0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Сумма=                    | Сумма: Сумма is no amount
          Сумма=many                | Сумма: Сумма is no amount
          Сумма=-5.00               | Сумма: Сумма is not more than nothing
          ДатаПоступило=soon        | ДатаПоступило: ДатаПоступило is no date
          ДатаПоступило=31.02.2024  | ДатаПоступило: ДатаПоступило is no date
          """)
  void aBadDocumentIsRejectedWithoutAWordOfWhatItSays(String change, String expected) {
    assertThat(told(read(statement("", document(change, "Номер=2"), document()))))
        .containsExactly(
            PAID,
            "reject line 14 " + expected,
            "read 2 imported 1 duplicates 0 filtered 0 rejected 1");
  }

  @Test
  void theSameStatementTwiceChangesNothing() throws IOException {
    String text = statement("26112.00", document(), document("Номер=2"));
    Path once = Imports.file(folder, "a.txt", text);
    Path again = Imports.file(folder, "b.txt", text.getBytes(CP1251));
    Path longer =
        Imports.file(
            folder,
            "c.txt",
            statement("39168.00", document("Номер=3"), document(), document("Номер=2")));
    Imports.Result alone = Imports.read(bank(), once);
    Imports.Result all = Imports.read(bank(), once, again, longer);
    assertThat(told(all).getLast())
        .isEqualTo("read 7 imported 3 duplicates 4 filtered 0 rejected 0");
    assertThat(all.events().subList(0, 2)).isEqualTo(alone.events());
    String glued = text + "\r\n" + text;
    assertThat(told(read(glued)).getLast())
        .isEqualTo("read 4 imported 2 duplicates 2 filtered 0 rejected 0");
  }

  @Test
  void totalsThatDoNotComeTogetherAreTold() {
    assertThat(told(read(statement("13056.01", document()))))
        .containsExactly(
            PAID,
            "reject line 8 ВсегоПоступило: the incoming documents of the account do not come to"
                + " its ВсегоПоступило",
            "read 2 imported 1 duplicates 0 filtered 0 rejected 1");
  }

  @Test
  void aDocumentThatDoesNotEndIsRejected() {
    String text = statement("", document(), document("Номер=2"));
    String cut = text.substring(0, text.lastIndexOf("КонецДокумента"));
    String reason = ": the document does not end: КонецДокумента is missing";
    assertThat(told(read(cut)))
        .containsExactly(
            PAID,
            "reject line 32 " + reason,
            "read 2 imported 1 duplicates 0 filtered 0 rejected 1");
    assertThat(told(read(text.replaceFirst("КонецДокумента\r\n", ""))))
        .contains(
            "reject line 14 " + reason, "read 2 imported 1 duplicates 0 filtered 0 rejected 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "Номер=1", "1CClientBankExchange", "\u0000\u0001", "<a/>", "1;2;3"})
  void whatIsNoStatementIsRefused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), ErrorCode.INPUT_INVALID);
  }

  @Test
  void aNameThatNoDocumentHasIsRefusedWithTheNearest() {
    Business business =
        Statements.business("  - {files: \"*.txt\", fields: [], owner: \"{Номр}\"}\n");
    Path file = Imports.file(folder, "a.txt", statement("", document()));
    assertThatThrownBy(() -> Imports.read(business, file)).hasMessageContaining("`Номер`?");
  }

  @Test
  void aLineOfTenMegabytesCostsItsDocumentAlone() {
    String text =
        statement(
            "", document("НазначениеПлатежа=" + "сч 1 ".repeat(2_000_000), "Номер=2"), document());
    assertThat(told(read(text)))
        .containsExactly(
            PAID,
            "reject line 14 : a line of the document is longer than a bank writes",
            "read 2 imported 1 duplicates 0 filtered 0 rejected 1");
    assertThat(told(read(statement("", document("x=" + "\r\nсч 1".repeat(100_000)), document()))))
        .contains("reject line 14 : a value of the document is longer than 8192 characters");
    assertThat(told(read(statement("", document("НазначениеПлатежа=a\0b"), document()))))
        .contains("reject line 14 : the document holds a NUL character");
  }

  @Test
  void aMillionSectionsAreTooManyAndAMillionEmptyDocumentsAreNot() throws IOException {
    Path sections = folder.resolve("sections.txt");
    try (BufferedWriter out = Files.newBufferedWriter(sections)) {
      out.write("1CClientBankExchange\nВерсияФормата=1.03\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("СекцияРасчСчет\nРасчСчет=" + i + "\nКонецРасчСчет\n");
      }
    }
    assertThatThrownBy(() -> Imports.read(bank(), sections))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INPUT_TOO_LARGE));
    Path documents = folder.resolve("documents.txt");
    try (BufferedWriter out = Files.newBufferedWriter(documents)) {
      out.write("1CClientBankExchange\nВерсияФормата=1.03\nРасчСчет=1\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("СекцияДокумент=\nПлательщикСчет=1\nКонецДокумента\n");
      }
    }
    assertThat(Imports.read(bank(), documents).counts().filtered()).isEqualTo(1_000_000);
  }

  private static String outgoing(String... changes) {
    String[] all = new String[changes.length + 6];
    List<String> usual =
        List.of(
            "ПлательщикСчет=" + OWN,
            "ПлательщикРасчСчет=" + OWN,
            "ДатаСписано=11.01.2024",
            "ПолучательСчет=" + CUSTOMER,
            "ПолучательРасчСчет=" + CUSTOMER,
            "ДатаПоступило=");
    for (int i = 0; i < all.length; i++) {
      all[i] = i < 6 ? usual.get(i) : changes[i - 6];
    }
    return document(all);
  }

  private Imports.Result read(String text) {
    return Imports.read(
        bank(), Imports.file(folder, "a.txt", text.getBytes(StandardCharsets.UTF_8)));
  }

  private void assertRefused(byte[] bytes, ErrorCode code) {
    Path file = Imports.file(folder, "a.txt", bytes);
    assertThatThrownBy(() -> Imports.read(bank(), file))
        .isInstanceOfSatisfying(SvodkaException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
