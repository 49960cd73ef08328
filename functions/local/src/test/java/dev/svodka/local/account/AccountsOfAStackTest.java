package dev.svodka.local.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.link.Link;
import dev.svodka.core.link.LinkKeys;
import dev.svodka.core.link.Links;
import dev.svodka.core.secret.HookSecret;
import dev.svodka.core.secret.Secret;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.local.cli.RecordedTerminal;
import dev.svodka.local.fake.FakeAmoCrm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of accounts over a stack in a folder. */
class AccountsOfAStackTest {
  private static final String BUSINESS =
      """
      account: romashka
      name: Romashka
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      sources:
        - {id: amo, kind: amocrm, subdomain: romashka, account-id: "12345678", secret: ssm:/svodka/romashka/hook, token: ssm:/svodka/romashka/amo}
        - {id: b24, kind: bitrix24, domain: romashka.bitrix24.ru, secret: ssm:/svodka/romashka/b24}
        - {id: site, kind: http, secret: ssm:/svodka/romashka/site}
      processes:
        sales:
          items: {type: deal}
          milestones: {created: {created: true}, won: {stage: [Won]}, lost: {stage: [Lost]}}
          funnel: [created, won]
          success: [won]
          failure: [lost]
      imports:
        - files: "*.csv"
          format: csv
          item: {type: deal, id: "{id}"}
          events:
            - {kind: created, at: "{begun}", stage: New}
            - {kind: moved, at: "{done}", stage: "{stage}"}
      """;
  private static final String HISTORY =
      """
      id,begun,done,stage
      1,2026-01-02,2026-01-05,Won
      2,2026-01-02,2026-01-06,Lost
      3,2026-01-03,2026-01-09,Signed
      """;
  private static final String HOOK = "ssm:/svodka/romashka/hook";
  private static final String ADDRESS = "https://hooks.example/hooks/romashka/amo/";

  @TempDir private Path folder;
  private FolderStack stack;
  private RecordedTerminal terminal = new RecordedTerminal();

  @BeforeEach
  void open() throws IOException {
    stack = new FolderStack(folder.resolve("stack"));
    stack.secrets.put("ssm:/svodka/romashka/amo", Secret.of(FakeAmoCrm.OAUTH));
    Files.createDirectories(folder.resolve("company/kpi"));
    write(BUSINESS);
  }

  @AfterEach
  void close() throws IOException {
    stack.close();
  }

  private Path write(String business) throws IOException {
    return Files.writeString(folder.resolve("company/romashka.yaml"), business);
  }

  private int run(String... arguments) {
    terminal = new RecordedTerminal();
    return terminal.run(stack, arguments);
  }

  private int add(String... more) {
    String[] call = new String[3 + more.length];
    System.arraycopy(new String[] {"account", "add"}, 0, call, 0, 2);
    call[2] = folder.resolve("company/romashka.yaml").toString();
    System.arraycopy(more, 0, call, 3, more.length);
    return run(call);
  }

  private HookSecret hook() {
    return HookSecret.parse(requireNonNull(stack.secrets.get(HOOK)).reveal());
  }

  @Test
  void addingPutsFilesAndSecretsAndTellsTheCrm() throws IOException {
    Files.writeString(
        folder.resolve("company/goals.csv"), "kpi,process,owner,month,value\n", UTF_8);
    Files.writeString(folder.resolve("company/history.csv"), HISTORY);
    write(BUSINESS + "goals: goals.csv\n");

    assertThat(add("--yes")).as(terminal.err()).isZero();

    String secret = hook().current().reveal();
    assertThat(secret).matches("[0-9a-f]{48}");
    assertThat(stack.lake.exists("accounts/romashka/business.yaml")).isTrue();
    assertThat(stack.lake.exists("accounts/romashka/goals.csv")).isTrue();
    assertThat(stack.lake.exists("accounts/romashka/history.csv")).as("people's data").isFalse();
    assertThat(terminal.out())
        .contains("amo (amocrm): " + ADDRESS + secret)
        .contains("b24 (bitrix24): https://hooks.example/hooks/romashka/b24/")
        .contains("site (http): https://hooks.example/hooks/romashka/site/");
    assertThat(terminal.err()).doesNotContain(secret).doesNotContain("fake-");
    assertThat(stack.crm.subscriptions())
        .containsKeys(ADDRESS + secret, "https://example.com/hooks/romashka/amo/fake-hook-secret");
    assertThat(stack.crm.subscriptions().get(ADDRESS + secret))
        .contains("add_lead", "status_lead", "delete_lead", "add_task")
        .doesNotContain("add_contact", "status_task");
  }

