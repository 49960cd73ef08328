package dev.svodka.local.fake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What goes wrong on the way, by a seeded generator: the same seed, the same trouble. */
final class Disturbance {
  private static final double DROPPED = 0.05;
  private static final double REPEATED = 0.05;
  private static final int LATEST_SECONDS = 60;

  private final RandomGenerator random;
  private final boolean on;

  Disturbance(RandomGenerator random, boolean on) {
    this.random = random;
    this.on = on;
  }

  /** 5 % of webhooks never come, 5 % come twice, and all come late and in no order. */
  List<FakeHook> hooks(List<FakeHook> sent) {
    List<FakeHook> coming = new ArrayList<>();
    for (FakeHook hook : sent) {
      double chance = random.nextDouble();
      int times = !on ? 1 : chance < DROPPED ? 0 : chance < DROPPED + REPEATED ? 2 : 1;
      for (int i = 0; i < times; i++) {
        int late = on ? random.nextInt(LATEST_SECONDS) : 0;
        coming.add(new FakeHook(hook.second() + late, hook.form()));
      }
    }
    coming.sort(Comparator.comparingLong(FakeHook::second));
    return coming;
  }

  /** An answer that comes instead of the right one. */
  Optional<FakeCrm.Reply> instead() {
    double chance = on ? random.nextDouble() : 1;
    if (chance < 0.03) {
      return Optional.of(FakeCrm.Reply.of(429));
    }
    if (chance < 0.06) {
      return Optional.of(FakeCrm.Reply.of(500));
    }
    if (chance < 0.064) {
      return Optional.of(FakeCrm.Reply.of(200).with(FakeCrm.Fault.SILENT));
    }
    return Optional.empty();
  }

  FakeCrm.Reply damaged(FakeCrm.Reply reply) {
    return on && random.nextDouble() < 0.03 ? reply.with(FakeCrm.Fault.TRUNCATED) : reply;
  }
}
