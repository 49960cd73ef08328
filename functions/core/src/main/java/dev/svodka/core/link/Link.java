package dev.svodka.core.link;

import static java.util.Objects.requireNonNull;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a link says: this person may open this until then.
 *
 * @param person named in the log of openings
 * @param expires exclusive, in whole seconds
 * @param id by which it is revoked and logged; it opens nothing
 */
public record Link(String account, String person, Scope scope, Instant expires, String id) {
  public static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
  public static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final int ID_BYTES = 8;

  public Link {
    requireNonNull(scope, "scope is null");
    check(ACCOUNT.matcher(account).matches(), "an account is made of a-z, 0-9 and '-'");
    check(Scope.NAME.matcher(person).matches(), "a person's name has 1 to 100 characters");
    check(ID.matcher(id).matches(), "a link's id has 16 hex digits");
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * A new link.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} for an account or a name that is none
   */
  public static Link issue(
      String account, String person, Scope scope, Instant expires, SecureRandom random) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new Link(account, person, scope, expires, HexFormat.of().formatHex(id));
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, message);
    }
  }
}
