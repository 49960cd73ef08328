package dev.svodka.core.business;

import java.util.Optional;

/** The time from one milestone to another. */
public record Interval(String id, String from, String to, Optional<Span> target, Match match) {
  /** Which {@code to} ends the interval. */
  public enum Match {
    /** Each milestone's moment as its {@code take} says. */
    FIRST,
    /** The first {@code to} at or after {@code from}. */
    NEXT
  }
}
