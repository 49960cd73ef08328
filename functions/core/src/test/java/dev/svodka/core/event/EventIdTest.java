package dev.svodka.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventIdTest {
  private static final Instant MOMENT = Instant.parse("2026-11-22T21:00:00.123Z");

  /** Any change of these breaks the identity of every event that is stored anywhere. */
  @Test
  void theVectorsAreFixed() {
    assertThat(full(Kind.MOVED, event -> {}).eventId())
        .isEqualTo("3fe224fe413f2f18d43db0a6d32d4ec8");
    assertThat(full(Kind.CHANGED, event -> {}).eventId())
        .isEqualTo("6d7184078d226c2f14059321861abc79");
    assertThat(bare().eventId()).isEqualTo("b81f4491fb9220fb2c7848e186c3d64d");
    assertThat(bare().repeated(1).eventId()).isEqualTo("0b1e4b9f676c925d18d4836fe0adc399");
  }

  @Test
  void theBareVectorIsTheHashOfItsParts() throws NoSuchAlgorithmException {
    StringBuilder parts = new StringBuilder();
    for (String text : new String[] {"romashka", "deal", "7", "created"}) {
      parts.append(number(text.length()));
      parts.append(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }
    parts.append(number(-1).repeat(8));
    parts.append(number(MOMENT.toEpochMilli())).append(number(0));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(parts));
    assertThat(bare().eventId()).isEqualTo(HexFormat.of().formatHex(digest, 0, 16));
  }

  @Test
  void whatTheEventSaysIsInTheHash() {
    Set<String> ids = new HashSet<>();
    ids.add(full(Kind.CHANGED, event -> {}).eventId());
    ids.add(full(Kind.MOVED, event -> {}).eventId());
    ids.add(full(Kind.CHANGED, event -> event.pipeline("2")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.stage("143")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.stage(null)).eventId());
    ids.add(full(Kind.CHANGED, event -> event.stage("")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.owner("6")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.amount(new BigDecimal("10.01"))).eventId());
    ids.add(full(Kind.CHANGED, event -> event.currency("EUR")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.dueAt(MOMENT)).eventId());
    ids.add(full(Kind.CHANGED, event -> event.parent(new ItemRef("deal", "2"))).eventId());
    ids.add(full(Kind.CHANGED, event -> event.parent(new ItemRef("lead", "1"))).eventId());
    ids.add(full(Kind.CHANGED, event -> event.field("budget", "2")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.field("other", "1")).eventId());
    ids.add(full(Kind.CHANGED, event -> event.occurredAt(MOMENT.plusMillis(1))).eventId());
    ids.add(full(Kind.CHANGED, event -> {}).repeated(1).eventId());
    assertThat(ids).hasSize(16);
  }

  @Test
  void theWayItCameIsNot() {
    String id = full(Kind.MOVED, event -> {}).eventId();
    assertThat(full(Kind.MOVED, event -> event.actor("9")).eventId()).isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> event.customer("9", "name")).eventId()).isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> event.stageBefore("9")).eventId()).isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> event.seq(9)).eventId()).isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> event.field("budget", "2")).eventId()).isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> event.receivedAt(MOMENT.plusSeconds(9))).eventId())
        .isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> event.amount(new BigDecimal("10"))).eventId())
        .as("the scale of an amount is none of its content")
        .isEqualTo(id);
    assertThat(full(Kind.MOVED, event -> {}).receivedAt(MOMENT.plusSeconds(9)).eventId())
        .isEqualTo(id);
  }

  @Test
  void sourceAndViaDoNotMatterAndNeighboursDoNotRunTogether() {
    for (SourceKind source : SourceKind.values()) {
      for (Via via : Via.values()) {
        assertThat(bare(source, via, "deal", "7").eventId()).isEqualTo(bare().eventId());
      }
    }
    assertThat(bare(SourceKind.CSV, Via.FILE, "deal7", "").eventId())
        .isNotEqualTo(bare(SourceKind.CSV, Via.FILE, "deal", "7").eventId());
  }

  private static ChangeEvent bare() {
    return bare(SourceKind.CSV, Via.FILE, "deal", "7");
  }

  private static ChangeEvent bare(SourceKind source, Via via, String type, String id) {
    return ChangeEvent.of("romashka", source, via, new ItemRef(type, id), Kind.CREATED)
        .occurredAt(MOMENT)
        .build();
  }

  private static ChangeEvent full(Kind kind, Consumer<ChangeEventBuilder> change) {
    ChangeEventBuilder event =
        ChangeEvent.of("romashka", SourceKind.AMOCRM, Via.HOOK, new ItemRef("deal", "7"), kind)
            .parent(new ItemRef("deal", "1"))
            .pipeline("1")
            .stage("142")
            .stageBefore("141")
            .owner("5")
            .actor("5")
            .customer("7701", "ООО «Ромашка»")
            .amount(new BigDecimal("10.00"))
            .currency("RUB")
            .dueAt(MOMENT.plusSeconds(86_400))
            .occurredAt(MOMENT)
            .seq(1)
            .field("budget", "1");
    change.accept(event);
    return event.build();
  }

  private static String number(long value) {
    return HexFormat.of().toHexDigits(value);
  }
}
