package dev.svodka.report.page;

import dev.svodka.report.page.Made.Group;
import java.util.ArrayList;
import java.util.List;

/** Which rows of a table's groups stand on the page: of each as many, until the page is full. */
record RowGroups(Made made) {
  /** Rows {@code from} (included) to {@code to} (excluded) of the table. */
  record Shown(Group group, int from, int to) {
    int left() {
      return group.rows() - rows();
    }

    int rows() {
      return to - from;
    }
  }

  /** In their order; groups that no row is left for do not stand there. */
  List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    int most = most();
    int from = 0;
    int left = made.rows();
    for (Group group : made.groups()) {
      int rows = Math.min(Math.min(group.rows(), most), left);
      if (rows > 0) {
        shown.add(new Shown(group, from, from + rows));
      }
      left -= rows;
      from += group.rows();
    }
    return List.copyOf(shown);
  }

  /** The most rows a group with which all of them fit; one where there are too many groups. */
  private int most() {
    int most = 1;
    while (most < made.rows() && sum(most + 1) <= made.rows()) {
      most++;
    }
    return most;
  }

  private long sum(int most) {
    return made.groups().stream().mapToLong(group -> Math.min(group.rows(), most)).sum();
  }
}
