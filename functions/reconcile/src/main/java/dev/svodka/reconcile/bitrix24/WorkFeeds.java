package dev.svodka.reconcile.bitrix24;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.event.ItemRef;
import dev.svodka.source.Parsed;
import dev.svodka.source.form.FormNode;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** What people do about items: tasks, calls, letters and meetings, comments, approvals. */
record WorkFeeds(Feeds feeds) {
  private static final List<String> TASK =
      List.of(
          "ID",
          "STATUS",
          "CREATED_DATE",
          "CHANGED_DATE",
          "CLOSED_DATE",
          "DEADLINE",
          "RESPONSIBLE_ID",
          "CREATED_BY",
          "CHANGED_BY",
          "CLOSED_BY",
          "UF_CRM_TASK");

  private static final List<String> ACTIVITY =
      List.of(
          "ID",
          "OWNER_ID",
          "OWNER_TYPE_ID",
          "TYPE_ID",
          "PROVIDER_ID",
          "COMPLETED",
          "CREATED",
          "START_TIME",
          "LAST_UPDATED",
          "RESPONSIBLE_ID");

  void tasks() {
    changed("tasks", "tasks.task.list", TASK, "CHANGED_DATE", feeds.api()::tasks);
  }

  void activities() {
    changed("activities", "crm.activity.list", ACTIVITY, "LAST_UPDATED", feeds.api()::activities);
  }

  void approvals() {
    changed("approvals", "bizproc.task.list", List.of(), "MODIFIED", feeds.api()::approvals);
  }

  /**
   * All of a feed.
   *
   * @param select none for what the method gives by itself
   */
  private void changed(
      String feed,
      String method,
      List<String> select,
      String field,
      BiFunction<List<FormNode>, Instant, Parsed.Events> reader) {
    ObjectNode call = Bitrix24Client.call();
    if (!select.isEmpty()) {
      select.forEach(call.putArray("select")::add);
    }
    feeds.since(feed, method, call, "ID", field, rows -> feeds.put(reader, rows));
  }

  /** Comments are asked for item by item, of those in whose timeline something happened. */
  void comments(String type, String entity) {
    String feed = "comments:" + type;
    Instant begin = feeds.begin(feed);
    ObjectNode call = Bitrix24Client.call().put("entityTypeId", Integer.parseInt(entity));
    call.putArray("select").add("id");
    feeds.since(
        feed,
        "crm.item.list",
        call,
        "id",
        "lastActivityTime",
        rows -> rows.forEach(row -> comments(type, begin, row)));
  }

  private void comments(String type, Instant begin, FormNode row) {
    ItemRef item = Feeds.item(type, row);
    ObjectNode call = Bitrix24Client.call();
    List.of("ID", "CREATED", "AUTHOR_ID").forEach(call.putArray("select")::add);
    call.putObject("filter")
        .put("ENTITY_ID", Bitrix24Client.id(row, "id"))
        .put("ENTITY_TYPE", type)
        .put(">=CREATED", Feeds.iso(begin));
    feeds
        .client()
        .each(
            "crm.timeline.comment.list",
            call,
            "ID",
            0,
            rows -> feeds.put((page, now) -> feeds.api().comments(item, page, now), rows));
  }
}
