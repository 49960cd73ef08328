package dev.svodka.kpi;

import static dev.svodka.kpi.BusinessTables.row;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Deadline.Due;
import dev.svodka.core.payment.InvoiceReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that the business file reads, numbered, and where events tell them. */
final class NamedFields {
  private static final String DUE_AT = "due_at";
  private static final String CUSTOMER_ID = "customer_id";
  private static final String CUSTOMER_NAME = "customer_name";
  private static final Set<String> COLUMNS = Set.of(DUE_AT, CUSTOMER_ID, CUSTOMER_NAME);

  private static final String CUSTOMER = "customer";

  /** Dimensions that every process has; a field of such a name is not meant by {@code group-by}. */
  private static final Set<String> GIVEN = Set.of("owner", "stage", "currency");

  /** The items that money comes as where nobody knows of which invoice it is. */
  private static final String PAYMENT = "payment";

  private final Business business;
  private final Map<FieldOf, Integer> numbers = new LinkedHashMap<>();

  /** Of items of whatever type. */
  private static final String ANY = "";

  /** A field of items of one type. */
  private record FieldOf(String itemType, String name) {}

  NamedFields(Business business) {
    this.business = business;
    for (BusinessProcess process : business.processes().values()) {
      process.fieldsRead().forEach(field -> of(process, field));
      process.requiredFields().values().forEach(all -> all.forEach(field -> of(process, field)));
      if (process.deadline().map(Deadline::due).filter(Due.Told.class::isInstance).isPresent()) {
        dueAt(process);
      }
      if (customers(process)) {
        customer(process);
        customerName(process);
      }
    }
    if (matching()) {
      references();
      payer();
    }
  }

  /** Whether there are payments whose invoices are to be looked for. */
  boolean matching() {
    return business.imports().stream().anyMatch(rule -> rule.purpose().isPresent())
        && business.processes().values().stream().anyMatch(p -> p.kind() == ProcessKind.INVOICE);
  }

  /** The invoices that a payment names. */
  int references() {
    return numbers.computeIfAbsent(new FieldOf(ANY, InvoiceReference.FIELD), n -> numbers.size());
  }

  /** Who paid, as the payment itself tells. */
  int payer() {
    return numbers.computeIfAbsent(new FieldOf(ANY, CUSTOMER_ID), n -> numbers.size());
  }

  /** The customer of the items of an invoice process. */
  int debtor(BusinessProcess invoices) {
    return customer(invoices);
  }

  /** The number that payments name the invoice by; nothing where it is the item's id. */
  Optional<Integer> number(BusinessProcess invoices) {
    return Optional.ofNullable(invoices.fields().get("number")).map(name -> of(invoices, name));
  }

  /** The number of a field of the process's items. */
  int of(BusinessProcess process, String name) {
    FieldOf field = new FieldOf(process.items().type(), name);
    return numbers.computeIfAbsent(field, n -> numbers.size());
  }

  /** The deadline that the events themselves tell. */
  int dueAt(BusinessProcess process) {
    return of(process, DUE_AT);
  }

  /** The customer's name; empty for a process whose items have no customer. */
  Optional<Integer> customerNameOf(BusinessProcess process) {
    return customers(process) ? Optional.of(customerName(process)) : Optional.empty();
  }

  /** What the figures of a process are grouped by, beside owner, stage and currency. */
  SequencedMap<String, Integer> groups(BusinessProcess process) {
    SequencedMap<String, Integer> groups = new LinkedHashMap<>();
    process.groupBy().stream()
        .filter(name -> !GIVEN.contains(name))
        .forEach(name -> groups.put(name, of(process, name)));
    if (customers(process)) {
      groups.put(CUSTOMER, customer(process));
    }
    return groups;
  }

  private static boolean customers(BusinessProcess process) {
    return process.customerIdField().isPresent() || process.kind() == ProcessKind.INVOICE;
  }

  /** Where the business file names no field, the customer that the events themselves tell. */
  private int customer(BusinessProcess process) {
    return of(process, process.customerIdField().orElse(CUSTOMER_ID));
  }

  private int customerName(BusinessProcess process) {
    return of(process, process.customerNameField().orElse(CUSTOMER_NAME));
  }

  /** Says what is to be taken out of the events while loading; before any stream is read. */
  void write(Database database) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    numbers.forEach(
        (field, id) -> {
          if (field.itemType().equals(ANY)) {
            return;
          }
          if (COLUMNS.contains(field.name())) {
            rows.add(row(id, field.itemType(), field.name()));
          }
          rows.add(row(id, field.itemType(), jsonPath(field.name())));
        });
    for (BusinessProcess process : business.processes().values()) {
      if (process.kind() == ProcessKind.INVOICE && process.customerIdField().isEmpty()) {
        rows.add(row(customer(process), PAYMENT, CUSTOMER_ID));
      }
      Optional.ofNullable(process.fields().get("due"))
          .map(NamedFields::jsonPath)
          .ifPresent(path -> rows.add(row(dueAt(process), process.items().type(), path)));
    }
    if (matching()) {
      rows.add(row(references(), null, jsonPath(InvoiceReference.FIELD)));
      business.imports().stream()
          .filter(rule -> rule.purpose().isPresent())
          .map(rule -> rule.item().type())
          .distinct()
          .forEach(type -> rows.add(row(payer(), type, CUSTOMER_ID)));
    }
    database.insert("named_fields", rows);
    writePaths(database);
  }

  /** All paths are taken out of a JSON text at once: reading it again for each costs most. */
  private static void writePaths(Database database) {
    List<String> paths =
        database.query(
            "named_fields",
            "select distinct path from named_fields where path like '$%' order by path",
            row -> row.getString(1));
    List<List<@Nullable Object>> places = new ArrayList<>();
    paths.forEach(path -> places.add(row(places.size() + 1, path)));
    database.insert("named_paths", places);
    String list =
        paths.stream()
            .map(path -> "'" + path.replace("'", "''") + "'")
            .collect(Collectors.joining(", "));
    database.execute(
        "create macro named_texts(x) as "
            + (paths.isEmpty()
                ? "cast([] as varchar[])"
                : "json_extract_string(x, [" + list + "])"));
  }

  private static String jsonPath(String name) {
    return "$.\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
