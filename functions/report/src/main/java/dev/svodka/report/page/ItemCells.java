package dev.svodka.report.page;

import dev.svodka.kpi.FactItem;
import dev.svodka.kpi.KpiItem;
import dev.svodka.report.page.Table.Cell;

/** What a table tells of an item of a scene's process. */
record ItemCells(Scene scene, FactItem item) {
  /** Its id, leading to its page in the CRM. */
  Cell id() {
    return scene.item(new KpiItem(item.source(), item.itemType(), item.itemId()));
  }

  Cell stage() {
    return Cell.text(item.stage().map(scene.names()::stage).orElse("–"));
  }

  Cell owner() {
    return Cell.text(scene.names().group("owner", item.owner()));
  }

  Cell amount() {
    return item.amount()
        .map(
            amount ->
                Cell.number(
                    scene.formats().money(amount, item.currency().orElse("")),
                    amount,
                    Type.money(item.currency().orElse(""))))
        .orElse(Cell.text("–"));
  }

  /** Of the amount; of no amount there is none. */
  Cell currency() {
    return Cell.text(item.currency().filter(c -> item.amount().isPresent()).orElse("–"));
  }
}
