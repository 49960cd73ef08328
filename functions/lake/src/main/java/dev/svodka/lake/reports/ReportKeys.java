package dev.svodka.lake.reports;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names in the store of reports. */
public final class ReportKeys {
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final int HASH_BYTES = 16;

  private ReportKeys() {}

  static String shelf(String account) {
    return account(account) + "reports.json";
  }

  /** Begins the keys of all runs of the account. */
  public static String runs(String account) {
    return account(account) + "runs/";
  }

  /** Begins the keys of a run's files; behind it stand the paths of the contract. */
  public static String run(String account, String run) {
    return runs(account) + run + '/';
  }

  /** Begins the keys of the pages of all weeks and months: {@code <report>/<issue>/…}. */
  public static String kept(String account) {
    return account(account) + "kept/";
  }

  /** The front page of one audience, below a run. */
  public static String front(String audience, String language) {
    return "fronts/" + folder(audience) + '.' + language + ".html";
  }

  /** Begins the paths of what is made for one owner alone, below a run. */
  public static String owner(String owner) {
    return "owner/" + folder(owner) + '/';
  }

  /** A text from outside as the name of a folder: as it stands where that is safe, else hashed. */
  static String folder(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String account(String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "An account is 1 to 40 of the characters a-z, 0-9 and '-'");
    }
    return account + '/';
  }
}
