package dev.svodka.local.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The webhooks of changes as amoCRM sends them: one click sends several, some changes none. */
final class AmoHooks {
  private static final DateTimeFormatter ZONELESS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Moscow"));

  private AmoHooks() {}

  static List<FakeHook> of(List<AmoChange> changes, FakeAmoCrm.Account account) {
    List<FakeHook> hooks = new ArrayList<>();
    AmoState state = new AmoState();
    String sender =
        '&'
            + pair("account[id]", account.id())
            + '&'
            + pair("account[subdomain]", account.subdomain());
    for (AmoChange change : changes) {
      state.apply(change);
      for (String form : forms(change, state, account)) {
        hooks.add(new FakeHook(change.second(), form + sender));
      }
    }
    return hooks;
  }

  private static List<String> forms(AmoChange change, AmoState state, FakeAmoCrm.Account account) {
    return switch (change.what()) {
      case LEAD_CREATED -> List.of(lead("add", state.lead(change.item())));
      case LEAD_MOVED ->
          List.of(
              lead("status", state.lead(change.item())), lead("update", state.lead(change.item())));
      case LEAD_ASSIGNED ->
          List.of(
              lead("responsible", state.lead(change.item())),
              lead("update", state.lead(change.item())));
      case LEAD_PRICED -> List.of(lead("update", state.lead(change.item())));
      case LEAD_DELETED ->
          List.of(
              pair("leads[delete][0][id]", change.item())
                  + '&'
                  + pair("leads[delete][0][type]", "lead"));
      case LEAD_RESTORED -> List.of(lead("restore", state.lead(change.item())));
      case LEAD_CALLED -> List.of();
      case TASK_CREATED -> List.of(task("add", state.task(change.item())));
      case TASK_MOVED, TASK_DONE -> List.of(task("update", state.task(change.item())));
      case INVOICE_CREATED -> List.of(invoice("add", state.invoice(change.item()), account));
      case INVOICE_PAID -> List.of(invoice("update", state.invoice(change.item()), account));
    };
  }

  private static String lead(String action, AmoState.Lead lead) {
    String at = "leads[" + action + "][0]";
    StringBuilder fields = new StringBuilder();
    int n = 0;
    for (AmoFields.Field field : AmoFields.all()) {
      Optional<String> value = field.value(lead.fields());
      if (value.isPresent()) {
        String of = at + "[custom_fields][" + n++ + ']';
        fields.append('&').append(pair(of + "[id]", field.id()));
        fields.append('&').append(pair(of + "[code]", field.code()));
        fields.append('&').append(pair(of + "[name]", field.name()));
        fields.append('&').append(pair(of + "[values][0][value]", value.get()));
      }
    }
    return String.join(
            "&",
            pair(at + "[id]", lead.id()),
            pair(at + "[name]", "Сделка & Ко"),
            pair(at + "[status_id]", lead.stage()),
            pair(at + "[price]", lead.price()),
            pair(at + "[responsible_user_id]", lead.owner()),
            pair(at + "[last_modified]", lead.updated()),
            pair(at + "[date_create]", lead.created()),
            pair(at + "[pipeline_id]", lead.pipeline()))
        + fields;
  }

  private static String task(String action, AmoState.Task task) {
    String at = "task[" + action + "][0]";
    return String.join(
        "&",
        pair(at + "[id]", task.id()),
        pair(at + "[element_id]", task.lead()),
        pair(at + "[element_type]", 2),
        pair(at + "[status]", task.done() ? 1 : 0),
        pair(at + "[complete_till]", zoneless(task.due())),
        pair(at + "[last_modified]", zoneless(task.updated())),
        pair(at + "[date_create]", zoneless(task.created())));
  }

  private static String invoice(
      String action, AmoState.Invoice invoice, FakeAmoCrm.Account account) {
    String at = "catalogs[" + action + "][0]";
    String fields = at + "[custom_fields]";
    boolean paid = invoice.paidDay() > 0;
    String form =
        String.join(
            "&",
            pair(at + "[id]", invoice.id()),
            pair(at + "[catalog_id]", AmoWorld.CATALOG),
            pair(at + "[created_at]", invoice.created()),
            pair(at + "[updated_at]", invoice.updated()),
            pair(fields + "[0][code]", "BILL_STATUS"),
            pair(fields + "[0][values][0][value]", paid ? "Оплачен" : "Создан"),
            pair(fields + "[0][values][0][enum]", paid ? AmoWorld.PAID : AmoWorld.CREATED),
            pair(fields + "[1][code]", "BILL_PRICE"),
            pair(fields + "[1][values][0][value]", invoice.sum()),
            pair(fields + "[2][code]", "LINK_TO_LEAD"),
            pair(fields + "[2][values][0][value]", account.lead(invoice.lead())),
            pair(fields + "[3][id]", AmoFields.DUE),
            pair(fields + "[3][values][0]", invoice.dueDay()));
    return paid
        ? String.join(
            "&",
            form,
            pair(fields + "[4][code]", "BILL_PAYMENT_DATE"),
            pair(fields + "[4][values][0]", invoice.paidDay()))
        : form;
  }

  private static String zoneless(long second) {
    return ZONELESS.format(Instant.ofEpochSecond(second));
  }

  private static String pair(String key, Object value) {
    return URLEncoder.encode(key, UTF_8) + '=' + URLEncoder.encode(value.toString(), UTF_8);
  }
}
