package dev.svodka.report.declare;

import dev.svodka.report.figure.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart or a table of a report.
 *
 * @param figures KPI ids, or for durations the family: {@code stage_time}
 * @param by dimension of the group, such as {@code owner}
 * @param last how many periods, the reported one included
 */
public record Section(
    String id, Kind kind, List<String> figures, Optional<String> by, Period.Step step, int last) {
  public Section {
    figures = List.copyOf(figures);
  }

  /** What a section draws or lists. */
  public enum Kind {
    /** Chart: one row of bars a figure, one bar a period. */
    PERIODS,
    /** Chart: how far the newest cohort that is old enough got. */
    FUNNEL,
    /** Chart: conversion of cohorts with intervals, the ripening ones hatched. */
    COHORTS,
    /** Chart: rates of groups with intervals, the overall rate as a line. */
    RATES,
    /** Chart: median and p90 by subject, from zero. */
    DURATIONS,
    /** Table: periods × milestones, shaded by value. */
    COHORT_TABLE,
    /** Table: one row a group, one column a figure. */
    GROUP_TABLE,
    /** Table: one row a subject, one column a figure. */
    SUBJECT_TABLE;

    public boolean chart() {
      return compareTo(DURATIONS) <= 0;
    }

    /** As the YAML file writes it. */
    public String yaml() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
