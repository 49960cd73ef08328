package dev.svodka.local.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.ItemRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events as one CSV table, a row an event, in the columns that {@code imports.yaml} beside this
 * class reads back.
 */
final class EventsCsv implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "item_type",
          "item_id",
          "deal",
          "at",
          "received",
          "pipeline",
          "stage",
          "owner",
          "amount",
          "currency",
          "due",
          "customer",
          "customer_name");
  private static final List<String> FIELDS =
      List.of("phone", "budget", "inn", "company", "source", "loss_reason");

  private final CsvWriter csv;

  EventsCsv(Path file) throws IOException {
    csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8);
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(FIELDS);
    csv.writeRecord(header);
  }

  void append(ChangeEvent event) {
    List<String> row = new ArrayList<>(COLUMNS.size() + FIELDS.size());
    row.add(event.kind().text());
    row.add(event.item().type());
    row.add(event.item().id());
    row.add(event.parent().map(ItemRef::id).orElse(""));
    row.add(event.occurredAt().toString());
    row.add(event.receivedAt().toString());
    row.add(event.pipeline().orElse(""));
    row.add(event.stage().orElse(""));
    row.add(event.owner().orElse(""));
    row.add(event.amount().map(BigDecimal::toPlainString).orElse(""));
    row.add(event.currency().orElse(""));
    row.add(event.dueAt().map(Instant::toString).orElse(""));
    row.add(event.customerId().orElse(""));
    row.add(event.customerName().orElse(""));
    for (String field : FIELDS) {
      row.add(Optional.ofNullable(event.fields().get(field)).orElse(""));
    }
    csv.writeRecord(row);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
