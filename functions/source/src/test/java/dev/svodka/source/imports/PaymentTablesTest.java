package dev.svodka.source.imports;

import static dev.svodka.source.imports.Statements.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.event.ItemRef;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers of payments and invoices that people save out of 1C or a bank, as tables. */
class PaymentTablesTest {
  private static final Charset CP1251 = Charset.forName("windows-1251");

  @TempDir Path folder;

  @Test
  void paymentsByTheirPurpose() {
    Business business =
        Statements.business(
            """
              - files: "*.csv"
                item: {type: payment, id: "{Номер}/{Дата}"}
                customer: {id: "{ИНН}"}
                amount: "{Сумма}"
                purpose: "{Назначение платежа}"
                events: [{kind: paid, at: "{Дата}"}]
            """);
    String table =
        """
        Номер;Дата;Контрагент;ИНН;Сумма;Назначение платежа
        1;10.01.2024;Ромашка;7701000001;10 000,50;Оплата по счету № 104 от 09.01.2024
        2;10.01.2024;Ромашка;7701000001;1\u00A0234\u00A0567,89;за товар
        3;11.01.2024;Ромашка;7701000001;250,00;сч. 105, 106
        """;
    Imports.Result result =
        Imports.read(business, Imports.file(folder, "p.csv", table.getBytes(CP1251)));
    assertThat(told(result))
        .containsExactly(
            "paid payment 2024-01-09T21:00:00Z 10000.50 RUB 7701000001 - {invoices=104@2024-01-09}",
            "paid payment 2024-01-09T21:00:00Z 1234567.89 RUB 7701000001 - {invoices=-}",
            "paid payment 2024-01-10T21:00:00Z 250.00 RUB 7701000001 - {invoices=105 106}",
            "read 3 imported 3 duplicates 0 filtered 0 rejected 0");
    assertThat(result.events().toString()).doesNotContain("Оплата");
  }

  @Test
  void invoicesAndWhatTheyAreKnownToBePaid() {
    Business business =
        Statements.business(
            """
              - files: "*.csv"
                item: {type: invoice, id: "{№}"}
                customer: {id: "{ИНН}", name: "{Покупатель}"}
                currency: "{Валюта}"
                due: "{Оплатить до}"
                events:
                  - {kind: created, at: "{Дата}", amount: "{Сумма}"}
                  - {kind: paid, at: "{Дата оплаты}", amount: "{Оплачено}"}
            """);
    String table =
        """
        №;Дата;Покупатель;ИНН;Сумма;Валюта;Оплатить до;Дата оплаты;Оплачено
        104;09.01.2024 10:00:00;ООО Ромашка;7701000001;10\u202F000,50;RUB;19.01.2024;20.01.2024;4 000,00
        105;10.01.2024;ООО Ромашка;7701000001;500,00;EUR;;;
        """;
    Imports.Result result = Imports.read(business, Imports.file(folder, "i.csv", table));
    assertThat(told(result))
        .containsExactly(
            "created invoice 2024-01-09T07:00:00Z 10000.50 RUB 7701000001 ООО Ромашка {}",
            "paid invoice 2024-01-19T21:00:00Z 4000.00 RUB 7701000001 ООО Ромашка {}",
            "created invoice 2024-01-09T21:00:00Z 500.00 EUR 7701000001 ООО Ромашка {}",
            "read 2 imported 2 duplicates 0 filtered 0 rejected 0");
  }

  @Test
  void aPaymentWhoseInvoiceTheRowNamesIsNotLookedFor() {
    Business business =
        Statements.business(
            """
              - files: "*.csv"
                item: {type: payment, id: "{no}"}
                parent: {type: invoice, id: "{invoice}"}
                amount: "{sum}"
                purpose: "{purpose}"
                events: [{kind: paid, at: "{day}"}]
            """);
    Imports.Result result =
        Imports.read(
            business,
            Imports.file(
                folder,
                "p.csv",
                "no,day,sum,invoice,purpose\n1,2024-01-10,5,104,счет 1\n2,2024-01-10,5,,счет 1\n"));
    assertThat(result.events().getFirst().parent()).contains(new ItemRef("invoice", "104"));
    assertThat(result.events().getFirst().fields()).isEmpty();
    assertThat(result.events().getLast().fields()).containsEntry("invoices", "1");
  }
}
