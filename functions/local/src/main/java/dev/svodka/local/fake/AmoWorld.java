package dev.svodka.local.fake;

import dev.svodka.local.fake.AmoChange.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The truth: what happened in a fake amoCRM, by a seeded generator. Most of it before {@code busy},
 * some in the seconds after it, while somebody may be reading; several leads are moved in one
 * second, as by a click on a whole list.
 */
final class AmoWorld {
  static final long PIPELINE = 3177727;
  static final long OTHER_PIPELINE = 3177728;
  static final long CATALOG = 4517;
  static final long CREATED = 1302891;
  static final long PAID = 1302893;
  static final List<Long> STAGES = List.of(32392156L, 32392159L, 32392165L, 142L, 143L);
  static final List<Long> PEOPLE = List.of(504141L, 504142L, 504143L);

  private static final int LEADS = 24;
  private static final int INVOICE_SUM = 10_000;
  private static final int DAY = 86_400;
  private static final int BUSY_SECONDS = 12;

  private final RandomGenerator random;
  private final long busy;
  private final List<AmoChange> changes = new ArrayList<>();

  private AmoWorld(RandomGenerator random, long busy) {
    this.random = random;
    this.busy = busy;
  }

  /** The changes in order. */
  static List<AmoChange> changes(RandomGenerator random, long busy) {
    AmoWorld world = new AmoWorld(random, busy);
    for (int lead = 0; lead < LEADS; lead++) {
      world.lead(1000 + lead);
    }
    long click = busy - 3600;
    for (int lead = 0; lead < LEADS / 2; lead++) {
      world.add(click, What.LEAD_MOVED, 1000 + lead, STAGES.get(2), PIPELINE);
    }
    return real(world.changes);
  }

  private void lead(long id) {
    long time = busy - 2L * DAY + random.nextInt(DAY);
    add(time, What.LEAD_CREATED, id, STAGES.getFirst(), PIPELINE);
    int steps = 2 + random.nextInt(6);
    for (int step = 0; step < steps; step++) {
      time = next(time);
      long stage = STAGES.get(random.nextInt(STAGES.size()));
      switch (random.nextInt(7)) {
        case 0, 1 -> add(time, What.LEAD_MOVED, id, stage, PIPELINE);
        case 2 -> add(time, What.LEAD_MOVED, id, stage, OTHER_PIPELINE);
        case 3 -> add(time, What.LEAD_ASSIGNED, id, PEOPLE.get(random.nextInt(PEOPLE.size())), 0);
        case 4 -> add(time, What.LEAD_PRICED, id, 100L * (1 + random.nextInt(900)), 0);
        case 5 -> add(time, What.LEAD_CALLED, id, 0, 0);
        default -> task(time, id, step);
      }
    }
    if (random.nextInt(4) == 0) {
      add(next(time), What.INVOICE_CREATED, id + 5000, id, INVOICE_SUM);
      add(next(time) + DAY / 8, What.INVOICE_PAID, id + 5000, 0, 0);
    }
    if (random.nextInt(6) == 0) {
      long gone = busy + (random.nextBoolean() ? random.nextInt(BUSY_SECONDS) : -7200);
      add(gone, What.LEAD_DELETED, id, 0, 0);
      if (random.nextBoolean()) {
        add(gone + 1800, What.LEAD_RESTORED, id, 0, 0);
      }
    }
  }

  private void task(long time, long lead, int step) {
    long id = lead * 10 + step;
    add(time, What.TASK_CREATED, id, lead, time + DAY);
    if (random.nextBoolean()) {
      add(time + 600, What.TASK_MOVED, id, time + 2L * DAY, 0);
    }
    if (random.nextInt(3) > 0) {
      add(time + 1200, What.TASK_DONE, id, lead, 0);
    }
  }

  /** Later on; one time in four while somebody may be reading. */
  private long next(long time) {
    return random.nextInt(4) == 0 && time < busy
        ? busy + random.nextInt(BUSY_SECONDS)
        : time + 60 + random.nextInt(DAY / 6);
  }

  private void add(long second, What what, long item, long to, long more) {
    changes.add(new AmoChange(second, what, item, to, more, PEOPLE.getFirst(), Map.of()));
  }

  /**
   * In order; nothing happens to what is not there, and no move leads to where a lead stands.
   *
   * @param told by time or not; of one second in the order in which it happened
   */
  static List<AmoChange> real(List<AmoChange> told) {
    List<AmoChange> ordered = new ArrayList<>(told);
    ordered.sort(Comparator.comparingLong(AmoChange::second));
    List<AmoChange> real = new ArrayList<>();
    AmoState state = new AmoState();
    for (AmoChange change : ordered) {
      if (state.possible(change)) {
        state.apply(change);
        real.add(change);
      }
    }
    return List.copyOf(real);
  }

  /** A date field is a calendar day, and the company is in Moscow. */
  private static long midnight(long utcDay) {
    return utcDay - 3 * 3600;
  }

  /** What happened, in the words of figures. */
  static SortedSet<Fact> facts(List<AmoChange> changes) {
    SortedSet<Fact> facts = new TreeSet<>();
    AmoState state = new AmoState();
    for (AmoChange change : changes) {
      state.apply(change);
      String lead = "deal/" + change.item();
      String task = "task/" + change.item();
      String invoice = "invoice/" + change.item();
      long at = change.second();
      switch (change.what()) {
        case LEAD_CREATED -> facts.add(new Fact("created", lead, "", at));
        case LEAD_MOVED ->
            facts.add(new Fact("moved", lead, change.more() + "/" + change.to(), at));
        case LEAD_ASSIGNED -> facts.add(new Fact("assigned", lead, "" + change.to(), at));
        case LEAD_DELETED -> facts.add(new Fact("deleted", lead, "", at));
        case LEAD_RESTORED -> facts.add(new Fact("restored", lead, "", at));
        case LEAD_CALLED -> facts.add(new Fact("contacted", lead, "", at));
        case TASK_CREATED -> facts.add(new Fact("created", task, "", at));
        case TASK_DONE -> {
          facts.add(new Fact("moved", task, "/done", at));
          facts.add(new Fact("contacted", "deal/" + change.to(), "", at));
        }
        case INVOICE_CREATED -> facts.add(new Fact("created", invoice, "", at));
        case INVOICE_PAID -> {
          facts.add(new Fact("moved", invoice, "/" + PAID, at));
          facts.add(
              new Fact(
                  "paid",
                  invoice,
                  state.invoice(change.item()).sum() + ".00",
                  midnight(state.invoice(change.item()).paidDay())));
        }
        case LEAD_PRICED, TASK_MOVED -> {}
      }
    }
    return facts;
  }
}
