package dev.svodka.dashboard;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.Links;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Shows reports to people with a signed link. What they may not see is not there for them; the link
 * is looked at anew for each file, so that expiry and revocation hold at once. Whose link it is
 * stands in the MDC from then on, with the report.
 */
public final class Dashboard {
  /** Lambda hands over 6 MB at most; a text grows by its escapes, what is binary by a third. */
  static final int MOST_TEXT = 5_000_000;

  static final int MOST_BINARY = 4_400_000;

  /** Keys of the MDC. */
  static final String ACCOUNT = "account";

  static final String REPORT = "report";

  private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
  private static final Answer NOT_FOUND = new Answer.NotFound();

  private final Links links;
  private final Revocations revocations;
  private final ObjectStore reports;
  private final LargeFiles large;
  private final Openings openings;
  private final InstantSource clock;

  /**
   * @param reports where the report function publishes
   */
  public Dashboard(
      Links links,
      Revocations revocations,
      ObjectStore reports,
      LargeFiles large,
      Openings openings,
      InstantSource clock) {
    this.links = links;
    this.revocations = revocations;
    this.reports = reports;
    this.large = large;
    this.openings = openings;
    this.clock = clock;
  }

  /** The first click. */
  public Answer enter(String token) {
    return told(() -> valid(token).flatMap(link -> welcome(link, token)).orElse(NOT_FOUND));
  }

  /**
   * A file of an account.
   *
   * @param token as the cookie brings it
   * @param path below the account, not decoded
   * @param known what {@code If-None-Match} says; empty where it says nothing
   */
  public Answer show(String token, String account, String path, String known) {
    return told(
        () ->
            valid(token)
                .filter(link -> link.account().equals(account))
                .flatMap(link -> show(link, path, known))
                .orElse(NOT_FOUND));
  }

  private static Answer told(Supplier<Answer> answer) {
    try {
      return answer.get();
    } catch (SvodkaException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return NOT_FOUND;
      }
      LOG.error("A page was not shown: {} {}", e.code(), e.getMessage());
      return new Answer.Unavailable(e.code());
    }
  }

  private Optional<Link> valid(String token) {
    Instant now = clock.instant();
    return links
        .verify(token)
        .filter(link -> now.isBefore(link.expires()))
        .filter(link -> !revocations.revoked(link.account(), link.id()))
        .map(
            link -> {
              MDC.put(ACCOUNT, link.account());
              return link;
            });
  }

  private Optional<Answer> welcome(Link link, String token) {
    return Shelf.find(reports, link.account())
        .map(
            shelf -> {
              String page = "%s.%s.html".formatted(Place.FRONT, shelf.language());
              openings.opened(link, "", "");
              return new Answer.Welcome(
                  token,
                  link.account() + '/' + page,
                  Duration.between(clock.instant(), link.expires()));
            });
  }

  private Optional<Answer> show(Link link, String path, String known) {
    return Shelf.find(reports, link.account())
        .flatMap(shelf -> Place.find(shelf, link.scope(), path))
        .map(
            place -> {
              MDC.put(REPORT, place.report());
              Answer answer = show(place, known);
              openings.opened(link, place.report(), path);
              return answer;
            });
  }

  private Answer show(Place place, String known) {
    int most = place.type().binary() ? MOST_BINARY : MOST_TEXT;
    byte[] content;
    try (InputStream in = reports.open(place.key())) {
      content = in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, place.key(), e);
    }
    if (content.length > most) {
      return new Answer.Elsewhere(large.at(place.key(), place.type()));
    }
    String etag = etag(content);
    Answer.Shown shown = new Answer.Shown(place.type(), place.name(), content, etag);
    return matches(known, etag) ? new Answer.Unchanged(shown) : shown;
  }

  private static boolean matches(String known, String etag) {
    return Arrays.stream(known.split(",", -1))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(etag));
  }

  private static String etag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
