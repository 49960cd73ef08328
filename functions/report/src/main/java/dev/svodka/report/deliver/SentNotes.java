package dev.svodka.report.deliver;

import dev.svodka.lake.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What has gone out to whom, as empty objects {@code <account>/delivered/<report>/<day>-<hash>}: no
 * address stands in the store.
 */
final class SentNotes {
  private static final int HASH_BYTES = 16;

  private final ObjectStore store;
  private final String account;
  private final LocalDate day;

  SentNotes(ObjectStore store, String account, LocalDate day) {
    this.store = store;
    this.account = account;
    this.day = day;
  }

  boolean has(String report, String receiver) {
    return store.exists(key(report, receiver));
  }

  void add(String report, String receiver) {
    store.put(key(report, receiver), new byte[0], "application/octet-stream");
  }

  private String key(String report, String receiver) {
    return "%s/delivered/%s/%s-%s".formatted(account, report, day, hash(receiver));
  }

  private String hash(String receiver) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((account + '\n' + receiver).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
