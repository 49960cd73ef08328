package dev.svodka.reconcile.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.business.Business;
import dev.svodka.core.secret.Secret;
import dev.svodka.source.amocrm.ItemTypes;
import dev.svodka.source.form.FormNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an amoCRM account sends its webhooks. Its API knows no names for lists and for incoming
 * leads: those are ticked by a person.
 */
final class AmoSubscription {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "webhooks";
  private static final List<String> CARD =
      List.of("add", "update", "delete", "restore", "responsible", "note");

  /** What can be subscribed to, by the item that it tells of. */
  private static final Map<String, List<String>> ACTIONS =
      Map.of(
          ItemTypes.DEAL,
          List.of("add", "update", "delete", "restore", "status", "responsible", "note"),
          ItemTypes.CONTACT,
          CARD,
          ItemTypes.COMPANY,
          CARD,
          ItemTypes.CUSTOMER,
          List.of("add", "update", "delete", "responsible", "note"),
          ItemTypes.TASK,
          List.of("add", "update", "delete", "responsible"));

  private final AmoClient client;
  private final Business business;

  AmoSubscription(AmoClient client, Business business) {
    this.client = client;
    this.business = business;
  }

  /** Subscribes the address, then ends those of the same source with another secret. */
  void put(Secret hook) {
    String address = hook.reveal();
    String ours = address.substring(0, address.lastIndexOf('/') + 1);
    List<String> known =
        client.all(PATH, PATH).stream()
            .flatMap(AmoSubscription::destination)
            .filter(each -> each.startsWith(ours))
            .toList();
    ObjectNode subscription = JSON.createObjectNode().put("destination", address);
    settings().forEach(subscription.putArray("settings")::add);
    client.send("POST", PATH, subscription.toString().getBytes(UTF_8));
    for (String former : known) {
      if (!former.equals(address)) {
        ObjectNode ended = JSON.createObjectNode().put("destination", former);
        client.send("DELETE", PATH, ended.toString().getBytes(UTF_8));
      }
    }
  }

  private static Stream<String> destination(FormNode row) {
    return row.text("destination").stream();
  }

  /** Deals and tasks, and whatever else a process is about: no more people than figures need. */
  private List<String> settings() {
    Set<String> types =
        business.processes().values().stream()
            .map(process -> process.items().type())
            .collect(Collectors.toCollection(HashSet::new));
    List<String> settings = new ArrayList<>();
    types.add(ItemTypes.DEAL);
    types.add(ItemTypes.TASK);
    new TreeMap<>(ACTIONS)
        .forEach(
            (type, actions) -> {
              if (types.contains(type)) {
                String entity = type.equals(ItemTypes.DEAL) ? "lead" : type;
                actions.forEach(action -> settings.add(action + '_' + entity));
              }
            });
    return settings;
  }
}
