package dev.svodka.report;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.report.page.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the files of one run to the reader: what a page links to lies there before the page. */
final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final String PAGE = ".html";

  private final ObjectStore store;
  private final String account;
  private final Path tempFolder;

  Publisher(ObjectStore store, String account, Path tempFolder) {
    this.store = store;
    this.account = account;
    this.tempFolder = tempFolder;
  }

  /** What grows with the company goes over the disk, not through memory. */
  record Bulk(String name, String contentType, FileWriter writer) {}

  /** Makes a file. */
  @FunctionalInterface
  interface FileWriter {
    void write(Path file) throws IOException;
  }

  /**
   * Publishes for the dashboard: under {@code <account>/runs/<run>/}, and when all lies there the
   * shelf is replaced, one object, so that a run which fails changes nothing that is read. Then
   * runs go that neither this shelf nor the one before names: a reader may be in the middle of one.
   *
   * @param slices made while they are put
   * @return the keys of all but the slices
   */
  List<String> shelve(
      Optional<Shelf> before,
      Shelf shelf,
      List<Rendered.File> files,
      Stream<Rendered.File> slices,
      List<Bulk> bulk) {
    String run = ReportKeys.run(account, shelf.front());
    List<String> keys = put(run, files, bulk);
    slices.forEach(file -> store.put(run + file.path(), file.content(), file.contentType()));
    shelf.put(store);
    Set<String> read = new HashSet<>(shelf.runs());
    before.ifPresent(earlier -> read.addAll(earlier.runs()));
    deleteAllBut(read);
    return keys;
  }

  /**
   * Keeps the pages of a week or month where only a run of the same one replaces them.
   *
   * @return the keys, pages last
   */
  List<String> keep(List<Rendered.File> files) {
    return put(ReportKeys.kept(account), files, List.of());
  }

  /**
   * Publishes into a folder that nobody reads yet, or where it is enough that each page is whole.
   *
   * @return the keys, pages last and front pages after them
   */
  List<String> put(List<Rendered.File> files, List<Bulk> bulk) {
    return put(account + '/', files, bulk);
  }

  private List<String> put(String prefix, List<Rendered.File> files, List<Bulk> bulk) {
    List<String> keys = new ArrayList<>();
    for (Bulk file : bulk) {
      throughFile(prefix + file.name(), file);
      keys.add(prefix + file.name());
    }
    Stream.concat(
            files.stream().filter(file -> !file.path().endsWith(PAGE)),
            files.stream().filter(file -> file.path().endsWith(PAGE)))
        .forEach(
            file -> {
              store.put(prefix + file.path(), file.content(), file.contentType());
              keys.add(prefix + file.path());
            });
    return keys;
  }

  private void throughFile(String key, Bulk bulk) {
    try {
      Path file = Files.createTempFile(tempFolder, "published", ".tmp");
      try {
        Files.delete(file); // DuckDB writes only what is not there
        bulk.writer().write(file);
        store.put(key, file, bulk.contentType());
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new SvodkaException(
          ErrorCode.DISK_FULL, tempFolder + ": " + e.getMessage() + "; free space there", e);
    }
  }

  /** What stays by a failure here is read by nobody, and goes after the next run. */
  private void deleteAllBut(Set<String> read) {
    String runs = ReportKeys.runs(account);
    try {
      for (ObjectStore.Entry entry : store.list(runs)) {
        String run = entry.key().substring(runs.length()).replaceFirst("/.*", "");
        if (!read.contains(run)) {
          store.delete(entry.key());
        }
      }
    } catch (SvodkaException e) {
      LOG.warn("{}: files of earlier runs stay: {}", account, e.getMessage());
    }
  }
}
