package dev.svodka.reconcile.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Cells of one JVM. */
public final class MemoryCells implements Cells {
  private final Map<String, Cell> cells = new HashMap<>();

  @Override
  public synchronized Optional<Cell> read(String account, String name) {
    return Optional.ofNullable(cells.get(account + '/' + name));
  }

  @Override
  public synchronized boolean write(String account, String name, long value, long seen) {
    long version = read(account, name).orElse(Cell.NEW).version();
    if (version != seen) {
      return false;
    }
    cells.put(account + '/' + name, new Cell(value, version + 1));
    return true;
  }
}
