package dev.svodka.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceReferenceTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Оплата по счету № 104 от 09.01.2024 за услуги. НДС не облагается     | 104@2024-01-09
          Оплата по счёту №104 от 09.01.24г., в т.ч. НДС 20% - 2176-00          | 104@2024-01-09
          По сч. 12                                                             | 12
          сч.№12/3 от 5.3.2024                                                  | 12/3@2024-03-05
          за счет № УТ-000104 от 12 января 2024 г.                              | УТ-000104@2024-01-12
          Оплата счета УТ00-000104 от 2024-01-12                                | УТ00-000104@2024-01-12
          оплата счету104                                                       | 104
          Счет на оплату N 7 от 01/02/2024                                      | 7@2024-02-01
          счет от 09.01.2024 № 104                                              | 104@2024-01-09
          Оплата по счетам № 104, 105 и 106 от 09.01.2024                       | 104 105 106@2024-01-09
          сч. 104 от 09.01.2024, № 105 от 10.01.2024; сч.106                    | 104@2024-01-09 105@2024-01-10 106
          Оплата по заказу клиента №9614, НДС не облагается                     | 9614
          счет-договор № 5 от 01.02.2024                                        | 5@2024-02-01
          Invoice No 2024-17                                                    | 2024-17
          счет № 104, 2 шт по 500.00                                            | 104
          счет № 104, 20% НДС                                                   | 104
          счет № 104 от 31.02.2024                                              | 104
          счет-фактура № 55 от 01.02.2024                                       | -
          сч. фактура 55                                                        | -
          р/счет 40702810000000074935                                           | -
          перевод на расчетный счет 123456                                      | -
          лицевой счет № 123456                                                 | -
          на счет 40702810000000074935                                          | -
          пополнение счета на 1000 руб                                          | -
          счет за 2024 год                                                      | -
          за счет 30% аванса                                                    | -
          договор № 104 от 09.01.2024                                           | -
          счетчик 12                                                            | -
          счет 1041.50                                                          | -
          """)
  void aPurposeNamesItsInvoicesByWholeWords(String purpose, String expected) {
    assertThat(InvoiceReference.write(InvoiceReference.in(purpose))).isEqualTo(expected);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<InvoiceReference> references =
        List.of(
            new InvoiceReference("104", Optional.of(LocalDate.of(2024, 1, 9))),
            new InvoiceReference("УТ-105", Optional.empty()));
    assertThat(InvoiceReference.read(InvoiceReference.write(references))).isEqualTo(references);
    assertThat(InvoiceReference.read(InvoiceReference.write(List.of()))).isEmpty();
    assertThat(InvoiceReference.read("104@soon x @2024-01-01"))
        .containsExactly(new InvoiceReference("104", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "104, 104, same",
    "104, 0000000104, same",
    "УТ-104, УТ00-000104, same",
    "ут-104, УТ-104, same",
    "AB-7, АВ-7, same",
    "104, УТ00-000104, nearly",
    "104, 1, no",
    "104, 1041, no",
    "1, 104/1, no",
    "104, 26/104, no",
    "УТ-104, ЦБ-104, no",
    "0, 00, no",
  })
  void numbersAreComparedWhole(String one, String other, String expected) {
    InvoiceNumber a = InvoiceNumber.of(one);
    InvoiceNumber b = InvoiceNumber.of(other);
    String verdict = a.same(b) ? "same" : a.nearly(b) ? "nearly" : "no";
    assertThat(verdict).isEqualTo(expected);
    assertThat(b.same(a)).isEqualTo(a.same(b));
    assertThat(b.nearly(a)).isEqualTo(a.nearly(b));
    if (!expected.equals("no")) {
      assertThat(a.key()).isEqualTo(b.key());
    }
  }

  @Test
  void anyTextIsAPurpose() {
    String parts = "счет №,.от и 1;0/9-2024 %г января(сч\u0000\u200F'";
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        text.append(
            random.nextInt(4) == 0
                ? "счет №"
                : String.valueOf(parts.charAt(random.nextInt(parts.length()))));
      }
      assertThatCode(
              () ->
                  assertThat(
                          InvoiceReference.read(
                              InvoiceReference.write(InvoiceReference.in(text.toString()))))
                      .isEqualTo(InvoiceReference.in(text.toString())))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
    assertThat(InvoiceReference.in("счет ".repeat(1_000_000))).isEmpty();
    assertThat(InvoiceReference.in("сч. 1, ".repeat(1_000))).hasSize(1);
  }
}
