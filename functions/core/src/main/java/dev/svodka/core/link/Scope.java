package dev.svodka.core.link;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a link opens, of one account. */
public sealed interface Scope {
  /** A name within a link. */
  Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,100}");

  /** Every report, for whoever runs the company or the service. */
  record Everything() implements Scope {
    @Override
    public String text() {
      return "all";
    }
  }

  /** The reports of one audience, such as {@code managers}. */
  record Audience(String name) implements Scope {
    public Audience {
      check(name);
    }

    @Override
    public String text() {
      return "audience " + name;
    }
  }

  /** What is made for one owner alone, by the id that events tell. */
  record Owner(String id) implements Scope {
    public Owner {
      check(id);
    }

    @Override
    public String text() {
      return "owner " + id;
    }
  }

  /** As a link writes it; {@link #parse} reads it. */
  String text();

  static Optional<Scope> parse(String text) {
    int space = text.indexOf(' ');
    String name = text.substring(space + 1);
    if (text.equals("all")) {
      return Optional.of(new Everything());
    }
    if (space < 0 || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return switch (text.substring(0, space)) {
      case "audience" -> Optional.of(new Audience(name));
      case "owner" -> Optional.of(new Owner(name));
      default -> Optional.empty();
    };
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "a name has 1 to 100 characters and no line breaks");
    }
  }
}
