package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} and {@code import} say on a command line, without any CRM to ask. */
class ApiCommandsTest {
  @TempDir private Path folder;

  private final RecordedTerminal terminal = new RecordedTerminal();

  @Test
  void aTableBecomesABusinessFileWhoseGuessesCheckLists() throws IOException {
    Path csv = folder.resolve("deals.csv");
    Files.write(
        csv,
        List.of(
            "deal_id,stage,created,closed",
            "1,Won,2026-01-01,2026-02-01",
            "2,Lost,2026-01-02,2026-02-02",
            "3,Won,2026-01-03,2026-02-03",
            "4,Lost,2026-01-04,2026-02-04"));
    Path out = folder.resolve("business.yaml");

    assertThat(run("init", "--from", csv.toString(), "--out", out.toString())).isZero();
    assertThat(run("check", out.toString())).isZero();
    assertThat(said())
        .contains("is drafted; 10 lines are guessed")
        .contains("business.yaml:3: guessed, look at it: account: company");

    assertThat(run("init", "--from", csv.toString(), "--out", out.toString())).isEqualTo(2);
    assertThat(said()).contains("is there already; name another file");
  }

  @Test
  void aCrmIsAskedByItsNameAndAReferenceToItsToken() {
    String out = folder.resolve("business.yaml").toString();

    assertThat(run("init", "--from", "amocrm", "--out", out)).isEqualTo(2);
    assertThat(said()).contains("--from amocrm needs --domain and --token");

    assertThat(
            run(
                "init",
                "--from=bitrix24",
                "--out=" + out,
                "--domain=romashka.bitrix24.ru",
                "--token=1/abcdef0123456789"))
        .isEqualTo(2);
    assertThat(said())
        .contains("a secret may not stand in this file")
        .doesNotContain("abcdef0123456789");
  }

  @Test
  void importTakesFilesOrATime() throws IOException {
    Path business = folder.resolve("business.yaml");
    Files.writeString(
        business,
        """
        account: romashka
        name: Romashka
        language: ru
        time-zone: Europe/Moscow
        currency: RUB
        sources: [{id: amo, kind: amocrm, subdomain: romashka, token: "file:no-such-file"}]
        processes: {sales: {items: {type: deal}, milestones: {created: {created: true}}}}
        """);
    List<String> call =
        List.of("import", "--business", business.toString(), "--lake", folder.toString());

    assertThat(run(call)).isEqualTo(2);
    assertThat(run(call, "--from", "2026-02-01", "--to", "2026-01-01")).isEqualTo(2);
    assertThat(said()).contains("--from is not before --to");
    assertThat(run(call, "--from", "2026-01-01", "--to", "2026-02-01", "--source", "b24"))
        .isEqualTo(2);
    assertThat(said()).contains("the business file has no source `b24` with a token");
  }

  private int run(List<String> call, String... more) {
    return run(Stream.concat(call.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  private int run(String... arguments) {
    return terminal.run(arguments);
  }

  private String said() {
    return terminal.out() + terminal.err();
  }
}
