package dev.svodka.report.figure;

/** What the difference of two rates or two counts amounts to. */
public enum Verdict {
  HIGHER,
  LOWER,
  /** Nothing that chance would not do by itself. */
  CHANCE
}
