package dev.svodka.report;

import dev.svodka.core.business.Language;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.page.Rendered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which weeks and months of which report can be read: what lies in a store, and what was made. */
final class Issues {
  private static final Pattern PAGE =
      Pattern.compile("([a-z0-9-]+)/(\\d{4}-(?:W\\d{2}|\\d{2}))/\\1\\.(ru|en)\\.html");

  private final Map<Language, SortedMap<String, SortedSet<String>>> labels;

  private Issues(Map<Language, SortedMap<String, SortedSet<String>>> labels) {
    this.labels = labels;
  }

  /**
   * @param prefix begins the keys under which the account's pages lie
   */
  static Issues in(ObjectStore store, String prefix, Collection<Rendered> made) {
    Issues issues = new Issues(new TreeMap<>());
    for (ObjectStore.Entry entry : store.list(prefix)) {
      Matcher page = PAGE.matcher(entry.key().substring(prefix.length()));
      if (page.matches()) {
        issues.add(
            Language.valueOf(page.group(3).toUpperCase(Locale.ROOT)), page.group(1), page.group(2));
      }
    }
    made.forEach(report -> issues.add(report.language(), report.reportId(), report.issue()));
    return issues;
  }

  /** By report, the newest first. */
  Map<String, List<String>> in(Language language) {
    Map<String, List<String>> newestFirst = new TreeMap<>();
    labels
        .getOrDefault(language, new TreeMap<>())
        .forEach(
            (report, found) -> {
              List<String> sorted = new ArrayList<>(found);
              sorted.sort(Comparator.reverseOrder());
              newestFirst.put(report, sorted);
            });
    return newestFirst;
  }

  private void add(Language language, String report, String label) {
    labels
        .computeIfAbsent(language, l -> new TreeMap<>())
        .computeIfAbsent(report, r -> new TreeSet<>())
        .add(label);
  }
}
