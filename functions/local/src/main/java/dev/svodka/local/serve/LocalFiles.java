package dev.svodka.local.serve;

import dev.svodka.dashboard.FileType;
import dev.svodka.dashboard.LargeFiles;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Large files by tickets that are good for a minute, as presigned addresses of a bucket are. */
final class LocalFiles implements LargeFiles {
  static final String PATH = "/f/";

  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final int TICKET_BYTES = 16;

  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  /** A file that may be fetched until then. */
  record Ticket(String key, FileType type, Instant expires) {}

  LocalFiles(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public URI at(String key, FileType type) {
    Instant now = clock.instant();
    tickets.values().removeIf(ticket -> !now.isBefore(ticket.expires()));
    byte[] bytes = new byte[TICKET_BYTES];
    random.nextBytes(bytes);
    String name = HexFormat.of().formatHex(bytes);
    tickets.put(name, new Ticket(key, type, now.plus(GOOD_FOR)));
    return URI.create(PATH + name);
  }

  /** What the ticket gives. */
  Optional<Ticket> find(String path) {
    return Optional.ofNullable(tickets.get(path.substring(PATH.length())))
        .filter(ticket -> clock.instant().isBefore(ticket.expires()));
  }
}
