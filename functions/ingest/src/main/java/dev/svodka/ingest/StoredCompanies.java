package dev.svodka.ingest;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.objects.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Business files at {@code accounts/<account>/business.yaml}, with the files that they name beside
 * them; read again a minute after they were last looked at. A file that has become wrong, or cannot
 * be reached, leaves the one known before in force.
 */
public final class StoredCompanies implements Companies {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCompanies.class);
  private static final Duration FRESH = Duration.ofSeconds(60);
  private static final int MAX_KNOWN = 1_000;

  private final ObjectStore objects;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Instant seen, String hash, Company company) {}

  public StoredCompanies(ObjectStore objects, InstantSource clock) {
    this.objects = objects;
    this.clock = clock;
  }

  @Override
  public Optional<Company> find(String account) {
    Known before = known.get(account);
    Instant now = clock.instant();
    if (before != null && now.isBefore(before.seen().plus(FRESH))) {
      return Optional.of(before.company());
    }
    try {
      byte[] file = objects.get(StoredBusiness.key(account));
      String hash = HexFormat.of().formatHex(Sha256.of(file));
      Company company =
          before != null && before.hash().equals(hash)
              ? before.company()
              : new Company(StoredBusiness.read(objects, account, file));
      remember(account, new Known(now, hash, company));
      return Optional.of(company);
    } catch (SvodkaException e) {
      if (e.code() == ErrorCode.NOT_FOUND) {
        known.remove(account);
        return Optional.empty();
      }
      if (before == null) {
        throw e;
      }
      LOG.error("{}: the business file of before stays in force: {}", account, e.getMessage());
      remember(account, new Known(now, before.hash(), before.company()));
      return Optional.of(before.company());
    }
  }

  private void remember(String account, Known fresh) {
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    known.put(account, fresh);
  }
}
