package dev.svodka.spark;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.kpi.EngineTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every file of functions/kpi runs on Spark SQL unchanged and gives DuckDB's rows. */
@TestInstance(Lifecycle.PER_CLASS)
class SparkSqlIT {
  private static final Path SAMPLE = Path.of("../../events/business.yaml");
  private static final long SEED = 20_261_125;

  private final SparkSession session =
      SparkSession.builder()
          .master("local[2]")
          .appName("svodka")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.adaptive.enabled", false)
          .config("spark.sql.codegen.wholeStage", false)
          .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .config("spark.sql.warehouse.dir", Path.of("target/warehouse").toUri().toString())
          .getOrCreate();

  @AfterAll
  void stop() {
    session.stop();
  }

  @TestFactory
  Stream<DynamicTest> onARandomCompany() {
    return everyFile(
        EngineTables.ofRandomCompany(SEED, 200, Instant.parse("2026-04-20T22:00:00Z")));
  }

  @TestFactory
  Stream<DynamicTest> onTheSampleBusiness() {
    Business business = BusinessFile.load(SAMPLE);
    return everyFile(
        EngineTables.of(business, new RandomLives(business, SEED).events(400), RandomLives.END));
  }

  private Stream<DynamicTest> everyFile(EngineTables duckdb) {
    SparkTables tables = new SparkTables(session, duckdb);
    return Stream.of("model", "kpi", "invariant")
        .flatMap(folder -> SqlFile.below(folder).stream())
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> tables.check(file)));
  }
}
