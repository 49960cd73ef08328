package dev.svodka.kpi;

import dev.svodka.core.business.Business;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The figures of one run, and the facts behind them while it is open.
 *
 * <p>It holds a database in memory: close it.
 */
public final class KpiRun implements AutoCloseable {
  private final Database database;
  private final Business business;
  private final Instant asOf;
  private final Instant knownAt;
  private final List<KpiRow> rows;
  private final List<BrokenInvariant> broken;
  private final DataQuality quality;
  private final List<UnknownStage> unknownStages;

  KpiRun(
      Database database,
      Business business,
      Instant asOf,
      Instant knownAt,
      List<KpiRow> rows,
      List<BrokenInvariant> broken,
      DataQuality quality,
      List<UnknownStage> unknownStages) {
    this.database = database;
    this.business = business;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.rows = List.copyOf(rows);
    this.broken = List.copyOf(broken);
    this.quality = quality;
    this.unknownStages = List.copyOf(unknownStages);
  }

  public Business business() {
    return business;
  }

  /** Only what happened before this moment was seen. */
  public Instant asOf() {
    return asOf;
  }

  /** Only what was durable before this moment was seen. */
  public Instant knownAt() {
    return knownAt;
  }

  /** Every figure, in the order of {@link KpiRow#ORDER}. */
  public List<KpiRow> rows() {
    return rows;
  }

  /** The rules that the figures break; empty when all is well. */
  public List<BrokenInvariant> brokenInvariants() {
    return broken;
  }

  public DataQuality quality() {
    return quality;
  }

  /** What stands behind its counts. */
  public QualityLists qualityLists() {
    return new QualityLists(
        QualityRows.heard(database),
        unknownStages,
        QualityRows.unmatched(database),
        QualityRows.flawed(database));
  }

  /** The names of the rules that were checked, broken or not. */
  public List<String> checkedInvariants() {
    return Invariants.names();
  }

  /** The items behind a figure of all time; {@code subject} empty: any. */
  public List<FactItem> items(String kpi, String process, Optional<String> subject, int limit) {
    ItemQuery asked = new ItemQuery(kpi, process, subject, "all", Optional.empty());
    return items(List.of(asked), limit).getFirst().items();
  }

  /**
   * The items behind figures, a list a figure, in one pass over the facts: ask for many at once.
   *
   * @param limit how many items of each at most
   */
  public List<ItemList> items(List<ItemQuery> asked, int limit) {
    return Facts.items(database, asked, limit);
  }

  /**
   * Every invoice of the process that is unpaid at as-of, the most money × days late first. Their
   * money sums up to {@code outstanding}, currency by currency.
   */
  public List<UnpaidInvoice> unpaid(String process) {
    return Unpaid.invoices(database, process);
  }

  /**
   * What somebody has to do at as-of, in all processes: what is past its time for the longest
   * first, then the most money. An item stands there once for each reason.
   */
  public List<Act> acts() {
    return Acts.of(database);
  }

  /** Writes {@code kpis.json}: byte-identical for the same events, business file and as-of. */
  public void writeJson(OutputStream out, String version) throws IOException {
    KpiJson.write(this, version, out);
  }

  /** Writes the view of facts, one row an item a figure, as Parquet. */
  public void writeFacts(Path file) throws IOException {
    Facts.writeParquet(database, file);
  }

  @Override
  public void close() {
    database.close();
  }
}
