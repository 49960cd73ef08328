package dev.svodka.ingest;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.telemetry.Metrics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Ingest over a folder, with a store of events and a park that can be switched off. */
final class Door implements EventStore, Park, Metrics {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final String SECRET = "Zf3kQ9";
  static final String TOKEN = "51856fefc120afa4b628cc82d3935cce";
  static final String BUSINESS =
      """
      account: romashka
      name: Romashka
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      sources:
        - {id: amo, kind: amocrm, subdomain: romashka, account-id: 12345678, secret: ssm:/svodka/romashka/hook}
        - {id: site, kind: http, secret: ssm:/svodka/romashka/site}
        - {id: rotated, kind: amocrm, subdomain: romashka, secret: ssm:/svodka/romashka/rotated}
        - {id: ended, kind: amocrm, subdomain: romashka, secret: ssm:/svodka/romashka/ended}
        - {id: mute, kind: amocrm, subdomain: romashka}
        - {id: b24, kind: bitrix24, domain: romashka.bitrix24.ru, secret: ssm:/svodka/romashka/hook, application-token: ssm:/svodka/romashka/b24}
      processes:
        sales:
          items: {type: deal, pipeline: ["3177727"]}
          milestones: {created: {created: true}, won: {stage: ["142"]}, lost: {stage: ["143"]}}
          funnel: [created, won]
          success: [won]
          failure: [lost]
      keep: [budget, phone?]
      """;

  final List<ChangeEvent> stored = new ArrayList<>();
  final List<ChangeEvent> parked = new ArrayList<>();
  final ObjectStore objects;
  final Ingest ingest;
  final Map<String, Double> figures = new TreeMap<>();
  boolean storeIsOut;
  boolean parkIsOut;
  private final Set<String> ids = new HashSet<>();

  Door(Path folder) {
    objects = new FolderObjectStore(folder);
    objects.put(
        "accounts/romashka/business.yaml",
        BUSINESS.getBytes(StandardCharsets.UTF_8),
        "application/yaml");
    InstantSource clock = InstantSource.fixed(NOW);
    Map<String, String> secrets =
        Map.of(
            "ssm:/svodka/romashka/hook",
            SECRET,
            "ssm:/svodka/romashka/site",
            SECRET + '\n',
            "ssm:/svodka/romashka/b24",
            TOKEN,
            "ssm:/svodka/romashka/rotated",
            "next\n" + SECRET + " until 2026-11-23T10:00:01Z",
            "ssm:/svodka/romashka/ended",
            "next\n" + SECRET + " until 2026-11-23T10:00:00Z");
    ingest =
        new Ingest(
            new StoredCompanies(objects, clock),
            reference -> Optional.ofNullable(secrets.get(reference)),
            this,
            this,
            new Quarantine(objects),
            clock,
            this);
  }

  Answer post(String source, String body) {
    return ingest.accept(
        new Hook("romashka", source, SECRET), body.getBytes(StandardCharsets.UTF_8));
  }

  List<String> quarantined() {
    return objects.list("quarantine/").stream().map(ObjectStore.Entry::key).toList();
  }

  @Override
  public List<Outcome> put(List<ChangeEvent> events) {
    if (storeIsOut) {
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "out");
    }
    return events.stream().map(this::put).toList();
  }

  private Outcome put(ChangeEvent event) {
    if (!ids.add(event.eventId())) {
      return Outcome.DUPLICATE;
    }
    stored.add(event);
    return Outcome.STORED;
  }

  @Override
  public void tell(List<Figure> told) {
    told.forEach(figure -> figures.merge(figure.name(), figure.value(), Double::sum));
  }

  @Override
  public void failed(ErrorCode code) {
    figures.merge(code.category().name(), 1.0, Double::sum);
  }

  @Override
  public void park(List<ChangeEvent> events) {
    if (parkIsOut) {
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "out");
    }
    parked.addAll(events);
  }

  @Override
  public long readDay(String account, LocalDate day, Consumer<ChangeEvent> consumer) {
    stored.forEach(consumer);
    return stored.size();
  }

  @Override
  public SortedSet<LocalDate> days(String account) {
    return new TreeSet<>();
  }
}
