package dev.svodka.report.deliver;

import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.report.Published;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Links of the dashboard: they open the reports of one audience, for as long as five weeks. */
public final class SignedInvitations implements Invitations {
  private static final Duration VALID = Duration.ofDays(35);

  private final URI dashboard;
  private final Links links;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param dashboard where it is served
   */
  public SignedInvitations(URI dashboard, Links links, InstantSource clock) {
    this.dashboard = dashboard;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Optional<URI> to(Published.Page page, String account, String audience, String person) {
    Link link =
        Link.issue(
            account, person, new Scope.Audience(audience), clock.instant().plus(VALID), random);
    String base = dashboard.toString().replaceFirst("/$", "");
    return Optional.of(URI.create(base + "/d/" + links.sign(link)));
  }
}
