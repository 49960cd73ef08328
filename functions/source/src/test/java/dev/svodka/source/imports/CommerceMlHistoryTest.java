package dev.svodka.source.imports;

import static dev.svodka.source.imports.Statements.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommerceMlHistoryTest {
  private static final String CREATED =
      "created invoice 2024-01-09T07:15:30Z 12500.50 RUB 7701000001 ООО «Ромашка»"
          + " {Номер=УТ-000104}";

  @TempDir Path folder;

  @Test
  void aPaidInvoiceIsCreatedAndPaid() {
    Imports.Result result = read(file(document("2024-01-20")));
    assertThat(told(result))
        .containsExactly(
            CREATED,
            "paid invoice 2024-01-19T21:00:00Z 12500.50 RUB 7701000001 ООО «Ромашка»"
                + " {Номер=УТ-000104}",
            "read 1 imported 1 duplicates 0 filtered 0 rejected 0");
    assertThat(result.events().getFirst().item().id())
        .isEqualTo("6a7b2e0c-1111-11ee-8c99-0242ac120002");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"T", "Т", " T ", "", "0001-01-01", "0001-01-01T00:00:00", "01.01.0001 0:00:00"})
  void anEmptyDateOfOneCIsNotPaid(String date) {
    assertThat(told(read(file(document(date)))))
        .containsExactly(CREATED, "read 1 imported 1 duplicates 0 filtered 0 rejected 0");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "ПометкаУдаления, true, 2024-02-01T07:00:00Z",
    "ПометкаУдаления, Да, 2024-02-01T07:00:00Z",
    "Проведен, false, 2024-01-09T07:15:30Z",
    "Проведен, Нет, 2024-01-09T07:15:30Z"
  })
  void whatIsDeletedOrNotPostedIsNone(String requisite, String value, String moment) {
    String marked =
        document("2024-01-20")
            .replace(
                "</ЗначенияРеквизитов>", requisite(requisite, value) + "</ЗначенияРеквизитов>");
    assertThat(told(read(file(marked))))
        .containsExactly(
            "deleted invoice "
                + moment
                + " 12500.50 RUB 7701000001 ООО «Ромашка»"
                + " {Номер=УТ-000104}",
            "read 1 imported 1 duplicates 0 filtered 0 rejected 0");
  }

  @Test
  void otherDocumentsAreFilteredAndContainersOpened() {
    String shipment = document("T").replace("Счет на оплату", "Отпуск товара");
    String order = document("T").replace("Счет на оплату", "Заказ товара");
    assertThat(told(read(file(shipment + "<Контейнер>" + order + "</Контейнер>"))))
        .containsExactly(CREATED, "read 2 imported 1 duplicates 0 filtered 1 rejected 0");
  }

  @Test
  void namesOfPersonsAreNotKept() {
    String person =
        document("T").replace("7701000001", "770100000123").replace("ООО «Ромашка»", "Иванов Иван");
    assertThat(told(read(file(person))))
        .contains(
            "created invoice 2024-01-09T07:15:30Z 12500.50 RUB 770100000123 -"
                + " {Номер=УТ-000104}");
    assertThat(read(file(person)).events().toString()).doesNotContain("Иванов");
  }

  @Test
  void theBuyerIsTheCustomerWhereverItStands() {
    String two =
        document("T")
            .replace(
                "<Контрагенты>",
                "<Контрагенты><Контрагент><Наименование>Мы</Наименование><ИНН>7702000002</ИНН>"
                    + "<Роль>Продавец</Роль></Контрагент>");
    assertThat(told(read(file(two)))).contains(CREATED);
  }

  @Test
  void aLaterFileTellsTheAmountThatCounts() {
    Path first = Imports.file(folder, "a.xml", file(document("T")));
    Path later =
        Imports.file(
            folder,
            "b.xml",
            file(document("T").replace("12 500,50", "13000"))
                .replace("2024-02-01T10:00:00", "2024-02-02T10:00:00"));
    Imports.Result result = Imports.read(business(), first, later, first);
    assertThat(told(result).getLast())
        .isEqualTo("read 3 imported 2 duplicates 1 filtered 0 rejected 0");
    assertThat(result.events().stream().map(ChangeEvent::seq)).isSorted();
    Imports.Result reversed = Imports.read(business(), later, first);
    assertThat(reversed.events().getFirst().seq()).isGreaterThan(reversed.events().getLast().seq());
  }

  @Test
  void theEncodingIsFound() {
    byte[] bytes =
        file(document("T"))
            .replace("UTF-8", "windows-1251")
            .getBytes(Charset.forName("windows-1251"));
    assertThat(told(Imports.read(business(), Imports.file(folder, "a.xml", bytes))))
        .contains(CREATED);
    assertThat(told(read(file(document("T")).replace("UTF-8", "windows-1251"))))
        .as("and what it says of it is not believed")
        .contains(CREATED);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Дата>2024-01-09</Дата>         | <Дата>soon</Дата>       | Когда: Когда is no date
          <Сумма>12 500,50</Сумма>        | <Сумма>x</Сумма>        | Сумма: Сумма is no amount
          <Ид>6a7b2e0c-1111-11ee-8c99-0242ac120002</Ид> | <Ид/>     | Ид: no item: Ид is empty
          <Валюта>руб.</Валюта>           | <Валюта>tugrik</Валюта> | Валюта: Валюта is no currency code such as RUB
          """)
  void aBadDocumentIsRejected(String good, String bad, String expected) {
    assertThat(told(read(file(document("T").replace(good, bad) + document("T")))))
        .containsExactlyInAnyOrder(
            CREATED,
            "reject line 2 " + expected,
            "read 2 imported 1 duplicates 0 filtered 0 rejected 1");
  }

  @Test
  void whatIsHostileIsRefused() {
    assertRefused("", ErrorCode.INPUT_INVALID);
    assertRefused("<html/>", ErrorCode.INPUT_INVALID);
    assertRefused(file(document("T")).substring(0, 400), ErrorCode.INPUT_INVALID);
    assertRefused(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><КоммерческаяИнформация>&x;"
            + "</КоммерческаяИнформация>",
        ErrorCode.INPUT_INVALID);
    assertRefused(file("<a>".repeat(5_000)), ErrorCode.INPUT_INVALID);
    assertRefused(file("<Контейнер>".repeat(5_000)), ErrorCode.INPUT_INVALID);
    assertRefused(file("<a b=\"" + "x".repeat(10_000_000) + "\"/>"), ErrorCode.INPUT_TOO_LARGE);
    assertThat(told(read(file(document("x".repeat(10_000)) + document("T")))))
        .contains("reject line 2 : a value of the document is longer than 8192 characters");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      many.append(requisite("r" + i, "1"));
    }
    assertThat(
            told(
                read(
                    file(
                        document("T")
                            .replace("</ЗначенияРеквизитов>", many + "</ЗначенияРеквизитов>")))))
        .contains("reject line 2 : the document tells more than 300 values");
  }

  private static Business business() {
    return Statements.business("  - files: \"*.xml\"\n");
  }

  private Imports.Result read(String xml) {
    return Imports.read(business(), Imports.file(folder, "a.xml", xml));
  }

  private static String requisite(String name, String value) {
    return "<ЗначениеРеквизита><Наименование>%s</Наименование><Значение>%s</Значение></ЗначениеРеквизита>"
        .formatted(name, value);
  }

  private static String document(String paidOn) {
    return "<Документ><Ид>6a7b2e0c-1111-11ee-8c99-0242ac120002</Ид><Номер>УТ-000104</Номер>"
        + "<Дата>2024-01-09</Дата><Время>10:15:30</Время>"
        + "<ХозОперация>Счет на оплату</ХозОперация><Роль>Продавец</Роль><Валюта>руб.</Валюта>"
        + "<Курс>1</Курс><Сумма>12 500,50</Сумма><Контрагенты><Контрагент><Ид>k1</Ид>"
        + "<Наименование>ООО «Ромашка»</Наименование><ИНН>7701000001</ИНН><Роль>Покупатель</Роль>"
        + "<Адрес><Представление>Москва</Представление></Адрес></Контрагент></Контрагенты>"
        + "<Товары><Товар><Ид>t</Ид><Сумма>1</Сумма><ЗначенияРеквизитов>"
        + requisite("Проведен", "false")
        + "</ЗначенияРеквизитов></Товар></Товары><ЗначенияРеквизитов>"
        + requisite("Сумма", "999")
        + requisite("Дата оплаты по 1С", paidOn)
        + "</ЗначенияРеквизитов></Документ>";
  }

  private static String file(String documents) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<КоммерческаяИнформация ВерсияСхемы=\"2.05\" ДатаФормирования=\"2024-02-01T10:00:00\">"
        + documents
        + "</КоммерческаяИнформация>";
  }

  private void assertRefused(String text, ErrorCode code) {
    Path path = Imports.file(folder, "a.xml", text);
    assertThatThrownBy(() -> Imports.read(business(), path))
        .isInstanceOfSatisfying(SvodkaException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
