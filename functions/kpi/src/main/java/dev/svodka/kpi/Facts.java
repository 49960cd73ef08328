package dev.svodka.kpi;

import dev.svodka.core.event.SourceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes the view of facts. */
final class Facts {
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
  private static final int HOUR_SCALE = 6;

  private Facts() {}

  static List<FactItem> items(
      Database database, String kpi, String process, Optional<String> subject, int limit) {
    return database.query(
        "the items behind " + kpi,
        SqlFiles.read("engine/items.sql"),
        Facts::item,
        kpi,
        process,
        subject.orElse(null),
        subject.orElse(null),
        limit);
  }

  private static FactItem item(ResultSet row) throws SQLException {
    Optional<BigDecimal> millis = Numbers.of(row.getObject("elapsed"));
    return new FactItem(
        row.getString("item_type"),
        row.getString("item_id"),
        Optional.ofNullable(row.getString("owner")),
        Optional.ofNullable(row.getString("stage")),
        millis.map(m -> m.divide(HOUR, HOUR_SCALE, RoundingMode.HALF_EVEN)),
        Optional.ofNullable(row.getBigDecimal("amount")),
        Optional.ofNullable(row.getString("currency")),
        Numbers.of(row.getObject("created")).map(m -> Instant.ofEpochMilli(m.longValue())),
        row.getBoolean("in_numerator"),
        SourceKind.of(row.getString("source")));
  }

  /**
   * The run's database is locked and reaches no folder but its spill, so the file is made there.
   */
  static void writeParquet(Database database, Path file) throws IOException {
    Path folder = Files.createDirectories(database.tempFolder());
    Path made = folder.resolve("facts.parquet");
    database.execute(
        "copy (%s) to '%s' (format parquet, compression zstd)"
            .formatted(
                SqlFiles.read("engine/facts_listed.sql"),
                made.toAbsolutePath().toString().replace("'", "''")));
    Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
