package dev.svodka.local.account;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import dev.svodka.lake.events.FileEventStore;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.fake.FakeAmoCrm;
import dev.svodka.local.fake.FakeServer;
import dev.svodka.local.fake.VirtualTime;
import dev.svodka.reconcile.Parts;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.MemoryCells;
import dev.svodka.reconcile.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** A stack over a folder, with an amoCRM. */
final class FolderStack implements Stacks, Vault, AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  final Map<String, Secret> secrets = new ConcurrentHashMap<>();
  final VirtualTime time = new VirtualTime(NOW);
  final FakeAmoCrm crm = new FakeAmoCrm(1, NOW.minusSeconds(86_400), time, false);
  final FolderObjectStore lake;
  final FolderObjectStore reports;
  final FileEventStore events;
  private final FakeServer server = new FakeServer(crm, 0);

  FolderStack(Path folder) {
    lake = new FolderObjectStore(folder.resolve("lake"));
    reports = new FolderObjectStore(folder.resolve("reports"));
    events = new FileEventStore(folder.resolve("events"), clock());
  }

  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Override
  public Stack open(String name) {
    if (!name.equals("svodka")) {
      throw new SvodkaException(ErrorCode.NOT_FOUND, "there is no stack `%s`".formatted(name));
    }
    return new Stack(
        name,
        URI.create("https://hooks.example/hooks"),
        URI.create("https://pages.example"),
        reports,
        events,
        new Parts(
            lake,
            new MemoryCells(),
            this,
            source -> server.base(),
            new Transport(Duration.ofSeconds(10)),
            time,
            time,
            new SplittableRandom(1)));
  }

  @Override
  public Optional<Secret> read(String reference) {
    return Optional.ofNullable(secrets.get(reference));
  }

  @Override
  public void replace(String reference, Secret secret) {
    secrets.put(reference, secret);
  }

  @Override
  public void close() throws IOException {
    server.close();
    events.close();
  }
}
