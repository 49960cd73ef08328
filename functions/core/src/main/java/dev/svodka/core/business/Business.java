package dev.svodka.core.business;

import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a company is and what its CRM data mean: one {@code business.yaml}.
 *
 * @param zone the business's zone; days, weeks and months are cut in it
 * @param hash {@code sha256:…} of the file's bytes
 * @param folder where the file lies; calendars, goals and balances are looked for beside it
 * @param companions names of those that were found there and belong to the file
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
    Path folder,
    SortedSet<String> companions) {
  public Business {
    owners = Ordered.copy(owners);
    sources = List.copyOf(sources);
    processes = Ordered.copy(processes);
    goals = List.copyOf(goals);
    deliver = List.copyOf(deliver);
    keep = List.copyOf(keep);
    imports = List.copyOf(imports);
    companions = Collections.unmodifiableSortedSet(new TreeSet<>(companions));
  }

  /**
   * How much is kept of a live source's field. Whoever asks for many events takes {@link
   * KeptFields#of} once.
   */
  public Keeping keeps(String itemType, String field) {
    return KeptFields.of(this).keeping(itemType, field);
  }

  /** Whether the items of a process come from process logs (XES). */
  public boolean processLog(BusinessProcess process) {
    return imports.stream()
        .anyMatch(
            rule ->
                rule.format() == ImportRule.Format.XES
                    && rule.item().gives(process.items().type()));
  }

  /** {@code funnel-skips} of a process: as it says, else strict for process logs. */
  public BusinessProcess.Skips skips(BusinessProcess process) {
    return process
        .skips()
        .orElse(processLog(process) ? BusinessProcess.Skips.STRICT : BusinessProcess.Skips.COUNT);
  }

  /** {@code same-stage} of a process: as the import of its items says, else by format. */
  public ImportRule.SameStage sameStage(BusinessProcess process) {
    return imports.stream()
        .filter(rule -> rule.item().gives(process.items().type()))
        .map(ImportRule::visits)
        .findFirst()
        .orElse(ImportRule.SameStage.ONE_VISIT);
  }
}
