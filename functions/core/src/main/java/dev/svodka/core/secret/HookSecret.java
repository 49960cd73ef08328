package dev.svodka.core.secret;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of a hook as it is kept: a line with the one that is in force, and after a rotation a
 * second one, {@code <secret> until <instant>}, with the one of before, which is taken until then.
 *
 * @param former the one of before
 */
public record HookSecret(Secret current, Optional<Former> former) {
  private static final Pattern FORMER = Pattern.compile("(\\S+) until (\\S+)");

  /**
   * A secret that ends.
   *
   * @param until exclusive
   */
  public record Former(Secret secret, Instant until) {}

  /** Reads what is kept; what is no secret in the second line is not taken. */
  public static HookSecret parse(String kept) {
    String[] lines = kept.strip().split("\\R", 2);
    return new HookSecret(
        Secret.of(lines[0]), lines.length < 2 ? Optional.empty() : former(lines[1].strip()));
  }

  private static Optional<Former> former(String line) {
    Matcher matcher = FORMER.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Former(Secret.of(matcher.group(1)), Instant.parse(matcher.group(2))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether a hook that shows this secret is let in now. */
  public boolean accepts(Secret told, Instant now) {
    boolean isFormer =
        former
            .filter(before -> before.secret().same(told) && now.isBefore(before.until()))
            .isPresent();
    return current.same(told) || isFormer;
  }

  /** Another secret is in force; this one is taken until then. */
  public HookSecret followedBy(Secret next, Instant until) {
    return new HookSecret(next, Optional.of(new Former(current, until)));
  }

  /** How it is kept. */
  public Secret text() {
    return Secret.of(
        current.reveal()
            + former
                .map(before -> "\n" + before.secret().reveal() + " until " + before.until())
                .orElse(""));
  }
}
