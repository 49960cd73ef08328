package dev.svodka.core.business;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * One of the company's processes, stated over milestones.
 *
 * @param kind {@code invoice} and {@code approval} add what such a process implies
 * @param milestones in the order of the business file
 * @param skips left out: {@link Skips#COUNT}, but {@link Skips#STRICT} for process logs (XES)
 * @param within the fixed age at which cohorts are compared
 * @param failureExcludes values of fields, such as a reason "spam", whose failures do not count
 * @param requiredFields milestone ▶ fields that an item must have there
 * @param fields role ({@code due}, {@code paid}) ▶ the source's custom field
 * @param receivables what an invoice process adds; present for {@code kind: invoice}
 */
public record BusinessProcess(
    String id,
    Localized title,
    ProcessKind kind,
    ItemFilter items,
    List<Milestone> milestones,
    List<String> funnel,
    Optional<Skips> skips,
    Optional<Span> within,
    List<String> success,
    List<String> failure,
    Optional<String> failureReason,
    Map<String, List<String>> failureExcludes,
    Optional<String> customerIdField,
    Optional<String> customerNameField,
    List<String> groupBy,
    List<String> audience,
    List<Interval> intervals,
    Optional<Deadline> deadline,
    Optional<Rework> rework,
    Map<String, List<String>> requiredFields,
    Optional<ContactRule> contactEvery,
    Optional<TasksAfter> tasksAfter,
    Map<String, String> fields,
    Optional<Parent> parent,
    Optional<Receivables> receivables) {

  /** What a process is beyond its milestones. */
  public enum ProcessKind {
    GENERAL,
    INVOICE,
    APPROVAL
  }

  /** Whether a later milestone of the funnel stands for those before it. */
  public enum Skips {
    COUNT,
    STRICT
  }

  /** Items sent back: entries into these stages, of the items that reached {@code base}. */
  public record Rework(String base, List<String> stages) {
    public Rework {
      stages = List.copyOf(stages);
    }
  }

  /** While an item stands in these stages it is to be touched at least so often. */
  public record ContactRule(List<String> whileStages, Span atMost) {
    public ContactRule {
      whileStages = List.copyOf(whileStages);
    }
  }

  /** A task is to be set within this time after the milestone. */
  public record TasksAfter(String milestone, Span within) {}

  /** The item that called for this one: its process and the milestone at which it did. */
  public record Parent(String process, String milestone) {}

  /**
   * Money owed.
   *
   * @param terms due date where the invoice has none, counted on local dates
   * @param debtFrom the milestone that makes an unpaid invoice a debt
   * @param ageing upper edges of the ageing buckets in days past due
   * @param promise field with the date on which the customer promised to pay
   * @param control glob of files with the ledger's balances
   * @param ledger what these files say
   */
  public record Receivables(
      Optional<Span> issueTarget,
      Optional<Span> terms,
      Deadline.Shift dueRoll,
      Optional<String> debtFrom,
      List<Integer> ageing,
      BigDecimal paidTolerance,
      Optional<String> promise,
      Optional<String> control,
      List<LedgerBalance> ledger) {
    public Receivables {
      ledger = List.copyOf(ledger);
      ageing = List.copyOf(ageing);
    }
  }

  public BusinessProcess {
    milestones = List.copyOf(milestones);
    funnel = List.copyOf(funnel);
    success = List.copyOf(success);
    failure = List.copyOf(failure);
    groupBy = List.copyOf(groupBy);
    audience = List.copyOf(audience);
    intervals = List.copyOf(intervals);
    failureExcludes = Ordered.copyLists(failureExcludes);
    requiredFields = Ordered.copyLists(requiredFields);
    fields = Ordered.copy(fields);
  }

  /** The milestone of this name. */
  public Optional<Milestone> milestone(String name) {
    return milestones.stream().filter(milestone -> milestone.id().equals(name)).findFirst();
  }

  /**
   * The fields of an item whose values this process reads, in the order of the file; those of
   * {@code required-fields}, of which only the presence is read, are not among them.
   */
  public SequencedSet<String> fieldsRead() {
    SequencedSet<String> read = new LinkedHashSet<>();
    for (Milestone milestone : milestones) {
      if (milestone.condition() instanceof Condition.FieldDate(String field)) {
        read.add(field);
      }
    }
    failureReason.ifPresent(read::add);
    read.addAll(failureExcludes.keySet());
    customerIdField.ifPresent(read::add);
    customerNameField.ifPresent(read::add);
    read.addAll(groupBy);
    if (deadline.isPresent() && deadline.get().due() instanceof Deadline.Due.FieldDate(String f)) {
      read.add(f);
    }
    read.addAll(fields.values());
    receivables.flatMap(Receivables::promise).ifPresent(read::add);
    return Collections.unmodifiableSequencedSet(read);
  }
}
