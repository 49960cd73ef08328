package dev.svodka.kpi;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One DuckDB in memory; after a SQL error DuckDB closes the statement, so each one is new. */
final class Database implements AutoCloseable {
  /** Makes one record of a row. */
  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private final DuckDBConnection connection;
  private final Path tempFolder;
  private boolean locked;

  private Database(DuckDBConnection connection, Path tempFolder) {
    this.connection = connection;
    this.tempFolder = tempFolder;
  }

  /**
   * A database whose settings nobody can change any more and that reaches no file but its spill:
   * DuckDB lets a statement read what lies in that folder, so it has one of its own, which DuckDB
   * makes at the first spill and takes away when it closes.
   */
  static Database locked(Path tempFolder, long memoryLimit, int threads) {
    Path spill = tempFolder.resolve("spill-" + UUID.randomUUID());
    Database database = open(spill, memoryLimit, threads);
    database.execute("set enable_external_access = false");
    database.execute("set lock_configuration = true");
    database.locked = true;
    return database;
  }

  /** A database that may read and write files: Parquet goes through one of these. */
  static Database open(Path tempFolder, long memoryLimit, int threads) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memoryLimit / (1 << 20) + "MiB");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("temp_directory", tempFolder.toAbsolutePath().toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("preserve_insertion_order", "false");
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
      Database database = new Database(connection.unwrap(DuckDBConnection.class), tempFolder);
      database.execute("set TimeZone = 'UTC'");
      return database;
    } catch (SQLException e) {
      throw failure("opening the database", e);
    }
  }

  /** The folder that statements of a locked database may read and write, and no other. */
  Path tempFolder() {
    return tempFolder;
  }

  DuckDBConnection connection() {
    return connection;
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(firstLine(sql), e);
    }
  }

  void runScript(SqlFile file) {
    for (String statement : file.statements()) {
      try (Statement call = connection.createStatement()) {
        call.execute(statement);
      } catch (SQLException e) {
        throw failure(file.name(), e);
      }
    }
  }

  void insert(String table, List<List<@Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String marks = "?, ".repeat(rows.getFirst().size() - 1) + "?";
    String sql = "insert into " + table + " values (" + marks + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw failure("filling " + table, e);
    }
  }

  /** As insert, where rows are thousands: no statement each, and no casts of what they hold. */
  void append(String table, List<List<@Nullable Object>> rows) {
    try (DuckDBAppender appender = connection.createAppender(table)) {
      for (List<@Nullable Object> row : rows) {
        appender.beginRow();
        for (@Nullable Object value : row) {
          switch (value) {
            case Integer number -> appender.append(number.intValue());
            case Long number -> appender.append(number.longValue());
            case Boolean flag -> appender.append(flag.booleanValue());
            case null, default -> throw new IllegalArgumentException(table + ": " + value);
          }
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw failure("filling " + table, e);
    }
  }

  <T> List<T> query(String what, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(mapper.map(result));
        }
      }
    } catch (SQLException e) {
      throw failure(what, e);
    }
    return rows;
  }

  <T> T one(String what, String sql, RowMapper<T> mapper) {
    return query(what, sql, mapper).getFirst();
  }

  static SvodkaException failure(String what, SQLException e) {
    String message = String.valueOf(e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("out of memory")) {
      return new SvodkaException(
          ErrorCode.OUT_OF_MEMORY, "The database has too little memory for " + what + ".", e);
    }
    if (lower.contains("no space left") || lower.contains("max_temp_directory_size")) {
      return new SvodkaException(
          ErrorCode.DISK_FULL, "The temporary folder is full during " + what + ".", e);
    }
    return new SvodkaException(ErrorCode.INTERNAL, what + ": " + message, e);
  }

  private static String firstLine(String sql) {
    return sql.lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      connection.close();
      if (locked) {
        Files.deleteIfExists(tempFolder);
      }
    } catch (SQLException e) {
      throw failure("closing the database", e);
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.DISK_FULL, tempFolder + " cannot be taken away: " + e.getMessage(), e);
    }
  }
}
