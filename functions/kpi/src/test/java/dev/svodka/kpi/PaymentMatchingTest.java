package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentMatchingTest {
  private static final String AS_OF = "2026-04-01T00:00:00Z";
  private static final String BUSINESS =
      """
      account: test
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        invoices:
          kind: invoice
          items: {type: invoice}
          milestones: {issued: {created: true}, paid: {paid-in-full: true}}
          customer: {id: {field: inn}, name: {field: company}}
      imports:
        - files: "kl_to_1c*.txt"
      """;

  private static final String STATEMENT =
      """
      1CClientBankExchange
      ВерсияФормата=1.03
      Кодировка=Windows
      РасчСчет=40702810000000000001
      СекцияДокумент=Платежное поручение
      Номер=1
      Дата=05.03.2026
      Сумма=100.00
      ПлательщикСчет=40702810000000000777
      Плательщик=7701000001, ООО "Ромашка"
      ПлательщикИНН=7701000001
      ПолучательСчет=40702810000000000001
      ДатаПоступило=06.03.2026
      НазначениеПлатежа=Оплата по счету № 104 от 02.03.2026
      КонецДокумента
      КонецФайла
      """;

  @TempDir Path folder;

  @Test
  void anInvoiceThatIsKnownAfterItsPaymentIsFoundByTheNextRun() throws Exception {
    Path statement = statement();
    try (KpiRun before = new Company(BUSINESS).history(statement).run(AS_OF)) {
      assertThat(before.quality().unmatchedPayments()).isEqualTo(1);
      assertThat(before.items("unallocated", "invoices", Optional.empty(), 10))
          .as("and it is listed")
          .singleElement()
          .satisfies(payment -> assertThat(payment.itemType()).isEqualTo("payment"));
    }
    try (KpiRun after =
        new Company(BUSINESS).history(statement).file(List.of(invoices().getLast())).run(AS_OF)) {
      assertThat(after.quality().unmatchedPayments()).isZero();
      assertThat(after.unpaid("invoices")).isEmpty();
    }
  }

  @Test
  void theSameStatementTwiceAndInAnyOrderGivesTheSameBytes() throws Exception {
    Path statement = statement();
    String once;
    try (KpiRun run = new Company(BUSINESS).history(statement).file(invoices()).run(AS_OF)) {
      once = Company.json(run);
      assertThat(run.unpaid("invoices")).extracting(UnpaidInvoice::itemId).doesNotContain("104");
      assertThat(run.brokenInvariants()).isEmpty();
    }
    for (long seed = 0; seed < 5; seed++) {
      List<ChangeEvent> shuffled = new ArrayList<>(invoices());
      Collections.shuffle(shuffled, new Random(seed));
      Company company = new Company(BUSINESS).file(shuffled).history(statement).history(statement);
      try (KpiRun run = company.threads(1 + (int) seed % 2).run(AS_OF)) {
        assertThat(Company.json(run)).as("seed %d", seed).isEqualTo(once);
      }
    }
  }

  private Path statement() throws Exception {
    return Files.write(folder.resolve("kl_to_1c.txt"), STATEMENT.getBytes(StandardCharsets.UTF_8));
  }

  /** The number is the item's id; some cost the same. */
  private static List<ChangeEvent> invoices() {
    StringBuilder events = new StringBuilder("# events\n");
    for (int i = 1; i <= 104; i++) {
      events.append(
          "2026-03-02T10:00 created %d type=invoice amount=%d inn=77%02d000001%n"
              .formatted(i, i % 3 == 0 ? 50 : 100, i % 4 + 1));
    }
    return CaseFile.parse(events.toString()).changes(ZoneId.of("Europe/Moscow"));
  }
}
