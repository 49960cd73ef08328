package dev.svodka.report;

import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.report.page.Rendered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one run on their way to the reader: pages are held back until all else lies there.
 */
final class Publication {
  private static final String PAGE = ".html";

  private final ObjectStore store;
  private final String account;
  private final List<Rendered.File> pages = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();

  Publication(ObjectStore store, String account) {
    this.store = store;
    this.account = account;
  }

  void put(String path, String contentType, byte[] content) {
    put(new Rendered.File(path, contentType, content));
  }

  void put(String path, String contentType, Path file) {
    store.put(key(path), file, contentType);
  }

  void put(Rendered.File file) {
    if (file.path().endsWith(PAGE)) {
      pages.add(file);
    } else {
      store.put(key(file.path()), file.content(), file.contentType());
    }
  }

  /** Publishes the pages held back, and after them the front pages. */
  void lastly(List<Rendered.File> fronts) {
    pages.addAll(fronts);
    pages.forEach(page -> store.put(key(page.path()), page.content(), page.contentType()));
  }

  /** Everything published, in the order of publishing. */
  List<String> paths() {
    return List.copyOf(paths);
  }

  private String key(String path) {
    String key = account + "/" + path;
    paths.add(key);
    return key;
  }
}
