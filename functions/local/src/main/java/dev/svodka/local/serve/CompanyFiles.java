package dev.svodka.local.serve;

import dev.svodka.core.business.Business;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A business file and what belongs to it, put where the functions look: the goals, balances and
 * calendars that it names, and the company's own KPIs and reports. History files that lie beside it
 * stay where they are.
 */
public final class CompanyFiles {
  private static final String BUSINESS = "business.yaml";
  private static final Map<String, String> FOLDERS = Map.of("kpi", ".sql", "report", ".yaml");

  private CompanyFiles() {}

  /** Puts the files, and takes away those of an earlier time that are gone. */
  public static void put(Business business, Path businessFile, ObjectStore lake)
      throws IOException {
    String prefix = "accounts/" + business.account() + "/";
    SortedMap<String, Path> files = beside(business);
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

  private static SortedMap<String, Path> beside(Business business) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    business.companions().forEach(name -> files.put(name, business.folder().resolve(name)));
    for (Map.Entry<String, String> below : FOLDERS.entrySet()) {
      for (Path file : files(business.folder().resolve(below.getKey()))) {
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
