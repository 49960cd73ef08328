package dev.svodka.local.sample;

import dev.svodka.local.sample.Form.CustomField;
import dev.svodka.local.sample.Romashka.Seller;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A lead as the CRM holds it; every hook sends it whole, as it stands then. */
final class Deal {
  final int id;
  final String name;
  final Instant created;
  final SequencedMap<CustomField, String> custom = new LinkedHashMap<>();
  Seller owner;
  int pipeline = Romashka.SALES;
  int stage = Romashka.NEW;
  long price;

  Deal(int id, String name, Instant created, Seller owner) {
    this.id = id;
    this.name = name;
    this.created = created;
    this.owner = owner;
  }

  /** The body's common part; {@code changed} is what amoCRM calls the last change. */
  Form form(String action, Instant changed, int actor) {
    Form form =
        Form.of("leads", action)
            .put("id", id)
            .put("name", name)
            .put("status_id", stage)
            .put("price", price == 0 ? "" : Long.toString(price))
            .put("responsible_user_id", owner.id())
            .put("last_modified", changed.getEpochSecond())
            .put("modified_user_id", actor)
            .put("created_user_id", Romashka.ROBOT)
            .put("date_create", created.getEpochSecond())
            .put("pipeline_id", pipeline)
            .put("account_id", Romashka.ACCOUNT_ID);
    custom.forEach(form::custom);
    return form.put("created_at", created.getEpochSecond())
        .put("updated_at", changed.getEpochSecond());
  }
}
