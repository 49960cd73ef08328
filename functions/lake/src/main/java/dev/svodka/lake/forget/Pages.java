package dev.svodka.lake.forget;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The published pages of an account. */
final class Pages {
  private static final Set<String> TEXTS = Set.of("html", "json", "csv", "svg");

  private final ObjectStore reports;
  private final String account;

  Pages(ObjectStore reports, String account) {
    this.reports = reports;
    this.account = account;
  }

  /**
   * Takes away, of the kept weeks and months, those in which somebody stands.
   *
   * @return the kept ones that are gone, {@code <report>/<issue>}
   */
  Set<String> forget(Collection<String> told) {
    String kept = ReportKeys.kept(account);
    Set<String> gone = new TreeSet<>();
    for (ObjectStore.Entry entry : reports.list(kept)) {
      String issue = issue(entry.key().substring(kept.length()));
      String type = entry.key().substring(entry.key().lastIndexOf('.') + 1);
      if (!gone.contains(issue)
          && TEXTS.contains(type.toLowerCase(Locale.ROOT))
          && tells(new String(reports.get(entry.key()), UTF_8), told)) {
        gone.add(issue);
      }
    }
    gone.forEach(issue -> delete(kept + issue + '/'));
    return gone;
  }

  /** Takes away what the reader sees now, to be made anew. */
  void forgetNow() {
    delete(ReportKeys.runs(account));
    reports.delete(account + "/reports.json");
  }

  private void delete(String prefix) {
    reports.list(prefix).forEach(entry -> reports.delete(entry.key()));
  }

  private static String issue(String path) {
    String[] parts = path.split("/", 3);
    return parts.length < 3 ? path : parts[0] + '/' + parts[1];
  }

  /** As it stands in a text, in HTML or in JSON; a short number would be found everywhere. */
  static boolean tells(String text, Collection<String> told) {
    return told.stream()
        .filter(Forgotten::telling)
        .anyMatch(
            each ->
                text.contains(each)
                    || text.contains(
                        each.replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("\"", "&quot;"))
                    || text.contains(each.replace("\\", "\\\\").replace("\"", "\\\"")));
  }
}
