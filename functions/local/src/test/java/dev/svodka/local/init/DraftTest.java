package dev.svodka.local.init;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.fake.FakeAmoCrm;
import dev.svodka.local.fake.FakeServer;
import dev.svodka.local.fake.VirtualTime;
import dev.svodka.reconcile.CrmDescription;
import dev.svodka.reconcile.LocalVault;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Transport;
import dev.svodka.source.Named;
import dev.svodka.source.Named.What;
import dev.svodka.source.imports.HistoryImport;
import dev.svodka.source.imports.ImportCounts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void aCrmDraftsItsOwnBusinessFile() throws IOException {
    Files.writeString(folder.resolve("token"), FakeAmoCrm.OAUTH);
    VirtualTime time = new VirtualTime(NOW);
    Business stub =
        business(
            """
            account: romashka
            name: Draft
            language: ru
            time-zone: UTC
            currency: RUB
            sources: [{id: crm, kind: amocrm, domain: romashka.amocrm.ru, token: "file:token"}]
            processes: {draft: {items: {type: deal}, milestones: {created: {created: true}}}}
            """);
    try (FakeServer server = new FakeServer(new FakeAmoCrm(1, NOW, time, false), 0)) {
      CrmDescription crm =
          new Reconcile(
                  new Parts(
                      new FolderObjectStore(folder),
                      new MemoryCells(),
                      new LocalVault(folder),
                      source -> server.base(),
                      new Transport(Duration.ofSeconds(10)),
                      time,
                      time,
                      new SplittableRandom(1)))
              .describe(stub, stub.sources().getFirst(), Duration.ofMinutes(5));
      String text =
          CrmDraft.of(SourceKind.AMOCRM, "romashka", "romashka.amocrm.ru", "file:token", crm)
              .text();

      Business drafted = business(text);
      assertThat(drafted.owners()).containsEntry("504141", "Менеджер 504141");
      assertThat(drafted.processes().keySet()).containsExactly("воронка", "воронка_2", "invoices");
      BusinessProcess first = drafted.processes().firstEntry().getValue();
      assertThat(first.funnel()).containsExactly("created", "этап_1", "этап_2", "этап_3", "won");
      assertThat(first.milestone("won").map(Milestone::condition))
          .contains(new Condition.EnteredStage(List.of("142")));
      assertThat(text).contains(Draft.GUESSED).doesNotContain("fake-");
    }
  }

  @Test
  void namesOfStrangersStayValues() {
    CrmDescription hostile =
        new CrmDescription(
            Optional.of("a\"\nkeep: [phone] # \u202e\\"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Named(What.PIPELINE, "1", "}\n<script>", 0),
                new Named(What.STAGE, "1/7", "\u0000=cmd # x\n", 1),
                new Named(What.STAGE, "1/142", "Успех", 2),
                new Named(What.STAGE, "1/143", "Провал", 3)));

    Business drafted =
        business(
            CrmDraft.of(SourceKind.AMOCRM, "romashka", "romashka.amocrm.ru", "env:T", hostile)
                .text());
    assertThat(drafted.keep()).isEmpty();
    assertThat(drafted.name()).isEqualTo("a\" keep: [phone] #  \\");
  }

  @Test
  void aTableIsDraftedAndReadByTheDraft() throws IOException {
    Path file = folder.resolve("сделки.csv");
    StringBuilder csv =
        new StringBuilder("Номер;Менеджер;Сумма;Дата создания;Дата закрытия;Этап\n");
    for (int i = 1; i <= 8; i++) {
      csv.append(
          "%d;%s;%d 000,50;0%d.03.2026;2%d.03.2026;%s\n"
              .formatted(
                  i, i % 2 == 0 ? "Анна" : "Борис", i, i, i, i % 2 == 0 ? "Успешно" : "Отказ"));
    }
    Files.write(file, csv.toString().getBytes(Charset.forName("windows-1251")));
    Files.writeString(folder.resolve("business.yaml"), CsvDraft.of(file).text());
    Business drafted = BusinessFile.load(folder.resolve("business.yaml"));

    List<ChangeEvent> events = new ArrayList<>();
    ImportCounts counts =
        new HistoryImport(drafted, (where, line, field, reason) -> {}, (read, total) -> {})
            .read(List.of(file), events::add);
    assertThat(counts.imported()).isEqualTo(8);
    assertThat(events).filteredOn(event -> event.kind() == Kind.MOVED).hasSize(8);
    assertThat(drafted.processes().firstEntry().getValue().success()).containsExactly("won");
  }

  @Test
  void aLogIsDraftedAndReadByTheDraft() throws IOException {
    Path file = folder.resolve("отчёты.xes");
    StringBuilder log = new StringBuilder("<log>");
    for (int i = 0; i < 8; i++) {
      log.append("<trace><string key='concept:name' value='d%d'/>".formatted(i));
      log.append("<float key='Amount' value='%d.5'/>".formatted(100 + i));
      int hour = 1;
      for (String step :
          i % 4 == 0
              ? List.of("Submitted", "Rejected by \"B\"", "Submitted", "Paid")
              : i == 7
                  ? List.of("Submitted", "Cancelled")
                  : List.of("Submitted", "Approved", "Paid")) {
        for (String transition : List.of("start", "COMPLETE")) {
          log.append(
              """
              <event><string key='concept:name' value='%s'/><string key='org:resource' value='r%d'/>
              <string key='lifecycle:transition' value='%s'/>
              <date key='time:timestamp' value='2026-03-0%dT%02d:00:00+03:00'/></event>
              """
                  .formatted(step.replace("\"", "&quot;"), i, transition, i + 1, hour++));
        }
      }
      log.append("</trace>");
    }
    Files.writeString(file, log.append("</log>").toString());
    Files.writeString(folder.resolve("business.yaml"), LogDraft.of(file).text());
    Business drafted = BusinessFile.load(folder.resolve("business.yaml"));
    BusinessProcess process = drafted.processes().firstEntry().getValue();

    List<ChangeEvent> events = new ArrayList<>();
    ImportCounts counts =
        new HistoryImport(drafted, (where, line, field, reason) -> {}, (read, total) -> {})
            .read(List.of(file), events::add);
    assertThat(counts.rejected()).isZero();
    assertThat(events).filteredOn(event -> event.kind() == Kind.CREATED).hasSize(8);
    assertThat(events).allMatch(event -> event.owner().isPresent());
    assertThat(process.funnel()).containsExactly("created", "submitted", "approved", "paid");
    assertThat(process.success()).containsExactly("paid");
    assertThat(process.failure()).containsExactly("cancelled");
    assertThat(process.rework()).isPresent();
  }

  private static Business business(String text) {
    return BusinessFile.business(
        BusinessFile.parse(text.getBytes(UTF_8), Path.of("nothing-beside")), "business.yaml");
  }
}
