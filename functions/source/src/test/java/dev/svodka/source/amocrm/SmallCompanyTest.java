package dev.svodka.source.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.TestBusiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's own twelve weeks of webhooks, as they are and damaged. */
class SmallCompanyTest {
  private static final Path WEBHOOKS = Path.of("../../events/webhooks");
  private static final int MUTATIONS = 20_000;

  private final PayloadParser parser =
      new AmoCrmParser(TestBusiness.romashka(), TestBusiness.source(SourceKind.AMOCRM));

  @Test
  void everyDeliveryIsReadWhole() throws IOException {
    for (String delivery : deliveries()) {
      String[] parts = delivery.split("\t", 2);
      Instant received = Instant.parse(parts[0]);
      assertThat(parser.parse(parts[1].getBytes(UTF_8), received))
          .as(delivery)
          .isInstanceOfSatisfying(
              Parsed.Events.class,
              told -> {
                assertThat(told.rejected()).isEmpty();
                assertThat(told.events().size() + told.ignored().size()).isPositive();
                assertThat(told.events()).allMatch(event -> !event.occurredAt().isAfter(received));
              });
    }
  }

  @Test
  void aDamagedDeliveryGivesEventsOrARefusal() throws IOException {
    long seed = 20261124;
    Random random = new Random(seed);
    List<String> deliveries = deliveries();
    for (int round = 0; round < MUTATIONS; round++) {
      String body = deliveries.get(random.nextInt(deliveries.size())).split("\t", 2)[1];
      byte[] damaged = damage(body.getBytes(UTF_8), random);
      switch (parser.parse(damaged, Instant.EPOCH)) {
        case Parsed.Events told ->
            assertThat(told.events().size() + told.ignored().size() + told.rejected().size())
                .as("seed %d round %d", seed, round)
                .isPositive();
        case Parsed.Refused refused ->
            assertThat(refused.code().category())
                .as("seed %d round %d: %s", seed, round, refused.reason())
                .isEqualTo(ErrorCategory.CLIENT_DATA);
      }
    }
  }

  private static byte[] damage(byte[] body, Random random) {
    byte[] damaged = body.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = (byte) "&=%[]{}+0-".charAt(random.nextInt(10));
        case 2 -> damaged = Arrays.copyOf(damaged, Math.max(1, at));
        default -> {
          int to = random.nextInt(damaged.length);
          int length = random.nextInt(Math.min(60, damaged.length - Math.max(at, to)) + 1);
          System.arraycopy(damaged, at, damaged, to, length);
        }
      }
    }
    return damaged;
  }

  private static List<String> deliveries() throws IOException {
    try (Stream<Path> files = Files.list(WEBHOOKS)) {
      List<String> lines = new java.util.ArrayList<>();
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
      assertThat(lines).hasSizeGreaterThan(1_000);
      return lines;
    }
  }
}
