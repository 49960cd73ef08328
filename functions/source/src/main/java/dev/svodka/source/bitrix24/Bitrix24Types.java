package dev.svodka.source.bitrix24;

import dev.svodka.core.event.ItemRef;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of Bitrix24's things in events: {@code dynamic_147} is a smart process. */
public final class Bitrix24Types {
  public static final String LEAD = "lead";
  public static final String DEAL = "deal";
  public static final String CONTACT = "contact";
  public static final String COMPANY = "company";
  public static final String QUOTE = "quote";
  public static final String INVOICE = "invoice";
  public static final String TASK = "task";
  public static final String APPROVAL = "approval";
  public static final String DOCUMENT = "document";

  private static final String DYNAMIC = "dynamic_";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,9}");

  /** {@code DEAL_12}, {@code DYNAMIC_147_12}: a CRM document of a business process. */
  private static final Pattern CRM_DOCUMENT =
      Pattern.compile(
          "(LEAD|DEAL|CONTACT|COMPANY|QUOTE|SMART_INVOICE|DYNAMIC_\\d{1,9})_(\\d{1,18})");

  /**
   * {@code D_12}, {@code SI_7}, {@code T93_5}: what a task hangs on; smart processes in base 16.
   */
  private static final Pattern BOUND =
      Pattern.compile("(L|D|C|CO|Q|SI|T([0-9a-fA-F]{1,7}))_(\\d{1,18})");

  private Bitrix24Types() {}

  /** The item type of an {@code entityTypeId}. */
  public static Optional<String> ofEntityType(String entityTypeId) {
    return switch (entityTypeId) {
      case "1" -> Optional.of(LEAD);
      case "2" -> Optional.of(DEAL);
      case "3" -> Optional.of(CONTACT);
      case "4" -> Optional.of(COMPANY);
      case "7" -> Optional.of(QUOTE);
      case "31" -> Optional.of(INVOICE);
      default ->
          NUMBER.matcher(entityTypeId).matches()
              ? Optional.of(DYNAMIC + entityTypeId)
              : Optional.empty();
    };
  }

  /**
   * The {@code entityTypeId} to ask for an item type; empty for what is no CRM item with stages.
   */
  public static Optional<String> entityType(String itemType) {
    return switch (itemType) {
      case LEAD -> Optional.of("1");
      case DEAL -> Optional.of("2");
      case INVOICE -> Optional.of("31");
      default ->
          itemType.startsWith(DYNAMIC)
              ? Optional.of(itemType.substring(DYNAMIC.length()))
                  .filter(id -> NUMBER.matcher(id).matches())
              : Optional.empty();
    };
  }

  /** The item that a task hangs on. */
  static Optional<ItemRef> bound(String code) {
    Matcher bound = BOUND.matcher(code);
    if (!bound.matches()) {
      return Optional.empty();
    }
    Optional<String> type =
        switch (bound.group(1)) {
          case "L" -> Optional.of(LEAD);
          case "D" -> Optional.of(DEAL);
          case "C" -> Optional.of(CONTACT);
          case "CO" -> Optional.of(COMPANY);
          case "Q" -> Optional.of(QUOTE);
          case "SI" -> Optional.of(INVOICE);
          default -> ofEntityType(Integer.toString(Integer.parseInt(bound.group(2), 16)));
        };
    return type.map(told -> new ItemRef(told, bound.group(3)));
  }

  /** The item that a business process runs over. */
  static Optional<ItemRef> document(String id) {
    Matcher crm = CRM_DOCUMENT.matcher(id);
    if (crm.matches()) {
      String type =
          crm.group(1).equals("SMART_INVOICE") ? INVOICE : crm.group(1).toLowerCase(Locale.ROOT);
      return Optional.of(new ItemRef(type, crm.group(2)));
    }
    return NUMBER.matcher(id).matches() ? Optional.of(new ItemRef(DOCUMENT, id)) : Optional.empty();
  }
}