  @Test
  void addingAgainKeepsTheSecretAndShowsWhichFiguresChange() throws IOException {
    add("--yes");
    String secret = hook().current().reveal();
    Path history = Files.writeString(folder.resolve("deals.csv"), HISTORY);
    assertThat(
            run(
                "import",
                "--business",
                folder.resolve("company/romashka.yaml").toString(),
                "--events",
                history.toString(),
                "--lake",
                folder.resolve("stack/lake").toString()))
        .as(terminal.err())
        .isZero();
    write(BUSINESS.replace("[Won]", "[Won, Signed]"));

    assertThat(add()).isEqualTo(2);
    assertThat(terminal.out()).contains("cause: another business file").contains("win_rate");
    assertThat(terminal.err()).contains("nothing was done; --yes");
    assertThat(new String(stack.lake.get("accounts/romashka/business.yaml"), UTF_8))
        .isEqualTo(BUSINESS);

    assertThat(add("--yes")).as(terminal.err()).isZero();
    assertThat(new String(stack.lake.get("accounts/romashka/business.yaml"), UTF_8))
        .contains("Signed");
    assertThat(hook().current().reveal()).isEqualTo(secret);
    assertThat(stack.crm.subscriptions()).hasSize(2);
  }

  @Test
  void aWrongFileChangesNothing() throws IOException {
    write(BUSINESS.replace("success: [won]", "success: [wun]"));
    assertThat(add("--yes")).isEqualTo(2);
    assertThat(terminal.err()).contains("wun");

    write(BUSINESS.replace("ssm:/svodka/romashka/site", "ssm:/svodka/dashboard/keys"));
    assertThat(add("--yes")).isEqualTo(2);
    assertThat(terminal.err()).contains("source site").contains("ssm:/svodka/romashka/");

    write(BUSINESS.replace("ssm:/svodka/romashka/site", "ssm:/svodka/romashka/../lutik/hook"));
    assertThat(add("--yes")).isEqualTo(2);

    write(BUSINESS);
    assertThat(add("--yes", "--stack", "other")).isEqualTo(2);
    assertThat(terminal.err()).contains("there is no stack `other`");
    assertThat(stack.lake.list("")).isEmpty();
    assertThat(stack.secrets).hasSize(1);
  }

  @Test
  void aCrmThatDoesNotTakeTheHookIsToldOfAndTheAddressIsPrinted() {
    stack.secrets.put("ssm:/svodka/romashka/amo", Secret.of("revoked-token"));

    assertThat(add("--yes")).isEqualTo(1);
    assertThat(terminal.out()).contains(ADDRESS + hook().current().reveal());
    assertThat(terminal.err())
        .contains("the CRM was not told: Source amo: the token is not taken")
        .doesNotContain("revoked-token", "Exception");
  }

  @Test
  void afterARotationTheCrmHasTheNewAddressAndTheOldOneIsGoodForADay() {
    add("--yes");
    Secret before = hook().current();

    assertThat(run("account", "rotate-hook", "romashka", "--source", "amo")).isZero();

    HookSecret rotated = hook();
    assertThat(rotated.current().same(before)).isFalse();
    assertThat(rotated.accepts(before, FolderStack.NOW.plusSeconds(86_399))).isTrue();
    assertThat(rotated.accepts(before, FolderStack.NOW.plusSeconds(90_000))).isFalse();
    assertThat(stack.crm.subscriptions())
        .containsKey(ADDRESS + rotated.current().reveal())
        .doesNotContainKey(ADDRESS + before.reveal());
    assertThat(terminal.out())
        .contains(ADDRESS + rotated.current().reveal())
        .doesNotContain(before.reveal(), "b24");
    assertThat(terminal.err()).contains("stay good until 2026-11-26T10:0");
  }

  @Test
  void whatCannotBeRotatedIsSaid() {
    assertThat(run("account", "rotate-hook", "lutik")).isEqualTo(2);
    assertThat(terminal.err()).contains("has no account lutik");
    add("--yes");
    assertThat(run("account", "rotate-hook", "romashka", "--source", "none")).isEqualTo(2);
    assertThat(terminal.err()).contains("no source `none`");
    assertThat(run("account", "rotate-hook", "romashka", "--hours", "9999")).isEqualTo(2);
  }

