package dev.svodka.report.page;

import dev.svodka.report.page.PageView.CellView;
import dev.svodka.report.page.PageView.ColumnView;
import dev.svodka.report.page.PageView.DefinitionView;
import dev.svodka.report.page.PageView.GroupHeading;
import dev.svodka.report.page.PageView.GroupView;
import dev.svodka.report.page.PageView.Link;
import dev.svodka.report.page.PageView.RowView;
import dev.svodka.report.page.PageView.TableView;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as pages show them: so many rows, in groups where they have headings. */
record PageTables(Texts texts, Formats formats) {
  /**
   * A section's table.
   *
   * @param label no other table of the page has it
   */
  TableView view(String label, Made made, List<DefinitionView> definitions, List<Link> links) {
    int first = made.groups().isEmpty() ? 0 : 1;
    List<ColumnView> columns =
        made.table().columns().stream()
            .skip(first)
            .map(c -> new ColumnView(c.title(), c.number()))
            .toList();
    List<GroupView> groups = groups(made, columns);
    int all = made.table().rows().size();
    int shown = groups.stream().mapToInt(group -> group.rows().size()).sum();
    List<String> more =
        shown == all ? List.of() : List.of(texts.get("table.more", formats.count(all - shown)));
    return new TableView(
        label, made.title(), made.subtitle(), columns, groups, more, definitions, links);
  }

  private List<GroupView> groups(Made made, List<ColumnView> columns) {
    List<List<Table.Cell>> rows = made.table().rows();
    if (made.groups().isEmpty()) {
      List<List<Table.Cell>> shown = rows.subList(0, Math.min(rows.size(), made.rows()));
      return List.of(
          new GroupView(List.of(), shown.stream().map(r -> row(r, 0, columns)).toList()));
    }
    return new RowGroups(made)
        .shown().stream()
            .map(
                group ->
                    new GroupView(
                        List.of(heading(group, columns.size())),
                        rows.subList(group.from(), group.to()).stream()
                            .map(r -> row(r, 1, columns))
                            .toList()))
            .toList();
  }

  private GroupHeading heading(RowGroups.Shown shown, int columns) {
    String note = shown.group().note();
    return new GroupHeading(
        shown.group().name(),
        shown.left() == 0 ? note : texts.get("group.shown", note, formats.count(shown.rows())),
        columns);
  }

  private static RowView row(List<Table.Cell> row, int first, List<ColumnView> columns) {
    List<CellView> cells = new ArrayList<>();
    for (int i = first + 1; i < row.size(); i++) {
      cells.add(cell(row.get(i), columns.get(i - first).number()));
    }
    Table.Cell head = row.get(first);
    return new RowView(head.text(), head.sortKey(), address(head), cells);
  }

  private static CellView cell(Table.Cell cell, boolean number) {
    Stream<String> look =
        Stream.of(
            number ? "n" : cell.type().equals(Type.DAY) ? "d" : "",
            cell.ripening() ? "ripening" : cell.shade().isPresent() ? "shade" : "");
    String css = look.filter(name -> !name.isEmpty()).collect(Collectors.joining(" "));
    return new CellView(
        cell.text(),
        cell.sortKey(),
        address(cell),
        Optional.of(css).filter(c -> !c.isEmpty()),
        cell.shade().isEmpty() || cell.ripening()
            ? Optional.empty()
            : Optional.of(shade(cell.shade().getAsDouble())),
        cell.note().stream().toList(),
        cell.line().map(Table.Line::svg).orElse(""));
  }

  private static String shade(double value) {
    double percent = 4 + 46 * Math.clamp(value, 0, 1);
    return "--s:%s%%".formatted(String.format(Locale.ROOT, "%.0f", percent));
  }

  private static List<String> address(Table.Cell cell) {
    return cell.link().map(URI::toString).stream().toList();
  }
}
