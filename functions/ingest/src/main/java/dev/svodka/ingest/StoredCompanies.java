package dev.svodka.ingest;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
  private static final String BUSINESS_FILE = "business.yaml";
  private static final Path NOTHING_BESIDE =
      Path.of(System.getProperty("java.io.tmpdir"), "svodka-nothing-beside");
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
      byte[] file = objects.get(folder(account) + BUSINESS_FILE);
      String hash = HexFormat.of().formatHex(Sha256.of(file));
      Company company =
          before != null && before.hash().equals(hash) ? before.company() : load(account, file);
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

  private Company load(String account, byte[] file) {
    // Most business files name no other: what lies beside is fetched only where one is missed
    BusinessFile.Parsed alone = BusinessFile.parse(file, NOTHING_BESIDE);
    BusinessFile.Parsed parsed =
        alone instanceof BusinessFile.Parsed.Valid ? alone : withItsFolder(account, file);
    String name = folder(account) + BUSINESS_FILE;
    Business business = BusinessFile.business(parsed, name);
    if (!business.account().equals(account)) {
      throw new SvodkaException(
          ErrorCode.BUSINESS_FILE_INVALID,
          "%s: account: is %s; it has to be %s".formatted(name, business.account(), account));
    }
    return new Company(business);
  }

  private BusinessFile.Parsed withItsFolder(String account, byte[] file) {
    List<Path> copied = new ArrayList<>();
    try {
      Path folder = Files.createTempDirectory("svodka-business-");
      copied.add(folder);
      for (ObjectStore.Entry entry : objects.list(folder(account))) {
        String name = entry.key().substring(folder(account).length());
        if (!name.isEmpty() && name.indexOf('/') < 0 && !name.equals(BUSINESS_FILE)) {
          Path copy = folder.resolve(name);
          copied.add(copy);
          Files.write(copy, objects.get(entry.key()));
        }
      }
      return BusinessFile.parse(file, folder);
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.DISK_FULL, "No room in /tmp: " + e.getMessage(), e);
    } finally {
      delete(copied.reversed());
    }
  }

  private static void delete(List<Path> paths) {
    try {
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(String account) {
    return "accounts/" + account + '/';
  }
}
