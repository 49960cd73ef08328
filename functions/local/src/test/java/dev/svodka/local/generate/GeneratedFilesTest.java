package dev.svodka.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.kpi.KpiEngine;
import dev.svodka.kpi.KpiOptions;
import dev.svodka.kpi.KpiRun;
import dev.svodka.lake.LakeFeed;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.history.HistoryLake;
import dev.svodka.source.imports.ImportCounts;
import dev.svodka.source.imports.ImportProgress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFilesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;

  @Test
  void theTableTheArrowFileAndTheParquetFileGiveTheSameFigures() throws Exception {
    GeneratedFiles.write(folder, 300, 5, begun -> {});
    String table = figures("events.csv");
    assertThat(figures("events.arrow")).isEqualTo(table);
    assertThat(figures("events.parquet")).isEqualTo(table);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    Path again = Files.createDirectory(folder.resolve("again"));
    GeneratedFiles.write(folder, 200, 9, begun -> {});
    GeneratedFiles.write(again, 200, 9, begun -> {});
    for (String file : List.of("events.csv", "events.arrow", "events.parquet", "business.yaml")) {
      assertThat(again.resolve(file)).as(file).hasSameBinaryContentAs(folder.resolve(file));
    }
  }

  private String figures(String file) throws Exception {
    Business business = BusinessFile.load(folder.resolve("business.yaml"));
    FolderObjectStore lake = new FolderObjectStore(folder.resolve("lake-" + file));
    ImportCounts counts =
        new HistoryLake(lake, TODAY)
            .add(
                business,
                List.of(folder.resolve(file)),
                (name, line, field, reason) -> {},
                ImportProgress.NONE);
    assertThat(counts.rejectedByReason()).as(file).isEmpty();
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (KpiRun run =
        new KpiEngine()
            .run(
                business,
                new LakeFeed(lake, business.account())::forEach,
                KpiOptions.of(folder).asOf(SyntheticCompany.end()))) {
      run.writeJson(json, "test");
    }
    return json.toString(StandardCharsets.UTF_8);
  }
}
