package dev.svodka.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.Upload;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.reports.Shelved;
import dev.svodka.report.Publisher.Bulk;
import dev.svodka.report.page.Rendered;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private static final int PUTS = 9;

  @TempDir private Path folder;
  private FailingStore store;
  private Publisher publisher;

  @BeforeEach
  void open() {
    store = new FailingStore(new FolderObjectStore(folder.resolve("reports")));
    publisher = new Publisher(store, "romashka", folder);
  }

  @Test
  void aRunThatFailsAtWhateverFileLeavesWhatTheReaderSees() {
    publish("first");
    Map<String, String> before = reader();
    assertThat(before)
        .hasSize(PUTS - 1)
        .allSatisfy((key, text) -> assertThat(text).endsWith("first"));
    for (int put = 1; put <= PUTS; put++) {
      store.failsAt(put);
      assertThatThrownBy(() -> publish("second")).isInstanceOf(SvodkaException.class);
      assertThat(reader()).as("failed at put %d", put).isEqualTo(before);
      assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
    store.failsAt(0);
    publish("second");
    assertThat(reader())
        .hasSize(PUTS - 1)
        .allSatisfy((key, text) -> assertThat(text).endsWith("second"));
  }

  @Test
  void aPageComesAfterAllThatItLinksToAndTheShelfComesLast() {
    publish("first");
    assertThat(store.keys)
        .containsExactly(
            "romashka/runs/first/kpis.json",
            "romashka/runs/first/a/chart.svg",
            "romashka/runs/first/b/table.csv",
            "romashka/runs/first/a.ru.html",
            "romashka/runs/first/b.ru.html",
            "romashka/runs/first/index.ru.html",
            "romashka/runs/first/fronts/managers.ru.html",
            "romashka/runs/first/owner/504141/a.ru.html",
            "romashka/reports.json");
  }

  @Test
  void aRunStaysForThoseWhoAreReadingItAndGoesAfterTheNext() {
    publish("first");
    publish("second");
    assertThat(store.list("romashka/runs/first/")).isNotEmpty();
    publish("third");
    assertThat(store.list("romashka/runs/first/")).isEmpty();
    assertThat(store.list("romashka/runs/second/")).isNotEmpty();
  }

  private void publish(String run) {
    List<Rendered.File> files =
        List.of(
            file("a/chart.svg", run),
            file("a.ru.html", run),
            file("b/table.csv", run),
            file("b.ru.html", run),
            file("index.ru.html", run),
            file("fronts/managers.ru.html", run));
    Shelf shelf = new Shelf("romashka", "ru", run, List.of(shelved("a", run), shelved("b", run)));
    publisher.shelve(
        Shelf.find(store, "romashka"),
        shelf,
        files,
        Stream.of(file("owner/504141/a.ru.html", run)),
        List.of(new Bulk("kpis.json", "application/json", f -> Files.writeString(f, run))));
  }

  private static Rendered.File file(String path, String run) {
    return new Rendered.File(path, "text/plain", (path + " of " + run).getBytes(UTF_8));
  }

  private static Shelved shelved(String id, String run) {
    return new Shelved(id, "ru", "managers", run, "2026-11-22T21:00:00Z", "", id, "", "");
  }

  /** Every file of the runs that the shelf names. */
  private Map<String, String> reader() {
    Map<String, String> seen = new TreeMap<>();
    Optional<Shelf> shelf = Shelf.find(store, "romashka");
    for (String run : shelf.orElseThrow().runs()) {
      String prefix = ReportKeys.run("romashka", run);
      for (ObjectStore.Entry entry : store.list(prefix)) {
        seen.put(entry.key().substring(prefix.length()), new String(store.get(entry.key()), UTF_8));
      }
    }
    return seen;
  }

  /** A store that goes out at the n-th object from now. */
  private static final class FailingStore implements ObjectStore {
    private final List<String> keys = new java.util.ArrayList<>();
    private final ObjectStore store;
    private int left;

    FailingStore(ObjectStore store) {
      this.store = store;
    }

    void failsAt(int put) {
      left = put;
    }

    @Override
    public Upload upload(String key, String contentType) {
      if (left == 1) {
        throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "out");
      }
      left = Math.max(0, left - 1);
      keys.add(key);
      return store.upload(key, contentType);
    }

    @Override
    public InputStream open(String key) {
      return store.open(key);
    }

    @Override
    public List<Entry> list(String prefix) {
      return store.list(prefix);
    }

    @Override
    public boolean exists(String key) {
      return store.exists(key);
    }

    @Override
    public void delete(String key) {
      store.delete(key);
    }
  }
}
