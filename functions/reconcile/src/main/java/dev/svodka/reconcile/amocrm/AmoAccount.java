package dev.svodka.reconcile.amocrm;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.crm.CrmStatus.Hook;
import dev.svodka.reconcile.CrmDescription;
import dev.svodka.source.Named;
import dev.svodka.source.amocrm.api.ApiNames;
import dev.svodka.source.amocrm.api.FieldNames;
import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an account is and what it calls its things. */
final class AmoAccount {
  private final AmoClient client;
  private final LiveSource source;

  AmoAccount(AmoClient client, LiveSource source) {
    this.client = client;
    this.source = source;
  }

  /** The list that holds the invoices, as the business file says or the CRM does. */
  Optional<String> invoices() {
    return source
        .invoiceCatalog()
        .or(() -> ApiNames.invoiceCatalog(client.all("catalogs", "catalogs")));
  }

  /** The token has to be one of the account that the business file names. */
  void check() {
    Optional<String> id = account().flatMap(row -> row.text("id"));
    if (id.isPresent() && source.accountId().isPresent() && !id.equals(source.accountId())) {
      throw new SvodkaException(
          ErrorCode.BUSINESS_FILE_INVALID,
          "Source %s: the token is one of another account than account-id".formatted(source.id()));
    }
  }

  /** Pipelines, stages, people and reasons. */
  List<Named> names() {
    List<Named> names = new ArrayList<>();
    names.addAll(ApiNames.pipelines(client.all("leads/pipelines", "pipelines")));
    names.addAll(ApiNames.users(client.all("users", "users")));
    names.addAll(ApiNames.lossReasons(client.all("leads/loss_reasons", "loss_reasons")));
    return names;
  }

  /** What the account says of itself. */
  CrmDescription describe() {
    Optional<FormNode> account = account();
    return new CrmDescription(
        account.flatMap(row -> row.text("name")),
        account
            .flatMap(row -> row.child("_embedded"))
            .flatMap(embedded -> embedded.child("datetime_settings"))
            .flatMap(settings -> settings.text("timezone")),
        account.flatMap(row -> row.text("currency")),
        account.flatMap(row -> row.text("id")),
        invoices(),
        names());
  }

  private Optional<FormNode> account() {
    return client.list("account", "account", Map.of("with", "datetime_settings")).rows().stream()
        .findFirst();
  }

  /** Its address holds our secret: it is looked at and told to nobody. */
  Hook webhook(String company) {
    String path = "/hooks/%s/%s/".formatted(company, source.id());
    Hook found = Hook.MISSING;
    for (FormNode row : client.all("webhooks", "webhooks")) {
      if (row.text("destination").filter(url -> url.contains(path)).isPresent()) {
        boolean off = row.text("disabled").filter("true"::equals).isPresent();
        found = off ? Hook.DISABLED : Hook.ENABLED;
      }
    }
    return found;
  }

  /** What custom fields are called. */
  FieldNames fields(Optional<String> invoices) {
    FieldNames names =
        FieldNames.of(client.all("leads/custom_fields", "custom_fields"))
            .and(FieldNames.of(client.all("contacts/custom_fields", "custom_fields")));
    return invoices
        .map(
            list ->
                names.and(
                    FieldNames.of(
                        client.all("catalogs/" + list + "/custom_fields", "custom_fields"))))
        .orElse(names);
  }
}