  @Test
  void theListHasEachAccountWithItsSources() {
    assertThat(run("account", "list")).isZero();
    assertThat(terminal.err()).contains("no account yet");
    add("--yes");
    stack.lake.put(
        "accounts/romashka/reconcile/amo.status.json",
        "{\"at\":\"2026-11-25T09:00:00Z\",\"outcome\":\"done\",\"hook\":\"disabled\"}"
            .getBytes(UTF_8),
        "application/json");
    stack.lake.put("accounts/lutik/business.yaml", "account: [".getBytes(UTF_8), "text/plain");

    assertThat(run("account", "list")).isZero();
    assertThat(terminal.out())
        .contains("romashka  Romashka  never heard")
        .contains(
            "  amo (amocrm, romashka.amocrm.ru), asked at 2026-11-25T09:00:00Z: done, hook disabled")
        .contains("  site (http)")
        .contains("lutik  its business file is wrong");
  }

  @Test
  void aLinkIsMadeAndEndedByTheStacksName() {
    assertThat(add("--yes")).as(terminal.err()).isZero();
    String[] call = {
      "account", "link", "romashka", "--person", "Anna", "--all", "--stack", "svodka"
    };

    assertThat(run(call)).as(terminal.err()).isZero();
    Link link = opened(terminal.out(), "https://pages.example/d/");
    assertThat(link.account()).isEqualTo("romashka");
    assertThat(terminal.err())
        .contains("svodka account unlink romashka " + link.id() + " --stack svodka");

    Secret keys = requireNonNull(stack.secrets.get(Stack.LINK_KEYS));
    assertThat(
            run(
                "account",
                "link",
                "romashka",
                "--person",
                "B",
                "--all",
                "--stack",
                "svodka",
                "--url",
                "https://own.example"))
        .isZero();
    assertThat(opened(terminal.out(), "https://own.example/d/").id()).isNotEqualTo(link.id());
    assertThat(stack.secrets.get(Stack.LINK_KEYS)).as("the keys stay").isEqualTo(keys);

    assertThat(run("account", "unlink", "romashka", link.id(), "--stack", "svodka")).isZero();
    assertThat(new StoredRevocations(stack.lake).revoked("romashka", link.id())).isTrue();
  }

  @Test
  void aLinkOutlivesOneRotationOfTheKeys() {
    assertThat(add("--yes")).as(terminal.err()).isZero();
    assertThat(run("account", "link", "romashka", "--person", "A", "--all", "--stack", "svodka"))
        .isZero();
    String link = terminal.out();

    assertThat(run("account", "rotate-links", "--stack", "svodka")).isZero();
    assertThat(opened(link, "https://pages.example/d/").person()).isEqualTo("A");
    assertThat(run("account", "link", "romashka", "--person", "B", "--all", "--stack", "svodka"))
        .isZero();
    String next = terminal.out();

    assertThat(run("account", "rotate-links", "--stack", "svodka")).isZero();
    assertThat(verified(link, "https://pages.example/d/")).isEmpty();
    assertThat(opened(next, "https://pages.example/d/").person()).isEqualTo("B");
  }

  @Test
  void aLinkIsForAnAccountThatIsThereAndForOnePlace() {
    assertThat(run("account", "link", "lutik", "--person", "A", "--all", "--stack", "svodka"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("the stack svodka has no account lutik");
    assertThat(stack.secrets).doesNotContainKey(Stack.LINK_KEYS);
    assertThat(run("account", "unlink", "lutik", "0123456789abcdef", "--stack", "svodka"))
        .isEqualTo(2);
    assertThat(run("account", "unlink", "lutik", "0123456789abcdef", "--stack", "a", "--data", "b"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("name one of --stack and --data");
  }

  private Link opened(String out, String dashboard) {
    return verified(out, dashboard).orElseThrow();
  }

  private Optional<Link> verified(String out, String dashboard) {
    assertThat(out).startsWith(dashboard);
    LinkKeys keys = LinkKeys.parse(requireNonNull(stack.secrets.get(Stack.LINK_KEYS)).reveal());
    return new Links(() -> keys).verify(out.strip().substring(dashboard.length()));
  }
}
