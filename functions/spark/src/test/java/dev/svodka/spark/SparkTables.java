package dev.svodka.spark;

import dev.svodka.kpi.EngineTables;
import dev.svodka.kpi.EngineTables.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The tables of one company in Spark, and what the files make of them. */
final class SparkTables {
  private final SparkSession session;
  private final EngineTables duckdb;

  /** Copies what no model makes from DuckDB. */
  SparkTables(SparkSession session, EngineTables duckdb) {
    this.session = session;
    this.duckdb = duckdb;
    SqlFunctions.register(session, duckdb.business());
    Set<String> made =
        SqlFile.below("model").stream()
            .flatMap(file -> file.relation().stream())
            .collect(Collectors.toSet());
    duckdb
        .tables()
        .forEach(
            (name, table) -> {
              session.catalog().dropTempView(name);
              if (!made.contains(name)) {
                copy(name, table);
              }
            });
  }

  /**
   * Runs a file on what Spark has made so far and compares the rows with DuckDB's. Where they
   * differ, what follows goes on with DuckDB's, so that each file is judged by itself.
   */
  void check(SqlFile file) {
    @Nullable Table expected =
        file.relation()
            .map(duckdb.tables()::get)
            .orElseGet(() -> duckdb.answers().get(file.name()));
    if (expected == null) {
      throw new AssertionError(file.name() + " has not run on DuckDB");
    }
    boolean same = false;
    try {
      Dataset<Row> answer = session.sql(file.select());
      List<Row> rows = answer.collectAsList();
      new RowComparison(file.name(), names(StructType.fromDDL(expected.columns())), expected.rows())
          .compare(names(answer.schema()), rows.stream().map(SparkTables::values).toList());
      file.relation()
          .ifPresent(
              name -> session.createDataFrame(rows, answer.schema()).createOrReplaceTempView(name));
      same = true;
    } finally {
      if (!same) {
        file.relation().ifPresent(name -> copy(name, expected));
      }
    }
  }

  private void copy(String name, Table table) {
    List<Row> rows = table.rows().stream().map(row -> RowFactory.create(row.toArray())).toList();
    session
        .createDataFrame(rows, StructType.fromDDL(table.columns()))
        .createOrReplaceTempView(name);
  }

  private static List<String> names(StructType schema) {
    return List.of(schema.fieldNames()).stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<@Nullable Object> values(Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      values.add(row.get(i));
    }
    return Collections.unmodifiableList(values);
  }
}
