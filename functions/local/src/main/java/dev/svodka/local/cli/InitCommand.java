package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.init.CrmDraft;
import dev.svodka.local.init.CsvDraft;
import dev.svodka.local.init.Draft;
import dev.svodka.local.init.LogDraft;
import dev.svodka.reconcile.LocalVault;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Reconcile;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.PublicHosts;
import dev.svodka.reconcile.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Drafts a business file from a CRM's stages, people and reasons, from a CSV's header and"
            + " values, or from a process log's (XES) activities.")
final class InitCommand implements Callable<Integer> {
  private static final Duration TIME_OUT = Duration.ofSeconds(30);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

  private final Terminal terminal;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE|amocrm|bitrix24",
      description = "A CSV or XES file, or the CRM to ask.")
  private String from;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The business file to write; one that is there is left alone.")
  private Path out;

  @Option(
      names = "--domain",
      paramLabel = "HOST",
      description = "The CRM's host: romashka.amocrm.ru, romashka.kommo.com, romashka.bitrix24.ru.")
  private @Nullable String domain;

  @Option(
      names = "--token",
      paramLabel = "env:NAME|file:PATH",
      description = "Where its token is kept: never the token itself.")
  private @Nullable String token;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Draft draft =
        switch (from) {
          case "amocrm" -> crm(SourceKind.AMOCRM);
          case "bitrix24" -> crm(SourceKind.BITRIX24);
          default -> history(Path.of(from));
        };
    try {
      Files.writeString(out, draft.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, out + " is there already; name another file", e);
    }
    long guesses = draft.text().lines().filter(line -> line.contains(Draft.GUESSED)).count();
    terminal.result("%s is drafted; %d lines are guessed, see them with".formatted(out, guesses));
    terminal.result("  svodka check " + out);
    return ExitStatus.DONE;
  }

  private static Draft history(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new SvodkaException(ErrorCode.NOT_FOUND, file + ": there is no such file");
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.xes(\\.gz)?")) {
      return LogDraft.of(file);
    }
    if (!name.matches(".*\\.(csv|txt|tsv)")) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          file + ": a draft is made from a CSV, an XES, amocrm or bitrix24");
    }
    return CsvDraft.of(file);
  }

  private Draft crm(SourceKind kind) {
    if (domain == null || token == null) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID,
          "--from %s needs --domain and --token, such as --token env:CRM_TOKEN".formatted(from));
    }
    String account = account(domain);
    Business stub = stub(kind, account);
    LiveSource source = stub.sources().getFirst();
    Path nowhere = Path.of(System.getProperty("java.io.tmpdir"), "svodka-init");
    Parts parts =
        new Parts(
            new FolderObjectStore(nowhere),
            new MemoryCells(),
            new LocalVault(Path.of("").toAbsolutePath()),
            new PublicHosts(),
            new Transport(TIME_OUT),
            Clock.systemUTC(),
            Pause.REAL,
            new SecureRandom());
    terminal.say("asking " + domain);
    return CrmDraft.of(
        kind, account, domain, token, new Reconcile(parts).describe(stub, source, LONG_ENOUGH));
  }

  private static String account(String host) {
    String label = host.replaceAll("\\..*", "").toLowerCase(Locale.ROOT);
    String account = label.replaceAll("[^a-z0-9-]", "");
    return account.isEmpty() ? "company" : account.substring(0, Math.min(40, account.length()));
  }

  /** As much of a business file as it takes to ask; it checks domain and token. */
  private Business stub(SourceKind kind, String account) {
    String text =
        """
        account: %s
        name: Draft
        language: ru
        time-zone: UTC
        currency: RUB
        sources: [{id: crm, kind: %s, domain: %s, token: %s}]
        processes: {draft: {items: {type: deal}, milestones: {created: {created: true}}}}
        """
            .formatted(
                account,
                kind.text(),
                Draft.quoted(String.valueOf(domain)),
                Draft.quoted(String.valueOf(token)));
    return BusinessFile.business(
        BusinessFile.parse(text.getBytes(StandardCharsets.UTF_8), Path.of("")),
        "--domain, --token");
  }
}
