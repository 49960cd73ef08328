package dev.svodka.local.fake;

import dev.svodka.local.fake.BitrixStep.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What happened in a fake Bitrix24: deals in two funnels, invoices paid in parts, calls, notes and
 * tasks.
 */
final class BitrixWorld {
  private static final List<String> STAGES = List.of("NEW", "PREPARATION", "WON", "LOSE");
  private static final int ITEMS = 32;
  private static final int DAY = 86_400;
  private static final int BUSY_SECONDS = 30;

  private final RandomGenerator random;
  private final long busy;
  private final List<BitrixStep> steps = new ArrayList<>();

  private BitrixWorld(RandomGenerator random, long busy) {
    this.random = random;
    this.busy = busy;
  }

  static List<BitrixStep> steps(RandomGenerator random, long busy) {
    BitrixWorld world = new BitrixWorld(random, busy);
    for (int item = 0; item < ITEMS; item++) {
      world.deal(100 + item);
      if (item % 4 == 0) {
        world.invoice(500 + item);
      }
    }
    world.steps.sort(Comparator.comparingLong(BitrixStep::second));
    return List.copyOf(world.steps);
  }

  private void deal(long id) {
    long time = busy - 2L * DAY + random.nextInt(DAY);
    String stage = "NEW";
    String category = "0";
    long sum = 0;
    add(time, What.CREATED, "deal", id, category, stage, sum);
    int moves = random.nextInt(6);
    for (int i = 0; i < moves; i++) {
      time = next(time);
      if (random.nextInt(4) == 0) {
        sum = 100L * (1 + random.nextInt(900));
        add(time, What.PRICED, "deal", id, category, stage, sum);
      } else {
        String before = stage;
        category = random.nextInt(5) == 0 ? "1" : category;
        String name = STAGES.get(random.nextInt(STAGES.size()));
        stage = category.equals("0") ? name : "C1:" + name;
        if (!stage.equals(before)) {
          add(time, What.MOVED, "deal", id, category, stage, sum);
        }
      }
    }
    if (random.nextInt(3) == 0) {
      add(next(time), What.CALLED, "deal", id, category, stage, sum);
    }
    boolean noted = random.nextInt(4) == 0;
    if (noted) {
      add(next(time), What.NOTED, "deal", id, category, stage, sum);
    }
    if (random.nextInt(4) == 0) {
      task(id, next(time));
    }
    // of a deal that is gone no comment is told any more
    if (!noted && random.nextInt(8) == 0) {
      add(next(time), What.DELETED, "deal", id, category, stage, sum);
    }
  }

  private void task(long deal, long time) {
    long id = 9_000 + deal;
    long due = time + DAY;
    add(time, What.TASK_SET, "task", id, Long.toString(due), "", deal);
    if (random.nextBoolean()) {
      due += DAY;
      add(time + 600, What.TASK_MOVED, "task", id, Long.toString(due), "", deal);
    }
    if (random.nextInt(3) > 0) {
      add(time + 1_200, What.TASK_DONE, "task", id, Long.toString(due), "", deal);
    }
  }

  private void invoice(long id) {
    long time = busy - DAY + random.nextInt(DAY / 2);
    add(time, What.CREATED, "invoice", id, "11", "DT31_11:N", 10_000);
    time = next(time);
    add(time, What.PAID, "invoice", id, "11", "DT31_11:N", 4_000);
    time = next(time);
    add(time, What.PAID, "invoice", id, "11", "DT31_11:N", 6_000);
    add(time, What.MOVED, "invoice", id, "11", "DT31_11:P", 10_000);
  }

  private long next(long time) {
    return random.nextInt(4) == 0 && time < busy
        ? busy + random.nextInt(BUSY_SECONDS)
        : time + 60 + random.nextInt(DAY / 6);
  }

  private void add(
      long second, What what, String type, long item, String category, String stage, long sum) {
    steps.add(new BitrixStep(second, what, type, item, category, stage, sum));
  }
}
