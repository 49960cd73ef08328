package dev.svodka.kpi;

import static dev.svodka.kpi.BusinessTables.row;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.payment.InvoiceReference;
import dev.svodka.core.payment.PaymentMatcher;
import dev.svodka.core.payment.PaymentMatcher.Invoice;
import dev.svodka.core.payment.PaymentMatcher.Payment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code allocations}: which invoices are paid by payments that are known to pay none, by
 * {@link PaymentMatcher}. It is done in every run, so that an invoice that is known later than its
 * payment is found then, and nothing of it is ever stored. Items are numbered anew in each run; so
 * what the matcher sees is numbered by an order that no run changes.
 */
final class PaymentMatching {
  /** The model before which it is done. */
  static final String BEFORE = "model/31_money_told.sql";

  private static final int NO_FIELD = -1;

  private final Database database;
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<Integer> items = new ArrayList<>();
  private final Map<Integer, Long> numbers = new HashMap<>();

  private PaymentMatching(Database database) {
    this.database = database;
  }

  static void run(Database database, Business business, NamedFields fields) {
    if (!fields.matching() || !asked(database, fields)) {
      return;
    }
    PaymentMatching matching = new PaymentMatching(database);
    int number = 0;
    for (BusinessProcess process : business.processes().values()) {
      if (process.kind() == ProcessKind.INVOICE) {
        matching.read(process, number, fields);
      }
      number++;
    }
    matching.match(fields);
  }

  private static boolean asked(Database database, NamedFields fields) {
    return !database
        .query(
            "payments to match",
            "select 1 from item_fields where field = ? limit 1",
            found -> found.getInt(1),
            fields.references())
        .isEmpty();
  }

  private record Candidate(int item, Invoice invoice) {}

  private void read(BusinessProcess process, int number, NamedFields fields) {
    List<Candidate> candidates =
        database.query(
            "engine/invoices_to_match.sql",
            SqlFiles.read("engine/invoices_to_match.sql"),
            PaymentMatching::candidate,
            fields.number(process).orElse(NO_FIELD),
            fields.debtor(process),
            number);
    for (Candidate one : candidates) {
      // an item of two processes is one invoice
      if (numbers.putIfAbsent(one.item(), (long) items.size()) == null) {
        Invoice told = one.invoice();
        invoices.add(
            new Invoice(
                items.size(),
                told.number(),
                told.issued(),
                told.amount(),
                told.currency(),
                told.customer()));
        items.add(one.item());
      }
    }
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getInt("item"),
        new Invoice(
            0,
            row.getString("number"),
            LocalDate.ofEpochDay(row.getInt("issued_day")),
            Optional.ofNullable(row.getBigDecimal("amount")),
            row.getString("currency"),
            Optional.ofNullable(row.getString("customer"))));
  }

  /** A payment as the run knows it: the item that told it, and where in it. */
  private record Told(int item, int pos, Payment payment, int invoice) {
    /** Told by the invoice itself. */
    boolean claim() {
      return item == invoice;
    }
  }

  private void match(NamedFields fields) {
    List<Told> told =
        database.query(
            "engine/payments_to_match.sql",
            SqlFiles.read("engine/payments_to_match.sql"),
            PaymentMatching::told,
            fields.references(),
            fields.payer());
    List<Told> numbered = new ArrayList<>();
    List<Payment> payments = new ArrayList<>();
    Set<Long> same = new HashSet<>();
    for (Told one : told) {
      Optional<Long> invoice = Optional.ofNullable(numbers.get(one.invoice()));
      boolean known = one.invoice() >= 0;
      boolean counts =
          invoice.isPresent()
              && invoices.get(invoice.get().intValue()).currency().equals(one.payment().currency());
      boolean first = same.add(((long) one.item() << Integer.SIZE) | one.pos());
      if (first && (!known || counts)) {
        Payment as = one.payment();
        payments.add(
            new Payment(
                payments.size(),
                as.moment(),
                as.day(),
                as.amount(),
                as.currency(),
                as.customer(),
                as.references(),
                invoice,
                one.claim()));
        numbered.add(one);
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PaymentMatcher.Allocation one : PaymentMatcher.match(invoices, payments).allocations()) {
      Told payment = numbered.get((int) one.payment());
      rows.add(
          row(
              payment.item(),
              payment.pos(),
              items.get((int) one.invoice()),
              one.amount(),
              one.score()));
    }
    database.insert("allocations", rows);
  }

  private static Told told(ResultSet row) throws SQLException {
    int invoice = row.getInt("invoice");
    boolean none = row.wasNull();
    String named = row.getString("named");
    return new Told(
        row.getInt("item"),
        row.getInt("pos"),
        new Payment(
            0,
            row.getLong("occurred"),
            LocalDate.ofEpochDay(row.getInt("paid_day")),
            row.getBigDecimal("paid"),
            row.getString("currency"),
            Optional.ofNullable(row.getString("customer")),
            named == null ? List.of() : InvoiceReference.read(named),
            Optional.empty(),
            false),
        none ? NO_FIELD : invoice);
  }
}
