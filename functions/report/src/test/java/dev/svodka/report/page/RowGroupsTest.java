package dev.svodka.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.report.page.Made.Group;
import dev.svodka.report.page.Table.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowGroupsTest {
  @Test
  void everyGroupStandsOnThePageWithAsManyRowsAsFit() {
    assertThat(shown(100, 5, 1, 40)).containsExactly("0-5", "5-6", "6-46");
    assertThat(shown(20, 5, 1, 40)).containsExactly("0-5", "5-6", "6-20");
    assertThat(shown(9, 5, 1, 40)).containsExactly("0-4", "5-6", "6-10");
  }

  @Test
  void ofTooManyGroupsTheFirstStandThereWithTheirFirstRow() {
    assertThat(shown(2, 5, 3, 40)).containsExactly("0-1", "5-6");
  }

  private static List<String> shown(int rows, int... sizes) {
    List<Group> groups = new ArrayList<>();
    for (int size : sizes) {
      groups.add(new Group("name", "", size));
    }
    int all = java.util.Arrays.stream(sizes).sum();
    Table table =
        new Table(
            List.of(new Table.Column("a", false)),
            Collections.nCopies(all, List.of(Cell.text("x"))));
    return new RowGroups(Made.grouped("", "", table, rows, groups))
        .shown().stream().flatMap(g -> Stream.of(g.from() + "-" + g.to())).toList();
  }
}
