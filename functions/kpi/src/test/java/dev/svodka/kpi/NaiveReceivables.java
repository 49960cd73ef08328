package dev.svodka.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was claimed, paid and owed in one currency.
 *
 * @param known all that is known at as-of
 * @param begin the state before the period
 * @param end the state at its end
 * @param in whether a local day lies in the period; empty: the day is not known
 */
record NaiveReceivables(
    NaiveState known,
    NaiveState begin,
    NaiveState end,
    Predicate<Optional<Long>> in,
    String currency) {
  private static final List<String> BUCKETS = List.of("not_due", "1-5", "6-10", "11-20", "21+");

  Map<String, Optional<Double>> figures() {
    Map<String, Optional<Double>> figures = new TreeMap<>();
    double invoiced = invoiced(in);
    double outstanding = owed(end, account -> true);
    double notDue = owed(end, account -> bucket(account).equals("not_due"));
    double debt = owed(end, account -> account.invoice().reached("Shipped").isPresent());
    double unallocated = unallocated();
    figures.put("invoiced -", Optional.of(invoiced));
    figures.put(
        "paid -",
        Optional.of(
            known.payments.stream()
                .filter(payment -> payment.currency().equals(currency))
                .filter(payment -> in.test(Optional.of(NaiveState.day(payment.moment()))))
                .mapToDouble(payment -> payment.sum().doubleValue())
                .sum()));
    figures.put("outstanding -", Optional.of(outstanding));
    figures.put("unallocated -", Optional.of(unallocated));
    figures.put("net -", Optional.of(outstanding - unallocated));
    figures.put("debt -", Optional.of(debt));
    figures.put("overdue -", Optional.of(outstanding - notDue));
    for (String bucket : BUCKETS) {
      Predicate<NaiveState.Account> inBucket = account -> bucket(account).equals(bucket);
      figures.put("ageing " + bucket, Optional.of(owed(end, inBucket)));
      figures.put(
          "ageing_count " + bucket, Optional.of((double) owing(end).filter(inBucket).count()));
    }
    long last = NaiveState.day(end.end - 1);
    double recent = invoiced(day -> day.filter(d -> d > last - 90 && d <= last).isPresent());
    boolean dated = !in.test(Optional.empty());
    figures.put("dso -", dated && recent > 0 ? Optional.of(debt / recent * 90) : Optional.empty());
    double claimed = owed(begin, account -> true) + invoiced;
    figures.put(
        "cei -",
        claimed - notDue == 0
            ? Optional.empty()
            : Optional.of((claimed - outstanding) / (claimed - notDue)));
    return figures;
  }

  /**
   * What was invoiced, by the owner at the issue, and what is outstanding, by the owner at as-of.
   */
  Map<String, Optional<Double>> owned(String owner) {
    double invoiced =
        mine(known)
            .filter(account -> account.invoice().ownerAtCreation.equals(owner))
            .flatMap(account -> Optional.ofNullable(account.invoice().amount).stream())
            .mapToDouble(BigDecimal::doubleValue)
            .sum();
    double outstanding = owed(known, account -> account.invoice().owner.equals(owner));
    return Map.of("invoiced -", Optional.of(invoiced), "outstanding -", Optional.of(outstanding));
  }

  /** Calendar days from issue to payment in full, over those paid in the period. */
  static Optional<Double> daysToPay(NaiveState known, Predicate<Optional<Long>> in) {
    List<Long> days =
        known.accounts.stream()
            .filter(account -> account.outcome() == 1)
            .filter(account -> in.test(Optional.of(NaiveState.day(account.outcomeAt()))))
            .flatMap(
                account ->
                    account.invoice().created.stream()
                        .map(made -> NaiveState.day(account.outcomeAt()) - NaiveState.day(made)))
            .toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(days.stream().mapToLong(Long::longValue).sum() / (double) days.size());
  }

  private double invoiced(Predicate<Optional<Long>> when) {
    return mine(known)
        .filter(account -> when.test(account.invoice().created.map(NaiveState::day)))
        .flatMap(account -> Optional.ofNullable(account.invoice().amount).stream())
        .mapToDouble(BigDecimal::doubleValue)
        .sum();
  }

  private Stream<NaiveState.Account> mine(NaiveState state) {
    return state.accounts.stream().filter(account -> account.invoice().currency.equals(currency));
  }

  private Stream<NaiveState.Account> owing(NaiveState state) {
    return mine(state).filter(account -> account.owed().signum() > 0);
  }

  private double owed(NaiveState state, Predicate<NaiveState.Account> which) {
    return owing(state).filter(which).mapToDouble(account -> account.owed().doubleValue()).sum();
  }

  private double unallocated() {
    return mine(end).mapToDouble(account -> account.free().doubleValue()).sum()
        + end.payments.stream()
            .filter(payment -> payment.invoice() == null && payment.currency().equals(currency))
            .mapToDouble(payment -> payment.sum().doubleValue())
            .sum();
  }

  private String bucket(NaiveState.Account account) {
    long days =
        end.deadlines("invoices").stream()
            .filter(deadline -> deadline.item() == account.invoice())
            .mapToLong(deadline -> NaiveState.day(end.end - 1) - deadline.dueDay())
            .findFirst()
            .orElse(0);
    return BUCKETS.get(days <= 0 ? 0 : days <= 5 ? 1 : days <= 10 ? 2 : days <= 20 ? 3 : 4);
  }
}
