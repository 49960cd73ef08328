package dev.svodka.lake.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.EventJson.Parsed;
import dev.svodka.lake.files.Durable;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One day's events of one account as JSON lines, open for appending. */
final class DayFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DayFile.class);
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * What a file holds.
   *
   * @param bytes length of its complete lines
   */
  record Content(long events, long bytes) {}

  private final Path path;
  private final FileChannel channel;
  private final Set<String> eventIds;

  private DayFile(Path path, FileChannel channel, Set<String> eventIds) {
    this.path = path;
    this.channel = channel;
    this.eventIds = eventIds;
  }

  /** Opens the file, makes it where there is none, and cuts off what a crash left of a line. */
  static DayFile open(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(path)) {
      Files.createDirectories(folder);
      Files.createFile(path);
      Durable.syncFolder(folder);
    }
    Set<String> eventIds = new HashSet<>();
    Content content = read(path, event -> eventIds.add(event.eventId()));
    FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
    channel.truncate(content.bytes());
    channel.position(content.bytes());
    return new DayFile(path, channel, eventIds);
  }

  /**
   * Reads all complete lines.
   *
   * @throws SvodkaException where one of them is no event
   */
  static Content read(Path path, Consumer<ChangeEvent> consumer) throws IOException {
    long events = 0;
    long bytes = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          bytes += line.size() + 1;
          consumer.accept(parse(path + ", line " + ++events, line.toString(UTF_8)));
          line.reset();
        } else {
          line.write(next);
        }
      }
    }
    if (line.size() > 0) {
      LOG.warn("{}: ignored {} bytes of an unfinished last line", path, line.size());
    }
    return new Content(events, bytes);
  }

  Path path() {
    return path;
  }

  /**
   * Appends the event; durable after {@link #sync}.
   *
   * @return false where the file holds it already
   * @throws SvodkaException where it could not be read back, such as for the length of a text
   */
  boolean add(ChangeEvent event) throws IOException {
    if (eventIds.contains(event.eventId())) {
      return false;
    }
    String line = EventJson.write(event);
    parse(event.eventId(), line);
    ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    eventIds.add(event.eventId());
    return true;
  }

  void sync() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static ChangeEvent parse(String place, String line) {
    return switch (EventJson.read(line, EventJson.Defaults.NONE)) {
      case Parsed.Valid valid -> valid.event();
      case Parsed.Refused refused ->
          throw new SvodkaException(
              ErrorCode.INPUT_INVALID,
              "%s: %s %s".formatted(place, refused.field(), refused.reason()));
    };
  }
}
