package dev.svodka.source.amocrm;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.Via;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.Sink;
import dev.svodka.source.form.FormNode;
import dev.svodka.source.form.FormParser;
import dev.svodka.source.form.JsonForm;
import java.time.Instant;
import java.util.Optional;

/** Parses the webhooks of one amoCRM or Kommo account. */
public final class AmoCrmParser implements PayloadParser {
  private static final String ACCOUNT = "account";

  private final Business business;
  private final LiveSource source;
  private final Terms terms;

  public AmoCrmParser(Business business, LiveSource source) {
    this.business = business;
    this.source = source;
    this.terms = new Terms(business);
  }

  @Override
  public Parsed parse(byte[] body, Instant receivedAt) {
    FormNode delivery;
    try {
      delivery = JsonForm.looksLike(body) ? JsonForm.parse(body) : FormParser.parse(body);
    } catch (SvodkaException unreadable) {
      return new Parsed.Refused(unreadable.code(), unreadable.getMessage());
    }
    return refusal(delivery)
        .<Parsed>map(reason -> new Parsed.Refused(ErrorCode.INPUT_INVALID, reason))
        .orElseGet(() -> events(delivery, receivedAt));
  }

  private Optional<String> refusal(FormNode delivery) {
    if (delivery.child("event").isPresent() && delivery.child("auth").isPresent()) {
      return Optional.of(
          "This is a webhook of Bitrix24; source %s is an amoCRM account".formatted(source.id()));
    }
    boolean known =
        delivery.children().keySet().stream().anyMatch(key -> Entity.of(key).isPresent());
    if (!known) {
      return Optional.of("No entity of amoCRM (leads, contacts, task, …) is in the payload");
    }
    return delivery.child(ACCOUNT).flatMap(this::foreign);
  }

  /** Where both sides tell the account, it has to be the one that the business file names. */
  private Optional<String> foreign(FormNode account) {
    Optional<String> id = account.text("id");
    if (id.isPresent() && source.accountId().isPresent() && !id.equals(source.accountId())) {
      return Optional.of("account[id] is not the account-id of source " + source.id());
    }
    Optional<String> subdomain = account.text("subdomain");
    if (subdomain.isPresent()
        && source.subdomain().isPresent()
        && !subdomain.get().equalsIgnoreCase(source.subdomain().get())) {
      return Optional.of("account[subdomain] is not the subdomain of source " + source.id());
    }
    return Optional.empty();
  }

  private Parsed events(FormNode delivery, Instant receivedAt) {
    Sink sink = new Sink(business.account(), source, Via.HOOK, receivedAt);
    Handlers handlers = new Handlers(terms, sink);
    delivery
        .children()
        .forEach(
            (key, actions) -> {
              if (!key.equals(ACCOUNT)) {
                Entity.of(key)
                    .ifPresentOrElse(
                        entity -> handlers.entity(entity, actions),
                        () -> sink.reject(Handlers.printable(key), "no entity of amoCRM"));
              }
            });
    return sink.result();
  }
}
