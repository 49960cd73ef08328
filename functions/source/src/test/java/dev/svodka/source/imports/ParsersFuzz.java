package dev.svodka.source.imports;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Every parser of what comes from outside, fed by Jazzer: whatever the bytes, nothing comes out but
 * events, rejects, or an error whose category is the client's data. Not among the tests of the
 * build; {@code .ci/fuzz} runs it.
 */
class ParsersFuzz {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final Business BUSINESS =
      Statements.business(
          """
            - files: "*.txt"
              outgoing: {item: {type: payroll}, only: {КодНазПлатежа: ["1"]}}
            - files: "*.xml"
            - files: "*.xes"
              item: {type: declaration}
              stage: "{concept:name}+{lifecycle:transition}"
            - files: "*.csv"
              item: {type: payment, id: "{id}"}
              customer: {id: "{inn}"}
              amount: "{sum}"
              due: "{due}"
              purpose: "{purpose}"
              events: [{kind: created, at: "{created}"}, {kind: paid, at: "{paid}"}]
          sources:
            - {id: amo, kind: amocrm, subdomain: acme, account-id: 1, secret: "ssm:/a/hook"}
            - {id: b24, kind: bitrix24, domain: acme.bitrix24.ru, secret: "ssm:/a/b24"}
            - {id: own, kind: http, secret: "ssm:/a/http"}
          """);

  private static final Path FILES = folder();

  @FuzzTest
  void form(byte[] bytes) {
    live(SourceKind.AMOCRM).parse(bytes, NOW);
    live(SourceKind.BITRIX24).parse(bytes, NOW);
  }

  @FuzzTest
  void json(byte[] bytes) throws IOException {
    live(SourceKind.HTTP).parse(bytes, NOW);
    history("a.jsonl", bytes);
  }

  @FuzzTest
  void xes(byte[] bytes) throws IOException {
    history("a.xes", bytes);
  }

  @FuzzTest
  void csv(byte[] bytes) throws IOException {
    history("a.csv", bytes);
  }

  @FuzzTest
  void bank(byte[] bytes) throws IOException {
    history("a.txt", bytes);
  }

  @FuzzTest
  void commerceMl(byte[] bytes) throws IOException {
    history("a.xml", bytes);
  }

  @FuzzTest
  void businessFile(byte[] bytes) {
    BusinessFile.parse(bytes, FILES);
  }

  private static PayloadParser live(SourceKind kind) {
    LiveSource source =
        BUSINESS.sources().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    return LiveParser.of(BUSINESS, source);
  }

  private static void history(String name, byte[] bytes) throws IOException {
    Path file = Files.write(FILES.resolve(name), bytes);
    try {
      Imports.Result result = Imports.read(BUSINESS, file);
      if (result.rejects().size() != result.counts().rejected()) {
        throw new AssertionError("rejects are told of that are not counted");
      }
    } catch (SvodkaException e) {
      if (e.category() != ErrorCategory.CLIENT_DATA) {
        throw e;
      }
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("svodka-fuzz");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
