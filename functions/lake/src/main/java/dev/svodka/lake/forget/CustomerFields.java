package dev.svodka.lake.forget;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.event.ChangeEvent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that tell an item's customer, beside {@code customer_id} and {@code customer_name}.
 *
 * @param ids such as a tax number's
 * @param names such as a company's name's
 */
public record CustomerFields(Set<String> ids, Set<String> names) {
  /** No fields beside. */
  public static final CustomerFields NONE = new CustomerFields(Set.of(), Set.of());

  public CustomerFields {
    ids = Set.copyOf(ids);
    names = Set.copyOf(names);
  }

  /** The fields that a business file names, of whatever process. */
  public static CustomerFields of(Business business) {
    Collection<BusinessProcess> processes = business.processes().values();
    return new CustomerFields(
        processes.stream()
            .flatMap(process -> process.customerIdField().stream())
            .collect(Collectors.toSet()),
        processes.stream()
            .flatMap(process -> process.customerNameField().stream())
            .collect(Collectors.toSet()));
  }

  Set<String> idsOf(ChangeEvent event) {
    return told(event, event.customerId(), ids);
  }

  Set<String> namesOf(ChangeEvent event) {
    return told(event, event.customerName(), names);
  }

  private static Set<String> told(ChangeEvent event, Optional<String> own, Set<String> fields) {
    return Stream.concat(
            own.stream(),
            fields.stream()
                .flatMap(field -> Optional.ofNullable(event.fields().get(field)).stream()))
        .filter(text -> !text.isBlank())
        .collect(Collectors.toSet());
  }
}
