package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import dev.svodka.core.secret.HookSecret;
import dev.svodka.core.secret.Secret;
import dev.svodka.local.cli.Terminal;
import dev.svodka.reconcile.Reconcile;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The addresses that CRMs send an account's webhooks to, and the secrets in them. */
final class HookAddresses {
  private static final Set<SourceKind> LIVE =
      Set.of(SourceKind.AMOCRM, SourceKind.BITRIX24, SourceKind.HTTP);
  private static final int SECRET_BYTES = 24;
  private static final Duration CRM_TIME = Duration.ofMinutes(2);

  private static final String TOLD =
      "the CRM sends deals and tasks there from now on; lists (invoices) and incoming leads are"
          + " ticked by an admin: Settings ▶ Integrations ▶ WebHooks";

  private final Stack stack;
  private final Business business;
  private final Terminal terminal;

  HookAddresses(Stack stack, Business business, Terminal terminal) {
    this.stack = stack;
    this.business = business;
    this.terminal = terminal;
  }

  /**
   * The sources that send webhooks.
   *
   * @throws SvodkaException {@link ErrorCode#BUSINESS_FILE_INVALID} where a secret is kept where
   *     the functions cannot read it, or where another account's may be
   */
  static List<LiveSource> sources(Business business) {
    String place = "ssm:/svodka/" + business.account() + "/";
    for (LiveSource source : business.sources()) {
      for (Optional<String> told :
          List.of(source.secret(), source.token(), source.applicationToken())) {
        told.filter(
                reference ->
                    !reference.matches("\\Q" + place + "\\E[A-Za-z0-9_-][A-Za-z0-9._-]{0,80}"))
            .ifPresent(
                reference -> {
                  throw new SvodkaException(
                      ErrorCode.BUSINESS_FILE_INVALID,
                      "source %s: in AWS its secrets are kept below %s, such as %shook; this one is at %s"
                          .formatted(source.id(), place, place, reference));
                });
      }
    }
    return business.sources().stream()
        .filter(source -> LIVE.contains(source.kind()) && source.secret().isPresent())
        .toList();
  }

  /** Makes the secrets that are not there yet. */
  void make() {
    for (String reference : references(sources(business))) {
      if (stack.parts().vault().read(reference).filter(kept -> !kept.isEmpty()).isEmpty()) {
        stack.parts().vault().replace(reference, random());
      }
    }
  }

  /** Makes new secrets for these sources; those of now are taken until then. */
  void rotate(List<LiveSource> sources, Instant until) {
    for (String reference : references(sources)) {
      HookSecret next =
          stack
              .parts()
              .vault()
              .read(reference)
              .filter(kept -> !kept.isEmpty())
              .map(kept -> HookSecret.parse(kept.reveal()).followedBy(random(), until))
              .orElseGet(() -> new HookSecret(random(), Optional.empty()));
      stack.parts().vault().replace(reference, next.text());
    }
  }

  /**
   * Prints the address of each source, and tells it to the CRM where its API takes it.
   *
   * @return whether every CRM that could be told took it
   */
  boolean tell(List<LiveSource> sources) {
    boolean all = true;
    for (LiveSource source : sources) {
      Secret hook = address(source);
      terminal.result("%s (%s): %s".formatted(source.id(), source.kind().text(), hook.reveal()));
      all &= subscribe(source, hook);
    }
    return all;
  }

  private boolean subscribe(LiveSource source, Secret hook) {
    try {
      boolean told = new Reconcile(stack.parts()).subscribe(business, source, hook, CRM_TIME);
      terminal.say("  " + (told ? TOLD : byHand(source)));
      return true;
    } catch (SvodkaException e) {
      terminal.say(
          "  the CRM was not told: %s; mend that and run this again, or %s"
              .formatted(e.getMessage(), byHand(source)));
      return false;
    }
  }

  private static String byHand(LiveSource source) {
    return switch (source.kind()) {
      case AMOCRM -> "an admin enters it in the CRM: Settings ▶ Integrations ▶ WebHooks";
      case BITRIX24 ->
          "an admin enters it in the CRM: Developer resources ▶ Other ▶ Outgoing webhook";
      case HTTP, ONEC, CSV, XES -> "your system posts its events there, a JSON line each";
    };
  }

  private Secret address(LiveSource source) {
    Secret kept =
        stack
            .parts()
            .vault()
            .read(source.secret().orElseThrow())
            .orElseThrow(
                () ->
                    new SvodkaException(
                        ErrorCode.NOT_FOUND,
                        "source %s: its secret is gone".formatted(source.id())));
    return Secret.of(
        "%s/%s/%s/%s"
            .formatted(
                stack.hooks(),
                business.account(),
                source.id(),
                HookSecret.parse(kept.reveal()).current().reveal()));
  }

  private static Set<String> references(List<LiveSource> sources) {
    Set<String> references = new LinkedHashSet<>();
    sources.forEach(source -> source.secret().ifPresent(references::add));
    return references;
  }

  private static Secret random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Secret.of(HexFormat.of().formatHex(bytes));
  }
}
