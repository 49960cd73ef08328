package dev.svodka.report.page;

import dev.svodka.kpi.FactItem;
import dev.svodka.report.page.ItemLists.Asked;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.page.Table.Column;
import dev.svodka.report.text.Texts;
import java.util.List;

/** The table of a list of items; of its columns those are shown that tell anything. */
final class ListTable {
  private ListTable() {}

  static List<Column> columns(Scene scene) {
    Texts texts = scene.texts();
    return List.of(
        new Column(texts.forType("column.item", scene.itemType()), false),
        new Column(texts.get("list.counted"), false),
        new Column(texts.get("column.stage"), false),
        new Column(texts.get("column.owner"), false),
        new Column(texts.get("list.day"), false),
        new Column(texts.get("column.hours"), true),
        new Column(texts.get("column.amount"), true),
        new Column(texts.get("column.currency"), false));
  }

  static List<Cell> row(Asked asked, FactItem item) {
    Scene scene = asked.scene();
    ItemCells cells = new ItemCells(scene, item);
    return List.of(
        cells.id(),
        Cell.text(
            asked.rate().isPresent()
                ? scene.texts().get(item.inNumerator() ? "list.yes" : "list.no")
                : "–"),
        cells.stage(),
        cells.owner(),
        item.day()
            .map(day -> Cell.day(scene.formats().shortDayWithYear(day), day))
            .orElse(Cell.text("–")),
        item.hours()
            .map(
                hours ->
                    Cell.number(
                        scene.formats().hours(hours.doubleValue()), hours, Type.of("hours", "")))
            .orElse(Cell.text("–")),
        cells.amount(),
        cells.currency());
  }
}
