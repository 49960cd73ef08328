package dev.svodka.export;

import dev.svodka.export.DayExport.Exported;
import dev.svodka.export.DayExport.Mode;
import dev.svodka.lake.events.EventStore;
import dev.svodka.lake.objects.ObjectStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;

/** Which days are to be exported, over {@link DayExport}, which exports one. */
public final class Export {
  private static final String ACCOUNTS = "accounts/";
  private static final String BUSINESS_FILE = "/business.yaml";

  private final ObjectStore lake;
  private final DayExport export;

  public Export(EventStore events, ObjectStore lake, BufferAllocator allocator, Clock clock) {
    this.lake = lake;
    this.export = new DayExport(events, lake, allocator, clock);
  }

  /** Exports one closed day, also if it has been before: the files are the same again. */
  public Exported day(String account, LocalDate day) {
    return export.export(account, day, Mode.CLOSED_DAYS);
  }

  /** Exports every closed day of the account that the lake does not hold. */
  public List<Exported> pending(String account) {
    return export.exportPending(account, Mode.CLOSED_DAYS);
  }

  /** Days without a webhook beyond what is usual for the account: {@link Silence}. */
  public long silentDays(String account) {
    LocalDate closed = export.lastClosedDay();
    return Silence.daysBeyondUsual(
        export.daysWithHooks(account, closed.minusDays(Silence.DAYS)), closed);
  }

  /** The accounts: those that have a business file at {@code accounts/<account>/business.yaml}. */
  public SortedSet<String> accounts() {
    SortedSet<String> accounts = new TreeSet<>();
    for (ObjectStore.Entry entry : lake.list(ACCOUNTS)) {
      String key = entry.key();
      int slash = key.indexOf('/', ACCOUNTS.length());
      if (slash > 0 && key.substring(slash).equals(BUSINESS_FILE)) {
        accounts.add(key.substring(ACCOUNTS.length(), slash));
      }
    }
    return accounts;
  }
}
