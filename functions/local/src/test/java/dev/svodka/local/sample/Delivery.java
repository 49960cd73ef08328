package dev.svodka.local.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The CRM's sending: seconds late, at times a quarter of an hour, at times twice. */
final class Delivery {
  private final Random random;
  private final List<Hook> hooks = new ArrayList<>();

  Delivery(Random random) {
    this.random = random;
  }

  void send(Instant happened, String body) {
    if (!happened.isBefore(Romashka.END)) {
      return;
    }
    Instant received = happened.plusMillis(400 + random.nextInt(5_000));
    if (random.nextInt(100) < 2) {
      received = received.plusSeconds(15 * 60);
    }
    hooks.add(new Hook(received, body));
    if (random.nextInt(100) < 3) {
      hooks.add(new Hook(received.plusSeconds(5 * 60), body));
    }
  }

  /** In the order in which they came in. */
  List<Hook> sent() {
    return hooks.stream().sorted(Comparator.comparing(Hook::received)).toList();
  }
}
