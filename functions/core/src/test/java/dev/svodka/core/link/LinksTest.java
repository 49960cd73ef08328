package dev.svodka.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.SvodkaException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static final String SIGNS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  private static final List<String> PERSONS =
      List.of("Анна Ветрова", "O'Brien, <b>", "=cmd|'/c calc'!A0", "🦊", "\u202eadmin", "a b.c");

  private final Map<String, String> secrets = new HashMap<>();
  private Links links;

  @BeforeEach
  void makeKeys() {
    keep(new LinkKeys(List.of(LinkKey.make(new SecureRandom()))));
    links = new Links(KeySource.of(ref -> Optional.ofNullable(secrets.get(ref)), "ssm:/keys"));
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLinkSaysWhatWasSigned(long seed) {
    Link link = link(new Random(seed));
    assertThat(links.verify(links.sign(link))).contains(link);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTextWithAnyOtherCharacterIsNoLink(long seed) {
    Random random = new Random(seed);
    String token = links.sign(link(random));
    for (int place = 0; place < token.length(); place++) {
      char other = SIGNS.charAt(random.nextInt(SIGNS.length()));
      String head = token.substring(0, place);
      String tail = token.substring(place + 1);
      if (other != token.charAt(place)) {
        assertThat(links.verify(head + other + tail)).as("changed at %d", place).isEmpty();
      }
      assertThat(links.verify(head + other + token.substring(place)))
          .as("one more at %d", place)
          .isEmpty();
      assertThat(links.verify(head + tail)).as("one less at %d", place).isEmpty();
    }
  }

  /** The bits of the last character that base64 leaves over are part of the text too. */
  @Test
  void noCharacterOfTheSignatureStandsForAnother() {
    String token = links.sign(link(new Random(1)));
    String head = token.substring(0, token.length() - 1);
    assertThat(SIGNS.chars().filter(last -> links.verify(head + (char) last).isPresent()).count())
        .isOne();
  }

  @Test
  void twoKeysAreBelievedAndAnOlderOneNoLonger() {
    Link link = link(new Random(2));
    String token = links.sign(link);
    rotate();
    assertThat(links.verify(token)).contains(link);
    assertThat(links.sign(link)).isNotEqualTo(token);
    rotate();
    assertThat(links.verify(token)).isEmpty();
  }

  @Test
  void aKeyOfTheSameNameButAnotherSecretSignsForNobody() {
    String token = links.sign(link(new Random(3)));
    String name = LinkKeys.parse(secrets.getOrDefault("ssm:/keys", "")).keys().getFirst().id();
    byte[] other = new byte[32];
    keep(new LinkKeys(List.of(new LinkKey(name, other))));
    assertThat(links.verify(token)).isEmpty();
  }

  @Test
  void keysAreKeptAsTextAndTellTheirSecretNowhereElse() {
    LinkKeys keys = new LinkKeys(List.of(LinkKey.make(new SecureRandom())));
    String secret = keys.text().strip().split(" ", -1)[1];
    assertThat(LinkKeys.parse(keys.text()).text()).isEqualTo(keys.text());
    assertThat(keys.toString()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "aabbccdd", "aabbccdd AAAA", "key AAAAAAAA", "aabbccdd !!!!", "a b c"})
  void whatIsNoKeyIsToldWithoutItsText(String text) {
    assertThatThrownBy(() -> LinkKeys.parse(text))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("of links")
        .hasMessageNotContaining("AAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\u0000b", "tab\t"})
  void aNameThatCouldForgeALineIsRefused(String name) {
    assertThatThrownBy(() -> new Scope.Owner(name)).isInstanceOf(SvodkaException.class);
    assertThatThrownBy(
            () ->
                Link.issue(
                    "romashka", name, new Scope.Everything(), Instant.EPOCH, new SecureRandom()))
        .isInstanceOf(SvodkaException.class);
  }

  private void rotate() {
    keep(LinkKeys.parse(secrets.getOrDefault("ssm:/keys", "")).rotated(new SecureRandom()));
  }

  private void keep(LinkKeys keys) {
    secrets.put("ssm:/keys", keys.text());
  }

  private static Link link(Random random) {
    String name = PERSONS.get(random.nextInt(PERSONS.size()));
    Scope scope =
        switch (random.nextInt(3)) {
          case 0 -> new Scope.Everything();
          case 1 -> new Scope.Audience(name);
          default -> new Scope.Owner("50414" + random.nextInt(10));
        };
    return Link.issue(
        "a-" + random.nextInt(1_000),
        name,
        scope,
        Instant.ofEpochSecond(random.nextLong(1L << 33)),
        new SecureRandom());
  }
}
