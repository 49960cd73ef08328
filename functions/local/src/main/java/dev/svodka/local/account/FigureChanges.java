package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.diff.FigureChange;
import dev.svodka.kpi.diff.FigureKey;
import dev.svodka.kpi.diff.KpisDiff;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.local.cli.DiffLines;
import dev.svodka.local.cli.Terminal;
import dev.svodka.report.CompanyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Tells which figures a new business file changes against the one in the bucket. */
final class FigureChanges {
  private static final int SHOWN = 60;

  private final Stack stack;
  private final Business now;
  private final Terminal terminal;

  FigureChanges(Stack stack, Business now, Terminal terminal) {
    this.stack = stack;
    this.now = now;
    this.terminal = terminal;
  }

  /** Computes the figures by both files, and prints what differs. */
  void tell() throws IOException {
    String key = StoredBusiness.key(now.account());
    Path spill = Files.createTempDirectory("svodka-diff-");
    try (CompanyFolder folder = CompanyFolder.of(stack.lake(), now.account(), spill)) {
      Business before =
          BusinessFile.business(BusinessFile.parse(stack.lake().get(key), folder.path()), key);
      terminal.say("computing what the new business file changes");
      FigureCheck.compare(before, now, stack.lake(), spill)
          .ifPresentOrElse(
              this::tell, () -> terminal.say("there are no events yet: no figure changes"));
    } catch (SvodkaException e) {
      if (e.category() != ErrorCategory.CLIENT_DATA) {
        throw e;
      }
      terminal.say("what changes cannot be told: " + e.getMessage());
    } finally {
      Files.deleteIfExists(spill);
    }
  }

  private static boolean whole(FigureKey key) {
    return key.period().equals("all") && key.group().isEmpty();
  }

  private void tell(KpisDiff diff) {
    List<FigureChange> wholeFirst =
        diff.changes().stream()
            .sorted(Comparator.comparing(change -> !whole(change.key())))
            .toList();
    List<String> lines =
        new DiffLines(
                new KpisDiff(
                    diff.before(), diff.now(), wholeFirst, diff.causes(), diff.unchanged()))
            .lines()
            .toList();
    lines.stream().limit(SHOWN).forEach(terminal::result);
    if (lines.size() > SHOWN) {
      terminal.result("… and %,d more; %s".formatted(lines.size() - SHOWN - 1, lines.getLast()));
    }
  }
}
