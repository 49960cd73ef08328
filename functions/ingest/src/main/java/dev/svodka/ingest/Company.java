package dev.svodka.ingest;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.live.LiveParser;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A business file with the parsers of its sources, each made when first needed. */
public final class Company {
  private final Business business;
  private final Map<String, PayloadParser> parsers = new ConcurrentHashMap<>();

  public Company(Business business) {
    this.business = business;
  }

  public Business business() {
    return business;
  }

  Optional<LiveSource> source(String id) {
    return business.sources().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  PayloadParser parser(LiveSource source) {
    return parsers.computeIfAbsent(source.id(), id -> parserOf(source));
  }

  /** A source whose payloads cannot be read is refused whole, and so quarantined and not lost. */
  private PayloadParser parserOf(LiveSource source) {
    try {
      return LiveParser.of(business, source);
    } catch (SvodkaException e) {
      return (body, receivedAt) -> new Parsed.Refused(e.code(), e.getMessage());
    }
  }
}
