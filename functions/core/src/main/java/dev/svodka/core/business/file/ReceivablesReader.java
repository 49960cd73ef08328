package dev.svodka.core.business.file;

import dev.svodka.core.business.BusinessProcess.Receivables;
import dev.svodka.core.business.Deadline.Shift;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an invoice process says beyond the others. */
final class ReceivablesReader {
  static final List<Integer> AGEING = List.of(30, 60, 90);
  static final BigDecimal PAID_TOLERANCE = new BigDecimal("0.01");

  private static final String[] KEYS = {
    "issue-target",
    "terms",
    "due-roll",
    "debt-from",
    "ageing",
    "paid-tolerance",
    "promise",
    "control"
  };

  private ReceivablesReader() {}

  static Receivables read(Section section, Names milestones, boolean workingTime, Path folder) {
    Optional<String> control = section.get("control").flatMap(ReceivablesReader::glob);
    Optional<Value> target = section.get("issue-target");
    if (target.isPresent() && section.get("parent").isEmpty()) {
      target
          .get()
          .problem(
              "it is not said what calls for the invoice",
              "add `parent: {process: sales, milestone: invoiced}`");
    }
    return new Receivables(
        target.flatMap(span -> Scalars.span(span, workingTime)),
        section.get("terms").flatMap(span -> Scalars.days(span, workingTime)),
        section.get("due-roll").flatMap(word -> word.choice(Words.SHIFTS)).orElse(Shift.NONE),
        section.get("debt-from").flatMap(value -> debtFrom(value, milestones)),
        section.get("ageing").map(ReceivablesReader::ageing).orElse(AGEING),
        section.get("paid-tolerance").flatMap(Scalars::amount).orElse(PAID_TOLERANCE),
        section.get("promise").flatMap(ProcessReader::field),
        control,
        control
            .map(glob -> LedgerReader.read(section.get("control").orElseThrow(), glob, folder))
            .orElse(List.of()));
  }

  /**
   * A milestone that the company does not record yet, such as a shipment, may be named: until it is
   * recorded nothing is a debt. A name that is nearly one of the process's is a slip.
   */
  private static Optional<String> debtFrom(Value value, Names milestones) {
    Optional<String> name = value.text();
    if (name.isPresent()
        && !milestones.known().contains(name.get())
        && Nearest.to(name.get(), milestones.known()).isPresent()) {
      return milestones.one(value);
    }
    return name;
  }

  /** Reports what only an invoice process can say. */
  static void refuse(Section section) {
    for (String key : section.present(KEYS)) {
      section
          .get(key)
          .orElseThrow()
          .problem(
              "`" + key + "` is for invoices, and this process is none",
              "add `kind: invoice` to it, or leave the key out");
    }
  }

  private static List<Integer> ageing(Value list) {
    List<Integer> edges = Scalars.integers(list, 1, 3650);
    List<Integer> ascending = edges.stream().sorted().distinct().toList();
    if (edges.isEmpty() || !edges.equals(ascending)) {
      list.problem("are no edges of ageing buckets", "write growing numbers of days: [30, 60, 90]");
      return AGEING;
    }
    return edges;
  }

  /** A pattern of file names, such as {@code osv-62*.csv}. */
  static Optional<String> glob(Value value) {
    return value.parse(
        text -> {
          FileSystems.getDefault().getPathMatcher("glob:" + text);
          return text;
        },
        "is no pattern of file names",
        "write a name with `*`, such as \"osv-62*.csv\"");
  }
}
