package dev.svodka.core.business;

import java.util.HashMap;
import java.util.Map;

/**
 * Which fields of an item survive the door: those that {@code keep} names and those that the
 * business file itself reads. Personal data are minimised by it: a field that is only required to
 * be there is kept as a mark of its presence.
 */
public final class KeptFields {
  private final Map<String, Keeping> everywhere = new HashMap<>();
  private final Map<String, Map<String, Keeping>> read = new HashMap<>();

  private KeptFields() {}

  /** The fields that this business file keeps or reads. */
  public static KeptFields of(Business business) {
    KeptFields kept = new KeptFields();
    for (KeptField field : business.keep()) {
      kept.everywhere.merge(
          field.name(), field.presenceOnly() ? Keeping.PRESENCE : Keeping.VALUE, KeptFields::more);
    }
    business.processes().values().forEach(kept::readBy);
    return kept;
  }

  /** How much is kept of a field of an item of this type. */
  public Keeping keeping(String itemType, String field) {
    return more(
        everywhere.getOrDefault(field, Keeping.DROPPED),
        read.getOrDefault(itemType, Map.of()).getOrDefault(field, Keeping.DROPPED));
  }

  private void readBy(BusinessProcess process) {
    Map<String, Keeping> fields =
        read.computeIfAbsent(process.items().type(), type -> new HashMap<>());
    for (String field : process.fieldsRead()) {
      fields.put(field, Keeping.VALUE);
    }
    for (Iterable<String> required : process.requiredFields().values()) {
      for (String field : required) {
        fields.merge(field, Keeping.PRESENCE, KeptFields::more);
      }
    }
  }

  private static Keeping more(Keeping one, Keeping other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
