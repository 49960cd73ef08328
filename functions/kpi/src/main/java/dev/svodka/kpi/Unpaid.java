package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the unpaid invoices of a run. */
final class Unpaid {
  private Unpaid() {}

  static List<UnpaidInvoice> invoices(Database database, String process) {
    return database.query(
        "the unpaid invoices of " + process,
        SqlFiles.read("engine/unpaid.sql"),
        Unpaid::invoice,
        process);
  }

  private static UnpaidInvoice invoice(ResultSet row) throws SQLException {
    return new UnpaidInvoice(
        row.getString("item_id"),
        Optional.ofNullable(row.getString("owner")),
        Optional.ofNullable(row.getString("customer")),
        Optional.ofNullable(row.getString("customer_name")),
        row.getString("currency"),
        row.getBigDecimal("amount"),
        row.getBigDecimal("owed"),
        Numbers.of(row.getObject("due_day")).map(day -> LocalDate.ofEpochDay(day.longValue())),
        row.getInt("days_late"),
        row.getString("bucket"),
        row.getBoolean("debt"),
        row.getLong("customer_due"),
        row.getLong("customer_on_time"),
        SourceKind.of(row.getString("source")),
        KpiItem.of(row, "parent_"));
  }
}
