package dev.svodka.source.onec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A document of a statement, its damage mended: the names of the parties without their tax numbers,
 * these as digits, dates without what was appended to them, the purpose in one piece. It gets two
 * names of its own: {@link #ID} and, of each party that is a legal entity, {@code …Организация}.
 */
public final class BankPayment {
  /** The same document has the same id in every statement; it tells no account. */
  public static final String ID = "id";

  private static final String PURPOSE = "НазначениеПлатежа";
  private static final List<String> SIDES = List.of("Плательщик", "Получатель");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern APPENDED = Pattern.compile("(\\d{2}\\.\\d{2}\\.\\d{4})\\d.*");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:ИНН(?!\\p{L})\\s*:?\\s*)?(\\d{9,13}(?!\\d))?"
              + "(?:\\s*[/\\\\]?\\s*(?:КПП(?!\\p{L}))?\\s*:?\\s*\\d{9}(?!\\d))?[\\s,;:/\\\\-]*");

  /** A company's tax number; those of persons, also in business for themselves, have 12 digits. */
  private static final int COMPANY_DIGITS = 10;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}.-]*");
  private static final int MAX_PLAIN = 32;
  private static final int ID_DIGITS = 12;
  private static final int HASH_BYTES = 12;

  private BankPayment() {}

  /** Which way the money went, as the company's own accounts tell it. */
  public enum Direction {
    INCOMING,
    OUTGOING,
    /** From one of the company's accounts to another. */
    INTERNAL,
    /** Its date of arrival is empty. */
    NOT_ARRIVED,
    /** The statement names neither account as the company's own. */
    UNKNOWN
  }

  /** Mends the document. */
  public static void mend(Document document) {
    for (String name : List.copyOf(document.values().keySet())) {
      if (name.startsWith("Дата")) {
        Matcher appended = APPENDED.matcher(document.get(name));
        if (appended.matches()) {
          document.put(name, appended.group(1));
        }
      }
    }
    if (document.get(PURPOSE).isEmpty()) {
      document.put(
          PURPOSE,
          IntStream.rangeClosed(1, 6)
              .mapToObj(part -> document.get(PURPOSE + part))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" ")));
    }
    SIDES.forEach(side -> mend(document, side));
  }

  /**
   * Gives the mended document its {@link #ID}, such as {@code 104/09.01.2024/3f2a9c1d0b4e}: number
   * and date, by which people find it at the bank, and a hash of what else tells it apart.
   *
   * @return the hash, of which the id has the beginning: 24 hex digits
   */
  public static String identify(Document document) {
    String hash = hash(document);
    document.put(
        ID,
        plain(document.get("Номер"))
            + '/'
            + plain(document.get("Дата"))
            + '/'
            + hash.substring(0, ID_DIGITS));
    return hash;
  }

  private static String plain(String text) {
    return text.length() <= MAX_PLAIN && PLAIN.matcher(text).matches() ? text : "";
  }

  private static void mend(Document document, String side) {
    String told = document.get(side).isEmpty() ? document.get(side + "1") : document.get(side);
    Matcher prefix = NUMBERED.matcher(told);
    boolean found = prefix.lookingAt();
    String name = found ? told.substring(prefix.end()).strip() : told;
    String number = taxNumber(document.get(side + "ИНН"));
    if (number.isEmpty() && found && prefix.group(1) != null) {
      number = taxNumber(prefix.group(1));
    }
    document.put(side, name);
    document.put(side + "ИНН", number);
    document.put(side + "Организация", number.length() == COMPANY_DIGITS ? name : "");
  }

  private static String taxNumber(String text) {
    String digits = text.strip();
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 20
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && digits.chars().anyMatch(c -> c != '0');
    return number ? digits : "";
  }

  /** Which way it went. */
  public static Direction direction(Document document, Set<String> own) {
    String to = account(document, "Получатель", own);
    String from = account(document, "Плательщик", own);
    if (!to.isEmpty() && !from.isEmpty() && !to.equals(from)) {
      return Direction.INTERNAL;
    }
    if (!to.isEmpty()) {
      return document.get("ДатаПоступило").isEmpty() ? Direction.NOT_ARRIVED : Direction.INCOMING;
    }
    return from.isEmpty() ? Direction.UNKNOWN : Direction.OUTGOING;
  }

  /** The party's account where it is one of the company's own; empty where not. */
  public static String account(Document document, String side, Set<String> own) {
    String account = document.get(side + "Счет");
    String settlement = document.get(side + "РасчСчет");
    return own.contains(account) ? account : own.contains(settlement) ? settlement : "";
  }

  private static String hash(Document document) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name :
          List.of(
              "ВидДокумента",
              "Номер",
              "Дата",
              "Сумма",
              "ПлательщикСчет",
              "ПлательщикРасчСчет",
              "ПлательщикИНН",
              "ПолучательСчет",
              "ПолучательРасчСчет",
              PURPOSE)) {
        String value = SPACES.matcher(document.get(name)).replaceAll(" ");
        digest.update((value.length() + ":" + value).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
