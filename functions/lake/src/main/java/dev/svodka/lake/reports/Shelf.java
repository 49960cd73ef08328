package dev.svodka.lake.reports;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an account has published: {@code <account>/reports.json}, the one object that a run replaces
 * when all its files lie under {@code <account>/runs/<run>/}. Whoever reads by it sees a run whole
 * or not at all.
 *
 * @param language the company's own
 * @param front the run that made the front pages
 * @param reports by the order of the front page, one entry a language
 */
public record Shelf(String account, String language, String front, List<Shelved> reports) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public Shelf {
    requireNonNull(account, "account is null");
    requireNonNull(language, "language is null");
    requireNonNull(front, "front is null");
    reports = List.copyOf(reports);
  }

  /** The shelf of an account; empty where nothing is published. */
  public static Optional<Shelf> find(ObjectStore store, String account) {
    String key = ReportKeys.shelf(account);
    try {
      return Optional.of(JSON.readValue(store.get(key), Shelf.class));
    } catch (SvodkaException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, key + ": is no list of reports", e);
    }
  }

  /** Makes it what the reader sees. */
  public void put(ObjectStore store) {
    try {
      store.put(ReportKeys.shelf(account), JSON.writeValueAsBytes(this), "application/json");
    } catch (JsonProcessingException e) {
      throw new SvodkaException(ErrorCode.INTERNAL, "a record of texts is no JSON", e);
    }
  }

  /** The runs that somebody may read. */
  public Set<String> runs() {
    Set<String> runs = new TreeSet<>();
    Stream.concat(Stream.of(front), reports.stream().map(Shelved::run)).forEach(runs::add);
    return runs;
  }

  /** The same report in whatever language. */
  public Optional<Shelved> report(String id) {
    return reports.stream().filter(report -> report.id().equals(id)).findFirst();
  }
}
