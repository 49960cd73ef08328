package dev.svodka.reconcile.bitrix24;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.event.ItemRef;
import dev.svodka.source.bitrix24.Bitrix24Types;
import dev.svodka.source.form.FormNode;

/** The items of a type: their stage history, what they are now, and what was paid. */
record ItemFeeds(Feeds feeds) {
  void read(String type, String entity) {
    int entityTypeId = Integer.parseInt(entity);
    history(type, entityTypeId);
    items(type, entityTypeId);
  }

  private void history(String type, int entityTypeId) {
    String feed = "history:" + type;
    ObjectNode call = Bitrix24Client.call().put("entityTypeId", entityTypeId);
    call.putObject("filter")
        .put(">=CREATED_TIME", Feeds.iso(feeds.begin(feed)))
        .put("<CREATED_TIME", Feeds.iso(feeds.to()));
    feeds.resumed(
        feed,
        "crm.stagehistory.list",
        call,
        "ID",
        rows -> feeds.put((page, now) -> feeds.api().stageHistory(type, page, now), rows));
  }

  /** Without an upper end: an item that changes meanwhile would slip out of the filter. */
  private void items(String type, int entityTypeId) {
    ObjectNode call = Bitrix24Client.call().put("entityTypeId", entityTypeId);
    call.putArray("select").add("*").add("uf_*");
    feeds.since(
        "items:" + type,
        "crm.item.list",
        call,
        "id",
        "updatedTime",
        rows -> {
          feeds.put((page, now) -> feeds.api().items(type, page, now), rows);
          if (type.equals(Bitrix24Types.INVOICE)) {
            rows.forEach(row -> payments(entityTypeId, row));
          }
        });
  }

  private void payments(int entityTypeId, FormNode row) {
    ItemRef invoice = Feeds.item(Bitrix24Types.INVOICE, row);
    ObjectNode call =
        Bitrix24Client.call()
            .put("entityId", Bitrix24Client.id(row, "id"))
            .put("entityTypeId", entityTypeId);
    feeds.put(
        (page, now) -> feeds.api().payments(invoice, page, now),
        feeds.client().rows("crm.item.payment.list", call));
  }
}
