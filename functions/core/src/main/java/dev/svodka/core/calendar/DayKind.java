package dev.svodka.core.calendar;

/** What a day is to those who work five days a week. */
public enum DayKind {
  WORKING,
  /** A working day that is one hour shorter, before a holiday. */
  SHORT,
  OFF;

  /** Whether it is worked on at all. */
  public boolean worked() {
    return this != OFF;
  }
}
