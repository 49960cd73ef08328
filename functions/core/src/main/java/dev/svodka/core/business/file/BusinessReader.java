package dev.svodka.core.business.file;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.Parent;
import dev.svodka.core.business.KeptField;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.WorkingTime;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The file as a whole, and what its parts say of each other. */
final class BusinessReader {
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");

  private final Section section;
  private final Path folder;

  BusinessReader(Section section, Path folder) {
    this.section = section;
    this.folder = folder;
  }

  Business read(String hash) {
    String account =
        section
            .required("account", "romashka")
            .flatMap(
                value ->
                    value.parse(
                        BusinessReader::account,
                        "is no account",
                        "write 1 to 40 small Latin letters, digits and dashes"))
            .orElse("");
    ZoneId zone =
        section
            .required("time-zone", "Europe/Moscow")
            .flatMap(Scalars::zone)
            .orElse(ZoneOffset.UTC);
    Optional<WorkingTime> workingTime =
        section
            .get("working-time")
            .map(value -> CompanyReader.workingTime(value.section(Shape.WORKING_TIME), folder));
    List<LiveSource> sources =
        section.get("sources").map(v -> CompanyReader.sources(v, zone)).orElse(List.of());
    SequencedMap<String, BusinessProcess> processes = processes(workingTime, sources);
    List<KeptField> keep = section.get("keep").map(CompanyReader::keep).orElse(List.of());
    checkKept(keep, processes);
    return new Business(
        account,
        section.text("name").orElse(account),
        section.get("language").flatMap(v -> v.choice(Words.LANGUAGES)).orElse(Language.RU),
        zone,
        section.required("currency", "RUB").flatMap(Scalars::currency).orElse("RUB"),
        workingTime,
        section.get("owners").map(CompanyReader::owners).orElse(new LinkedHashMap<>()),
        sources,
        processes,
        section
            .get("goals")
            .map(value -> GoalReader.read(value, folder, processes.keySet()))
            .orElse(List.of()),
        section.get("deliver").map(CompanyReader::deliveries).orElse(List.of()),
        keep,
        section.get("retention").flatMap(Scalars::period),
        section.get("imports").map(ImportReader::all).orElse(List.of()),
        hash,
        folder,
        section.at().problems().companions());
  }

  private static String account(String text) {
    if (!ACCOUNT.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private SequencedMap<String, BusinessProcess> processes(
      Optional<WorkingTime> workingTime, List<LiveSource> sources) {
    SequencedMap<String, BusinessProcess> processes = new LinkedHashMap<>();
    Optional<Value> value = section.required("processes", "{sales: {items: ..., milestones: ...}}");
    if (value.isEmpty()) {
      return processes;
    }
    SequencedMap<String, Value> entries = value.get().entries();
    Map<String, String> folded = new HashMap<>();
    entries.forEach(
        (id, entry) -> {
          Scalars.id(id, entry);
          String before = folded.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
          if (before != null) {
            entry.problem(
                "`" + id + "` and `" + before + "` differ by capital letters alone",
                "name them apart");
          }
          ProcessReader reader =
              new ProcessReader(
                  entry.section(Shape.PROCESS), workingTime.isPresent(), sources, folder);
          processes.put(id, reader.read(id));
        });
    if (entries.isEmpty() && value.get().isMap()) {
      value.get().problem("there are no processes", "add one; `events/business.yaml` shows eight");
    }
    entries.forEach((id, entry) -> checkParent(processes, id, entry));
    return processes;
  }

  private static void checkParent(
      SequencedMap<String, BusinessProcess> processes, String id, Value entry) {
    Optional<Parent> parent = Optional.ofNullable(processes.get(id)).flatMap(p -> p.parent());
    if (parent.isEmpty() || parent.get().process().isEmpty()) {
      return;
    }
    Value said = entry.entries().getOrDefault("parent", entry);
    BusinessProcess of = processes.get(parent.get().process());
    if (of == null) {
      said.problem(
          "there is no process `" + parent.get().process() + "`",
          Nearest.hint(parent.get().process(), processes.keySet()));
    } else if (!parent.get().milestone().isEmpty()
        && of.milestone(parent.get().milestone()).isEmpty()) {
      said.problem(
          "the process `" + of.id() + "` has no milestone `" + parent.get().milestone() + "`",
          Nearest.hint(
              parent.get().milestone(), of.milestones().stream().map(m -> m.id()).toList()));
    }
  }

  /** A field of which only the presence may be kept cannot be read by value at the same time. */
  private void checkKept(List<KeptField> keep, SequencedMap<String, BusinessProcess> processes) {
    for (KeptField field : keep) {
      for (BusinessProcess process : processes.values()) {
        if (field.presenceOnly() && process.fieldsRead().contains(field.name())) {
          section
              .get("keep")
              .orElseThrow()
              .problem(
                  "`"
                      + field.name()
                      + "?` keeps only whether it is there, but the process `"
                      + process.id()
                      + "` reads its value",
                  "write `" + field.name() + "` without the question mark, or do not read it");
        }
      }
    }
  }
}
