package dev.svodka.report.deliver;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.Delivery;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secrets;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.Published;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the published reports that are due, to whom the business file's {@code deliver} says.
 *
 * <p>What has gone out is noted in the store of the reports, so that a run that is repeated sends
 * nothing twice. Between sending and noting lies a moment, in which a process that dies leaves the
 * next one to send again: nobody is left without.
 */
public final class Deliverer {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  private final ObjectStore reports;
  private final Ways ways;

  /**
   * The ways out; one that the deployment has not set up is empty.
   *
   * @param links opens private pages
   */
  public record Ways(
      Optional<Mailer> mail, Telegram telegram, Secrets secrets, Invitations links) {}

  /**
   * What went out.
   *
   * @param failed why, without addresses
   */
  public record Outcome(int sent, List<String> failed) {
    public Outcome {
      failed = List.copyOf(failed);
    }
  }

  public Deliverer(ObjectStore reports, Ways ways) {
    this.reports = reports;
    this.ways = ways;
  }

  /**
   * Sends what is due. One way that fails stops no other.
   *
   * @param published what has just been published
   */
  public Outcome deliver(Business business, Published published) {
    Bulletins bulletins = new Bulletins(reports, business, published);
    SentNotes notes =
        new SentNotes(
            reports, business.account(), LocalDate.ofInstant(published.asOf(), business.zone()));
    List<String> failed = new ArrayList<>();
    int sent = 0;
    for (Bulletin bulletin : bulletins.due()) {
      for (Way way : waysOf(business, bulletin)) {
        String report = bulletin.page().reportId();
        if (notes.has(report, way.key())) {
          continue;
        }
        try {
          way.send().run();
          notes.add(report, way.key());
          sent++;
        } catch (SvodkaException e) {
          LOG.error("{}: {} was not delivered: {}", business.account(), report, e.getMessage());
          failed.add("%s by %s: %s".formatted(report, way.name(), e.getMessage()));
        }
      }
    }
    return new Outcome(sent, failed);
  }

  /**
   * One way to one receiver.
   *
   * @param key tells the receiver apart; noted as a hash alone
   */
  private record Way(String name, String key, Runnable send) {}

  private List<Way> waysOf(Business business, Bulletin bulletin) {
    Messages messages = new Messages(bulletin);
    List<Way> found = new ArrayList<>();
    for (Delivery delivery : business.deliver()) {
      if (!delivery.report().equals(bulletin.page().reportId())) {
        continue;
      }
      for (String address : delivery.email()) {
        found.add(
            new Way(
                "e-mail", "mail:" + address, () -> mail(messages, bulletin, delivery, address)));
      }
      delivery
          .telegram()
          .ifPresent(
              chat ->
                  found.add(
                      new Way(
                          "Telegram",
                          "telegram:" + chat,
                          () -> telegram(messages, bulletin, delivery, chat))));
    }
    return found;
  }

  private void mail(Messages messages, Bulletin bulletin, Delivery delivery, String address) {
    Mailer mailer =
        ways.mail()
            .orElseThrow(() -> notSetUp("there is no sender of e-mail; set SVODKA_MAIL_FROM"));
    boolean attach = delivery.attach().filter("xlsx"::equals).isPresent();
    mailer.send(messages.email(address, link(bulletin, delivery, address), attach));
  }

  private void telegram(Messages messages, Bulletin bulletin, Delivery delivery, String chat) {
    String reference = delivery.token().orElse("");
    String token =
        ways.secrets()
            .value(reference)
            .orElseThrow(() -> notSetUp("there is no secret at " + reference + "; put it there"));
    Optional<URI> link = link(bulletin, delivery, "telegram " + chat);
    String text = messages.telegram(link, Telegram.longest(bulletin.picture().isPresent()));
    ways.telegram().send(token, chat, text, bulletin.picture());
  }

  private Optional<URI> link(Bulletin bulletin, Delivery delivery, String person) {
    return ways.links().to(bulletin.page(), bulletin.account(), delivery.audience(), person);
  }

  private static SvodkaException notSetUp(String reason) {
    return new SvodkaException(ErrorCode.DELIVERY_FAILED, reason);
  }
}
