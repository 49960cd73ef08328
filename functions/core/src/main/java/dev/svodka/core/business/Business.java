package dev.svodka.core.business;

import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a company is and what its CRM data mean: one {@code business.yaml}.
 *
 * @param zone the business's zone; days, weeks and months are cut in it
 * @param hash {@code sha256:…} of the file's bytes
 * @param folder where the file lies; calendars, goals and balances are looked for beside it
 */
public record Business(
    String account,
    String name,
    Language language,
    ZoneId zone,
    String currency,
    Optional<WorkingTime> workingTime,
    Map<String, String> owners,
    List<LiveSource> sources,
    SequencedMap<String, BusinessProcess> processes,
    List<Goal> goals,
    List<Delivery> deliver,
    List<KeptField> keep,
    Optional<Period> retention,
    List<ImportRule> imports,
    String hash,
    Path folder) {
  public Business {
    owners = Map.copyOf(owners);
    sources = List.copyOf(sources);
    processes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(processes));
    goals = List.copyOf(goals);
    deliver = List.copyOf(deliver);
    keep = List.copyOf(keep);
    imports = List.copyOf(imports);
  }
}
