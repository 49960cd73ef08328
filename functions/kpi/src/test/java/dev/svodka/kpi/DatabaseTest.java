package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Out of Memory Error: failed | OUT_OF_MEMORY | too little memory for the model.",
        "IO Error: No space left on device | DISK_FULL | folder is full during the model.",
        "limit was reached (max_temp_directory_size) | DISK_FULL | folder is full",
        "Parser Error: near x | INTERNAL | the model: Parser Error: near x"
      })
  void whatRunsOutIsToldApartFromOurBugs(String message, ErrorCode code, String told) {
    SvodkaException e = Database.failure("the model", new SQLException(message));
    assertThat(e.code()).isEqualTo(code);
    assertThat(e).hasMessageContaining(told).hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void aLockedDatabaseReachesNoFileAndStaysLocked() {
    try (Database database = Database.locked(folder, 300L << 20, 1)) {
      assertThat(setting(database, "threads")).isEqualTo("1");
      assertThat(setting(database, "memory_limit")).isEqualTo("300.0 MiB");
      assertThat(setting(database, "temp_directory"))
          .startsWith(folder.resolve("spill-").toString());
      assertThat(setting(database, "TimeZone")).isEqualTo("UTC");
      assertThatThrownBy(() -> database.execute("copy (select 1) to '/tmp/svodka-locked.csv'"))
          .hasMessageContaining("disabled");
      assertThatThrownBy(() -> database.execute("set threads = 2")).hasMessageContaining("locked");
    }
  }

  @Test
  void errorsNameWhatWasRun() {
    try (Database database = Database.open(folder, 1L << 28, 1)) {
      database.runScript(new SqlFile("m.sql", "create table t (a int, b varchar);\n"));
      database.insert("t", List.of());
      database.insert("t", List.of(BusinessTables.row(1, "x"), BusinessTables.row(2, null)));
      assertThat(
              database.<String>query(
                  "t", "select b from t where a >= ? order by a", r -> r.getString(1) + "", 1))
          .containsExactly("x", "null");
      assertThat(database.<Integer>one("t", "select max(a) from t", r -> r.getInt(1))).isEqualTo(2);
      assertThatThrownBy(() -> database.execute("select *\nfrom nowhere"))
          .hasMessageStartingWith("select *: ");
      assertThatThrownBy(() -> database.runScript(new SqlFile("bad.sql", "select 1;\nselec 2")))
          .hasMessageStartingWith("bad.sql: ");
      assertThatThrownBy(() -> database.insert("t", List.of(BusinessTables.row("a", "b"))))
          .hasMessageStartingWith("filling t: ");
      assertThatThrownBy(() -> database.query("the sums", "select sum(c) from t", r -> ""))
          .hasMessageStartingWith("the sums: ");
    }
  }

  @Test
  void aRunNeedsMemoryAndAThread() {
    KpiOptions options = KpiOptions.of(folder);
    assertThat(options.memoryLimit()).isGreaterThanOrEqualTo(512L << 20);
    assertThat(options.threads()).isPositive();
    Instant moment = Instant.parse("2026-11-22T21:00:00Z");
    assertThat(options.asOf(moment).asOf()).contains(moment);
    assertThat(options.knownAt(moment).knownAt()).contains(moment);
    assertThat(options.full(true).full()).isTrue();
    assertThatThrownBy(() -> new KpiOptions(options.asOf(), options.knownAt(), false, folder, 0, 1))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> new KpiOptions(options.asOf(), options.knownAt(), false, folder, 1, 0))
        .hasMessageContaining("above 0");
    assertThat(new KpiOptions(options.asOf(), options.knownAt(), false, folder, 1, 1).threads())
        .isEqualTo(1);
  }

  private static String setting(Database database, String name) {
    return database.one(
        name, "select cast(current_setting('" + name + "') as varchar)", r -> r.getString(1));
  }
}
