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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads and writes facts. */
final class Facts {
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
  private static final int HOUR_SCALE = 6;

  private Facts() {}

  private record Listed(int ask, long count, FactItem item) {}

  static List<ItemList> items(Database database, List<ItemQuery> asked, int limit) {
    database.execute(SqlFiles.read("engine/asked.sql"));
    database.insert(
        "asked", IntStream.range(0, asked.size()).mapToObj(i -> row(i, asked.get(i))).toList());
    Map<Integer, List<Listed>> lists =
        database
            .query(
                "the items behind figures",
                SqlFiles.read("engine/items.sql"),
                Facts::listed,
                limit,
                limit)
            .stream()
            .collect(Collectors.groupingBy(Listed::ask));
    return IntStream.range(0, asked.size())
        .mapToObj(i -> list(lists.getOrDefault(i, List.of())))
        .toList();
  }

  private static List<@Nullable Object> row(int ask, ItemQuery query) {
    return BusinessTables.row(
        ask,
        query.fact(),
        query.process(),
        query.subject().orElse(null),
        query.period(),
        query.currency().orElse(null));
  }

  private static ItemList list(List<Listed> rows) {
    return new ItemList(
        rows.isEmpty() ? 0 : rows.getFirst().count(), rows.stream().map(Listed::item).toList());
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(row.getInt("ask"), row.getLong("of_all"), item(row));
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
        SourceKind.of(row.getString("source")),
        Numbers.of(row.getObject("day")).map(day -> LocalDate.ofEpochDay(day.longValue())));
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
