package dev.svodka.core.business;

/**
 * A named moment of one item; funnels, intervals, deadlines and receivables all speak in
 * milestones.
 */
public record Milestone(String id, Condition condition, Take take) {
  /** Which of several moments counts. */
  public enum Take {
    FIRST,
    LAST
  }
}
