package dev.svodka.source.bitrix24;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.Via;
import dev.svodka.core.secret.Secret;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.Sink;
import dev.svodka.source.form.FormNode;
import dev.svodka.source.form.FormParser;
import dev.svodka.source.form.JsonForm;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses Bitrix24's outgoing webhooks and an application's events. They tell an id and little else:
 * a nudge, of which reconcile makes the truth. What the REST methods will never tell is an event
 * here: that an item was deleted. {@code ts} is when the event was sent, which may be after the
 * item has moved on, so not even a move to another funnel is taken from here.
 *
 * <p>The live tokens of {@code auth} are never read but for {@code application_token}, and never
 * given to anybody.
 */
public final class Bitrix24Parser implements PayloadParser {
  private static final Pattern CRM =
      Pattern.compile("ONCRM(LEAD|DEAL|CONTACT|COMPANY|QUOTE)(ADD|UPDATE|DELETE|MOVETOCATEGORY)");
  private static final Pattern DYNAMIC =
      Pattern.compile("ONCRMDYNAMICITEM(ADD|UPDATE|DELETE)(?:_\\d{1,9})?");
  private static final Pattern TASK = Pattern.compile("ONTASK(ADD|UPDATE|DELETE)");
  private static final Pattern TS = Pattern.compile("\\d{1,10}");
  private static final String NUDGE =
      "tells only that it changed: what changed is asked of the API";

  private final Business business;
  private final LiveSource source;

  public Bitrix24Parser(Business business, LiveSource source) {
    this.business = business;
    this.source = source;
  }

  @Override
  public Optional<Secret> applicationToken(byte[] body) {
    try {
      return tree(body)
          .child("auth")
          .flatMap(auth -> auth.text("application_token"))
          .map(Secret::of);
    } catch (SvodkaException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Parsed parse(byte[] body, Instant receivedAt) {
    FormNode delivery;
    try {
      delivery = tree(body);
    } catch (SvodkaException unreadable) {
      return new Parsed.Refused(unreadable.code(), unreadable.getMessage());
    }
    Optional<String> event = delivery.text("event");
    if (event.isEmpty()) {
      return new Parsed.Refused(ErrorCode.INPUT_INVALID, "No event of Bitrix24 is in the payload");
    }
    Optional<String> domain = delivery.child("auth").flatMap(auth -> auth.text("domain"));
    if (domain.isPresent()
        && source.domain().isPresent()
        && !domain.get().equalsIgnoreCase(source.domain().get())) {
      return new Parsed.Refused(
          ErrorCode.INPUT_INVALID, "auth[domain] is not the domain of source " + source.id());
    }
    Sink sink = new Sink(business.account(), source, Via.HOOK, receivedAt);
    sink.whole("event", () -> read(event.get().toUpperCase(Locale.ROOT), delivery, sink));
    return sink.result();
  }

  private void read(String event, FormNode delivery, Sink sink) {
    FormNode data = delivery.child("data").orElseGet(() -> delivery);
    Optional<Row> fields = part(data, "FIELDS");
    Matcher crm = CRM.matcher(event);
    Matcher dynamic = DYNAMIC.matcher(event);
    Matcher task = TASK.matcher(event);
    if (crm.matches() && fields.isPresent()) {
      told(crm.group(1).toLowerCase(Locale.ROOT), crm.group(2), fields.get(), delivery, sink);
    } else if (dynamic.matches() && fields.isPresent()) {
      String type =
          Bitrix24Types.ofEntityType(fields.get().needed("ENTITY_TYPE_ID"))
              .orElseThrow(() -> fields.get().bad("ENTITY_TYPE_ID", "is no number"));
      told(type, dynamic.group(1), fields.get(), delivery, sink);
    } else if (task.matches()) {
      Row item =
          part(data, "FIELDS_AFTER")
              .or(() -> part(data, "FIELDS_BEFORE"))
              .orElseThrow(() -> bad("data", "names no task"));
      told(Bitrix24Types.TASK, task.group(1), item, delivery, sink);
    } else {
      sink.ignore("event", "an event that no figure is about");
    }
  }

  private static void told(String type, String action, Row fields, FormNode delivery, Sink sink) {
    ItemRef item = new ItemRef(type, fields.needed("ID"));
    if (action.equals("DELETE")) {
      sink.add(sink.event(item, Kind.DELETED, sent(delivery).orElse(sink.receivedAt())));
    } else {
      sink.ignore(type + '/' + item.id(), NUDGE);
    }
  }

  /** Bitrix24 writes {@code undefined} where there is no such side. */
  private Optional<Row> part(FormNode data, String key) {
    return data.child(key)
        .filter(node -> !node.children().isEmpty())
        .map(node -> new Row(key, node, source.zone()));
  }

  private static Optional<Instant> sent(FormNode delivery) {
    return delivery
        .text("ts")
        .filter(text -> TS.matcher(text).matches())
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
  }

  private static SvodkaException bad(String key, String what) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, key + ' ' + what);
  }

  private static FormNode tree(byte[] body) {
    return JsonForm.looksLike(body) ? JsonForm.parse(body) : FormParser.parse(body);
  }
}
