package dev.svodka.local.init;

import dev.svodka.core.event.SourceKind;
import dev.svodka.reconcile.CrmDescription;
import dev.svodka.source.Named;
import dev.svodka.source.Named.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drafts a business file from what a CRM says of itself: nobody types a stage's id. */
public final class CrmDraft {
  private final SourceKind kind;
  private final String account;
  private final String host;
  private final String token;
  private final CrmDescription crm;
  private final Draft draft = new Draft();

  private CrmDraft(SourceKind kind, String account, String host, String token, CrmDescription crm) {
    this.kind = kind;
    this.account = account;
    this.host = host;
    this.token = token;
    this.crm = crm;
  }

  /**
   * The draft.
   *
   * @param host of the CRM
   * @param token where its token is kept
   */
  public static Draft of(
      SourceKind kind, String account, String host, String token, CrmDescription crm) {
    return new CrmDraft(kind, account, host, token, crm).write();
  }

  private Draft write() {
    draft.line("# Drafted by `svodka init` from " + kind.text() + ". What was guessed says so:");
    draft.line(
        "# look at these lines, mend them, take the remark away; `svodka check` lists them.");
    draft.line("account: " + account);
    said("name", crm.name(), account, "the account's name");
    draft.line("language: ru");
    said("time-zone", crm.zone(), "Europe/Moscow", "the company's zone");
    said("currency", crm.currency(), "RUB", "the CRM did not say");
    draft.guess("working-time: {calendar: RU, hours: \"09:00-18:00\"}", "the usual hours");
    owners();
    source();
    processes();
    return draft;
  }

  private void said(String key, Optional<String> told, String otherwise, String why) {
    told.filter(text -> !text.isBlank())
        .ifPresentOrElse(
            text -> draft.line(key + ": " + Draft.quoted(text)),
            () -> draft.guess(key + ": " + otherwise, why));
  }

  private void owners() {
    List<Named> owners = of(What.OWNER);
    if (!owners.isEmpty()) {
      draft.line("owners:");
      owners.forEach(
          owner ->
              draft.line(
                  "  %s: %s".formatted(Draft.quoted(owner.id()), Draft.quoted(owner.name()))));
    }
  }

  private void source() {
    String id = kind == SourceKind.AMOCRM ? "amo" : "b24";
    String number = crm.accountId().map(told -> ", account-id: " + Draft.quoted(told)).orElse("");
    draft.line("");
    draft.line("sources:");
    draft.line(
        "  - {id: %s, kind: %s, domain: %s%s, secret: ssm:/svodka/%s/hook, token: %s}"
            .formatted(id, kind.text(), host, number, account, Draft.quoted(token)));
  }

  private void processes() {
    draft.line("");
    draft.line("processes:");
    Draft.Ids ids = new Draft.Ids("invoices");
    for (Named pipeline : of(What.PIPELINE)) {
      pipeline(ids.of(pipeline.name()), pipeline);
    }
    if (crm.invoiceCatalog().isPresent()) {
      draft.line("  invoices:");
      draft.line("    title: {ru: Счета, en: Invoices}");
      draft.line("    kind: invoice");
      draft.line("    items: {type: invoice}");
      draft.line("    milestones: {issued: {created: true}, paid: {paid-in-full: true}}");
      draft.guess("    terms: 10 days", "the due date of an invoice that has none");
    }
  }

  private void pipeline(String id, Named pipeline) {
    List<Named> stages = stages(pipeline);
    List<String> funnel = new ArrayList<>(List.of("created"));
    draft.line("  " + id + ":");
    draft.line("    title: {ru: %1$s, en: %1$s}".formatted(Draft.quoted(pipeline.name())));
    draft.line("    items: {type: deal, pipeline: " + Draft.list(List.of(pipeline.id())) + "}");
    draft.line("    milestones:");
    draft.line("      created: {created: true}");
    Draft.Ids milestones = new Draft.Ids("created", "won", "lost");
    List<String> won = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (Named stage : stages) {
      String raw = raw(stage);
      if (isWon(raw)) {
        won.add(raw);
      } else if (isLost(raw)) {
        lost.add(raw);
      } else {
        String milestone = milestones.of(stage.name());
        funnel.add(milestone);
        draft.line(
            "      %s: {stage: %s} # %s"
                .formatted(milestone, Draft.list(List.of(raw)), Draft.printable(stage.name())));
      }
    }
    draft.line("      won: {stage: " + Draft.list(won) + "}");
    draft.line("      lost: {stage: " + Draft.list(lost) + "}");
    funnel.add("won");
    draft.guess(
        "    funnel: [" + String.join(", ", funnel) + "]", "every stage, in the CRM's order");
    draft.guess("    within: 30 days", "the age at which months are compared");
    draft.line("    success: [won]");
    draft.line("    failure: [lost]");
    if (kind == SourceKind.AMOCRM) {
      draft.line("    failure-reason: {field: loss_reason}");
    }
  }

  /** amoCRM's stages tell their pipeline before the slash, Bitrix24's before the colon. */
  private List<Named> stages(Named pipeline) {
    String prefix = pipeline.id().equals("0") ? "" : "C" + pipeline.id() + ":";
    return of(What.STAGE).stream()
        .filter(
            stage ->
                kind == SourceKind.AMOCRM
                    ? stage.id().startsWith(pipeline.id() + "/")
                    : stage.id().startsWith(prefix)
                        && (!prefix.isEmpty() || stage.id().indexOf(':') < 0))
        .toList();
  }

  private static String raw(Named stage) {
    return stage.id().substring(stage.id().indexOf('/') + 1);
  }

  private static boolean isWon(String stage) {
    return stage.equals("142") || stage.equals("WON") || stage.endsWith(":WON");
  }

  private static boolean isLost(String stage) {
    String end = stage.substring(stage.indexOf(':') + 1);
    return stage.equals("143") || end.equals("LOSE") || end.equals("APOLOGY");
  }

  private List<Named> of(What what) {
    return crm.names().stream()
        .filter(named -> named.what() == what)
        .sorted(Comparator.comparingInt(Named::order))
        .toList();
  }
}
