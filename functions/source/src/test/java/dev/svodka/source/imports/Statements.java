package dev.svodka.source.imports;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** Bank statements for tests, and what they give in a few words. */
final class Statements {
  static final String OWN = "40702810000000000001";
  static final String CUSTOMER = "40702810000000000777";

  private Statements() {}

  /** A company whose file says {@code imports} and nothing else of note. */
  static Business business(String imports) {
    String yaml =
        """
        account: acme
        time-zone: Europe/Moscow
        currency: RUB
        processes:
          invoices:
            kind: invoice
            items: {type: invoice}
            milestones: {issued: {created: true}, paid: {paid-in-full: true}}
            fields: {number: Номер}
        imports:
        """
            + imports;
    return switch (BusinessFile.parse(yaml.getBytes(StandardCharsets.UTF_8), Path.of("."))) {
      case BusinessFile.Parsed.Valid(Business business) -> business;
      case BusinessFile.Parsed.Invalid(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  static Business bank() {
    return business("  - files: \"*.txt\"\n");
  }

  static Path sample(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/samples"))) {
      folder = folder.getParent();
    }
    Path sample =
        (folder == null ? Path.of("/work") : folder).resolve("shared/samples/1c").resolve(name);
    Assumptions.assumeTrue(Files.exists(sample), "no samples on this machine: " + sample);
    return sample;
  }

  /** A document that came, with these values instead of the usual ones. */
  static String document(String... changes) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Номер", "1");
    values.put("Дата", "09.01.2024");
    values.put("Сумма", "13056.00");
    values.put("ПлательщикСчет", CUSTOMER);
    values.put("ДатаСписано", "");
    values.put("Плательщик", "7701000001, ООО \"Ромашка\"");
    values.put("ПлательщикИНН", "7701000001");
    values.put("Плательщик1", "ООО \"Ромашка\"");
    values.put("ПлательщикРасчСчет", CUSTOMER);
    values.put("ПолучательСчет", OWN);
    values.put("ДатаПоступило", "10.01.2024");
    values.put("Получатель", "ООО Мы");
    values.put("ПолучательИНН", "7702000002");
    values.put("ПолучательРасчСчет", OWN);
    values.put("ПолучательКорсчет", "");
    values.put("НазначениеПлатежа", "Оплата по счету № 104 от 09.01.2024");
    for (String change : changes) {
      int equals = change.indexOf('=');
      values.put(change.substring(0, equals), change.substring(equals + 1));
    }
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(
            Collectors.joining(
                "\r\n", "СекцияДокумент=Платежное поручение\r\n", "\r\nКонецДокумента\r\n"));
  }

  /** A file of these documents that says it came to {@code received}; empty: it says nothing. */
  static String statement(String received, String... documents) {
    return String.join(
            "\r\n",
            "1CClientBankExchange",
            "ВерсияФормата=1.03",
            "Кодировка=Windows",
            "Отправитель=Банк",
            "ДатаНачала=01.01.2024",
            "ДатаКонца=31.01.2024",
            "РасчСчет=" + OWN,
            "СекцияРасчСчет",
            "ДатаНачала=01.01.2024",
            "ДатаКонца=31.01.2024",
            "РасчСчет=" + OWN,
            received.isEmpty() ? "НачальныйОстаток=0.00" : "ВсегоПоступило=" + received,
            "КонецРасчСчет",
            "")
        + String.join("", documents)
        + "КонецФайла";
  }

  /** One line an event, one a reject, and the counts. */
  static List<String> told(Imports.Result result) {
    List<String> lines = new ArrayList<>();
    for (ChangeEvent event : result.events()) {
      lines.add(
          "%s %s %s %s %s %s %s %s"
              .formatted(
                  event.kind().text(),
                  event.item().type(),
                  event.occurredAt(),
                  event.amount().map(BigDecimal::toPlainString).orElse("-"),
                  event.currency().orElse("-"),
                  event.customerId().orElse("-"),
                  event.customerName().orElse("-"),
                  event.fields()));
    }
    result
        .rejects()
        .forEach(r -> lines.add("reject line " + r.line() + " " + r.field() + ": " + r.reason()));
    ImportCounts counts = result.counts();
    lines.add(
        "read %d imported %d duplicates %d filtered %d rejected %d"
            .formatted(
                counts.read(),
                counts.imported(),
                counts.duplicates(),
                counts.filtered(),
                counts.rejected()));
    return lines;
  }
}
