package dev.svodka.dashboard;

import dev.svodka.core.link.Scope;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.reports.Shelved;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that somebody may open.
 *
 * @param report its id, {@code index} for the front page
 * @param key in the store of reports
 */
record Place(String report, String key, FileType type, String name) {
  static final String FRONT = "index";

  private static final String REPORT = "([a-z0-9][a-z0-9-]{0,39})";
  private static final Pattern PAGE = Pattern.compile(REPORT + "\\.(ru|en)\\.html");
  private static final Pattern FILE =
      Pattern.compile(REPORT + "(?:/[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}){1,3}");

  /** What lies in a report's folder for one week or month. */
  private static final Pattern KEPT = Pattern.compile("[^/]+/[0-9]{4}-(?:W[0-9]{2}|[0-9]{2})/.+");

  /** The machine's own files; none lies where a report's files do, and none ever will be shown. */
  private static final Set<String> NEVER =
      Set.of(
          "kpis.json",
          "facts.parquet",
          "data-quality.json",
          "restated.json",
          "rejects.csv",
          "reports.json");

  /**
   * Finds what a path means to whoever has this scope.
   *
   * @param path below the account, as it came in, not decoded
   */
  static Optional<Place> find(Shelf shelf, Scope scope, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (NEVER.contains(name)) {
      return Optional.empty();
    }
    Matcher page = PAGE.matcher(path);
    if (page.matches() && page.group(1).equals(FRONT)) {
      return Optional.of(front(shelf, scope, page.group(2), name));
    }
    Matcher file = FILE.matcher(path);
    String report = page.matches() ? page.group(1) : file.matches() ? file.group(1) : "";
    return shelf
        .report(report)
        .filter(shelved -> open(shelved, scope))
        .flatMap(
            shelved ->
                FileType.of(name)
                    .map(type -> new Place(report, key(shelf, shelved, scope, path), type, name)));
  }

  /** Of earlier weeks and months nothing is made for one owner: there is nothing at that key. */
  private static String key(Shelf shelf, Shelved shelved, Scope scope, String path) {
    String above =
        KEPT.matcher(path).matches()
            ? ReportKeys.kept(shelf.account())
            : ReportKeys.run(shelf.account(), shelved.run());
    return above + slice(scope) + path;
  }

  private static Place front(Shelf shelf, Scope scope, String language, String name) {
    String below =
        switch (scope) {
          case Scope.Everything() -> name;
          case Scope.Audience(String audience) -> ReportKeys.front(audience, language);
          case Scope.Owner(String owner) -> ReportKeys.owner(owner) + name;
        };
    return new Place(
        FRONT, ReportKeys.run(shelf.account(), shelf.front()) + below, FileType.HTML, name);
  }

  private static boolean open(Shelved report, Scope scope) {
    return switch (scope) {
      case Scope.Everything() -> true;
      case Scope.Audience(String audience) -> report.audience().equals(audience);
      case Scope.Owner(String owner) -> report.slices().equals("owner");
    };
  }

  private static String slice(Scope scope) {
    return scope instanceof Scope.Owner(String owner) ? ReportKeys.owner(owner) : "";
  }
}
