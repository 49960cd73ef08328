package dev.svodka.report.figure;

/** What the difference of two rates amounts to. */
public enum Verdict {
  HIGHER,
  LOWER,
  /** The interval of the difference holds zero. */
  CHANCE
}
