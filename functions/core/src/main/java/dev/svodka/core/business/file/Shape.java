package dev.svodka.core.business.file;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The keys that each kind of mapping in a business file has; {@code business.schema.json} states
 * the same under {@code $defs}.
 */
enum Shape {
  BUSINESS(
      "account",
      "name",
      "language",
      "time-zone",
      "currency",
      "working-time",
      "owners",
      "sources",
      "processes",
      "goals",
      "deliver",
      "keep",
      "retention",
      "imports"),
  WORKING_TIME("calendar", "hours", "decreed-days-off"),
  SOURCE(
      "id",
      "kind",
      "subdomain",
      "domain",
      "account-id",
      "secret",
      "token",
      "time-zone",
      "invoice-catalog",
      "application-token"),
  PROCESS(
      "title",
      "kind",
      "items",
      "milestones",
      "funnel",
      "funnel-skips",
      "within",
      "success",
      "failure",
      "failure-reason",
      "failure-excludes",
      "customer",
      "group-by",
      "audience",
      "intervals",
      "required-fields",
      "contact-every",
      "tasks-after",
      "fields",
      "parent",
      "issue-target",
      "terms",
      "due-roll",
      "debt-from",
      "ageing",
      "paid-tolerance",
      "promise",
      "control",
      "rework",
      "deadline"),
  TITLE("ru", "en"),
  ITEMS("type", "pipeline", "source"),
  MILESTONE("created", "stage", "left", "field", "paid-in-full", "take"),
  FIELD("field"),
  CUSTOMER("id", "name"),
  INTERVAL("from", "to", "target", "match"),
  CONTACT_EVERY("while", "at-most"),
  STANDING_IN("stage"),
  TASKS_AFTER("milestone", "within"),
  ROLES("due", "paid", "number"),
  PARENT("process", "milestone"),
  REWORK("base", "stages"),
  DEADLINE("due", "done", "by"),
  DUE("field", "told", "day-of-month", "shift", "after", "within"),
  GOAL("kpi", "process", "owner", "month", "value"),
  DELIVERY("report", "audience", "email", "telegram", "token", "attach"),
  IMPORT(
      "files",
      "format",
      "delimiter",
      "encoding",
      "time-zone",
      "decimal-comma",
      "dates",
      "item",
      "parent",
      "pipeline",
      "stage",
      "owner",
      "actor",
      "customer",
      "amount",
      "currency",
      "due",
      "received",
      "same-stage",
      "only",
      "stage-prefix",
      "kinds",
      "fields",
      "events",
      "purpose",
      "outgoing"),
  IMPORT_ITEM("type", "id"),
  IMPORT_CUSTOMER("id", "name"),
  IMPORT_EVENT(
      "kind",
      "at",
      "when",
      "pipeline",
      "stage",
      "owner",
      "actor",
      "customer",
      "amount",
      "currency",
      "due",
      "received"),
  IMPORT_KIND("kind", "amount"),
  IMPORT_OUTGOING("item", "only");

  @SuppressWarnings("ImmutableEnumChecker") // the set is unmodifiable, which its type cannot say
  private final SequencedSet<String> keys;

  Shape(String... keys) {
    this.keys = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(List.of(keys)));
  }

  SequencedSet<String> keys() {
    return keys;
  }
}
