package dev.svodka.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HookSecretTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Secret OLD = Secret.of("old-secret");
  private static final Secret NEW = Secret.of("new-secret");

  @Test
  void afterARotationBothAreTakenUntilTheOldOneEnds() {
    HookSecret rotated =
        HookSecret.parse(HookSecret.parse("old-secret\n").followedBy(NEW, NOON).text().reveal());

    assertThat(rotated.accepts(NEW, NOON.minusMillis(1))).isTrue();
    assertThat(rotated.accepts(OLD, NOON.minusMillis(1))).isTrue();
    assertThat(rotated.accepts(NEW, NOON)).isTrue();
    assertThat(rotated.accepts(OLD, NOON)).isFalse();
  }

  @Test
  void theOneBeforeTheLastIsForgotten() {
    Secret third = Secret.of("third");
    HookSecret twice =
        HookSecret.parse("old-secret").followedBy(NEW, NOON).followedBy(third, NOON.plusSeconds(9));

    assertThat(twice.accepts(OLD, Instant.EPOCH)).isFalse();
    assertThat(twice.accepts(NEW, NOON)).isTrue();
    assertThat(twice.accepts(third, NOON)).isTrue();
  }

  @Test
  void whatIsNoSecretOpensNothing() {
    assertThat(HookSecret.parse("").accepts(Secret.of(""), NOON)).isFalse();
    assertThat(HookSecret.parse("a\nb").accepts(Secret.of("b"), NOON)).isFalse();
    assertThat(HookSecret.parse("a\nb until tomorrow").accepts(Secret.of("b"), NOON)).isFalse();
    assertThat(HookSecret.parse("a\nb until tomorrow").accepts(Secret.of("a"), NOON)).isTrue();
  }

  @Test
  void itPrintsNoSecret() {
    assertThat(HookSecret.parse("old-secret").followedBy(NEW, NOON).toString())
        .doesNotContain("old-secret", "new-secret");
  }
}
