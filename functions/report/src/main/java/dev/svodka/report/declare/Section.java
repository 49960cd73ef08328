package dev.svodka.report.declare;

import dev.svodka.report.declare.ReportSpec.Per;
import dev.svodka.report.figure.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A chart or a table of a report.
 *
 * @param figures KPI ids, or for durations the family: {@code stage_time}
 * @param by dimension of the group, such as {@code owner}
 * @param last how many periods, the reported one included; of lists: how many rows on the page
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
    /** Chart: what is unpaid, by how late it is. */
    AGEING,
    /** Chart: what was unpaid at the ends of the last periods, and what of it was overdue. */
    BALANCES,
    /** Chart: plan and fact of the month, and whether they keep pace. */
    GOALS,
    /** Chart: what share of each term was kept, with intervals. */
    TERMS,
    /** Chart: how much is overdue, by process. */
    LATE,
    /** Chart: how many are still waiting after so long, by Kaplan–Meier. */
    CURVE,
    /** Chart: what is still open, by age. */
    AGES,
    /** Chart: at whom things wait, by owner and stage. */
    HOLDERS,
    /** Chart: why items were lost, and from where. */
    LOSSES,
    /** Chart: how much everybody has to do at as-of, and of what kind. */
    ACTS,
    /** Chart: median and p90 by subject, from zero; elapsed and working as pairs. */
    DURATIONS,
    /** Table: the period against the one before and the same a year ago, with verdicts. */
    CHANGE_TABLE,
    /** Table: periods × milestones, shaded by value. */
    COHORT_TABLE,
    /** Table: reasons of loss × the stages they were lost from. */
    LOSS_TABLE,
    /** Table: the items behind a figure at as-of, with links into the CRM. */
    ITEM_TABLE,
    /** Table: one row a group, one column a figure. */
    GROUP_TABLE,
    /** Table: one row a subject, one column a figure. */
    SUBJECT_TABLE,
    /** Table: one row a period, one column a figure of any unit. */
    PERIOD_TABLE,
    /** Table: one row a customer who has not paid. */
    CUSTOMER_TABLE,
    /** Table: the unpaid invoices; of those that are a debt where the process tells which are. */
    UNPAID_TABLE,
    /** Table: the unpaid invoices that are no debt yet, where the process tells which are. */
    NOT_DEBT_TABLE,
    /** Table: what is unpaid by the events against the balances of the ledger. */
    LEDGER_TABLE,
    /** Table: one row a process of the company. */
    PROCESS_TABLE,
    /** Table: up to when each source was heard, and what its webhooks lost. */
    SOURCE_TABLE,
    /** Table: what came of asking the CRMs' APIs. */
    RECONCILE_TABLE,
    /** Table: what each check of the data found. */
    CHECK_TABLE,
    /** Table: stages that no milestone knows. */
    UNKNOWN_TABLE,
    /** Table: payments that pay no invoice. */
    UNMATCHED_TABLE,
    /** Table: items whose data cannot be right. */
    FLAW_TABLE,
    /** Table: what could not be read, by reason. */
    REJECT_TABLE,
    /** Table: figures that are told otherwise than they were published. */
    RESTATED_TABLE,
    /** Table: the rules that the figures keep. */
    RULE_TABLE,
    /** Table: what has to be done at as-of, by person. */
    ACT_TABLE;

    private static final Set<Kind> OF_INVOICES =
        Set.of(AGEING, BALANCES, CUSTOMER_TABLE, UNPAID_TABLE, NOT_DEBT_TABLE, LEDGER_TABLE);

    private static final Set<Kind> OF_DATA =
        Set.of(
            SOURCE_TABLE,
            RECONCILE_TABLE,
            CHECK_TABLE,
            UNKNOWN_TABLE,
            UNMATCHED_TABLE,
            FLAW_TABLE,
            REJECT_TABLE,
            RESTATED_TABLE,
            RULE_TABLE);

    private static final Set<Kind> OF_COMPANY = Set.of(TERMS, LATE, PROCESS_TABLE, ACTS, ACT_TABLE);

    /** Those that are made of figures and items alone, so that one owner's can stand in for all. */
    private static final Set<Kind> BY_OWNER =
        Set.of(
            PERIODS,
            FUNNEL,
            COHORTS,
            GOALS,
            LOSSES,
            DURATIONS,
            CHANGE_TABLE,
            COHORT_TABLE,
            LOSS_TABLE,
            ITEM_TABLE,
            SUBJECT_TABLE,
            PERIOD_TABLE,
            ACTS,
            ACT_TABLE);

    public boolean chart() {
      return compareTo(DURATIONS) <= 0;
    }

    /**
     * What the chapter has to be about that this stands in; what is of the company names no
     * figures.
     */
    Per per() {
      if (ofInvoices()) {
        return Per.CURRENCY;
      }
      return OF_COMPANY.contains(this) || ofData() ? Per.COMPANY : Per.PROCESS;
    }

    /** What is of a process is also of one of its currencies. */
    boolean standsIn(Per chapter) {
      return per() == chapter || (per() == Per.PROCESS && chapter == Per.CURRENCY);
    }

    /** About unpaid invoices: it names no figures, and stands in a chapter of one currency. */
    public boolean ofInvoices() {
      return OF_INVOICES.contains(this);
    }

    /** About the data behind the figures. */
    boolean ofData() {
      return OF_DATA.contains(this);
    }

    /** About what somebody has to do. */
    boolean ofActs() {
      return this == ACTS || this == ACT_TABLE;
    }

    /** One row an item or invoice: as many as are asked for stand on the page. */
    public boolean lists() {
      return this == ITEM_TABLE || this == ACT_TABLE || ofInvoices() || ofData();
    }

    /** Whether it can be made for one owner; a new kind cannot until it stands in the list. */
    boolean byOwner() {
      return BY_OWNER.contains(this);
    }

    /** As the YAML file writes it. */
    public String yaml() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
