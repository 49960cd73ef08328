package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A business file and what belongs to it, put where the functions look: goals, balances and
 * calendars beside it, and the company's own KPIs and reports.
 */
public final class CompanyFiles {
  private static final String BUSINESS = "business.yaml";
  private static final Map<String, String> FOLDERS = Map.of("kpi", ".sql", "report", ".yaml");
  private static final Set<String> BESIDE = Set.of("csv", "txt", "yaml", "yml");
  private static final long MOST_BYTES = 10L << 20;

  private CompanyFiles() {}

  /** Puts the files, and takes away those of an earlier time that are gone. */
  public static void put(Business business, Path businessFile, ObjectStore lake)
      throws IOException {
    String prefix = "accounts/" + business.account() + "/";
    SortedMap<String, Path> files = beside(business.folder(), businessFile);
    files.forEach((name, file) -> lake.put(prefix + name, file, "text/plain; charset=utf-8"));
    lake.put(prefix + BUSINESS, businessFile, "application/yaml");
    for (ObjectStore.Entry entry : lake.list(prefix)) {
      String name = entry.key().substring(prefix.length());
      boolean ours = name.indexOf('/') < 0 || FOLDERS.containsKey(name.replaceFirst("/.*", ""));
      if (ours && !name.equals(BUSINESS) && !files.containsKey(name)) {
        lake.delete(entry.key());
      }
    }
  }

  private static SortedMap<String, Path> beside(Path folder, Path businessFile) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      if (BESIDE.contains(name.substring(name.lastIndexOf('.') + 1))
          && Files.size(file) <= MOST_BYTES
          && !Files.isSameFile(file, businessFile)
          && !name.equals(BUSINESS)) {
        files.put(name, file);
      }
    }
    for (Map.Entry<String, String> below : FOLDERS.entrySet()) {
      for (Path file : files(folder.resolve(below.getKey()))) {
        if (file.toString().endsWith(below.getValue())) {
          files.put(below.getKey() + '/' + file.getFileName(), file);
        }
      }
    }
    return files;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
