package dev.svodka.local.sample;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A form body as amoCRM sends it: bracketed keys, percent-encoded, a space as {@code +}. */
final class Form {
  private final String prefix;
  private final StringBuilder body;
  private int customFields;

  private Form(String prefix, StringBuilder body) {
    this.prefix = prefix;
    this.body = body;
  }

  /** A body about one entity: {@code leads[status][0][…]}. */
  static Form of(String entity, String action) {
    return new Form(entity + '[' + action + "][0]", new StringBuilder());
  }

  Form put(String key, Object value) {
    return raw(prefix + '[' + key + ']', value.toString());
  }

  /** One level deeper, as notes are: {@code leads[note][0][note][…]}. */
  Form inside(String key) {
    return new Form(prefix + '[' + key + ']', body);
  }

  Form custom(CustomField field, String value) {
    return raw(place(field) + "[values][0]" + (field.scalar() ? "" : "[value]"), value);
  }

  /** One of a list's choices: its words and its id. */
  Form choice(CustomField field, String value, int id) {
    String place = place(field) + "[values][0]";
    raw(place + "[value]", value);
    return raw(place + "[enum]", Integer.toString(id));
  }

  /** Who pays an invoice: a value with parts. */
  Form payer(CustomField field, String taxNumber, String company) {
    String place = place(field) + "[values][0][value]";
    raw(place + "[name]", company);
    return raw(place + "[vat_id]", taxNumber);
  }

  private String place(CustomField field) {
    String place = prefix + "[custom_fields][" + customFields++ + ']';
    raw(place + "[id]", Integer.toString(field.id()));
    raw(place + "[name]", field.title());
    if (!field.code().isEmpty()) {
      raw(place + "[code]", field.code());
    }
    return place;
  }

  String end() {
    raw("account[subdomain]", Romashka.SUBDOMAIN);
    raw("account[id]", Integer.toString(Romashka.ACCOUNT_ID));
    raw("account[_links][self]", "https://" + Romashka.SUBDOMAIN + ".amocrm.ru");
    return body.toString();
  }

  private Form raw(String key, String value) {
    if (!body.isEmpty()) {
      body.append('&');
    }
    body.append(URLEncoder.encode(key, StandardCharsets.UTF_8))
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  /**
   * A custom field of the sample account.
   *
   * @param scalar sent as {@code values[0]=…}, as dates are, and not as {@code values[0][value]=…}
   */
  record CustomField(int id, String title, String code, boolean scalar) {}
}
