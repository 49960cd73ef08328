package dev.svodka.kpi;

import java.util.List;

/**
 * The items behind a figure.
 *
 * @param count how many there are; behind a ratio of counts as many as its denominator
 * @param items the first of them: the longest duration first, then the earliest
 */
public record ItemList(long count, List<FactItem> items) {
  public ItemList {
    items = List.copyOf(items);
  }
}
