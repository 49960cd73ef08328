package dev.svodka.lake.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.RandomEvents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventItemTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261124})
  void anEventComesBackFromItsItem(long seed) {
    for (ChangeEvent event : RandomEvents.list(seed, 1_000)) {
      assertThat(EventItem.read(EventItem.write(event))).as("seed %d", seed).isEqualTo(event);
    }
  }
}
