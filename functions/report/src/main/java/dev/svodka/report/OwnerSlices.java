package dev.svodka.report;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Language;
import dev.svodka.lake.reports.ReportKeys;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.page.Rendered;
import dev.svodka.report.page.ReportWriter;
import dev.svodka.report.page.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reports made for each owner alone, from the same declarations, and a front page over them.
 *
 * @param specs those that this run makes and that are made by owner
 */
record OwnerSlices(
    RunFacts facts, List<ReportSpec> specs, List<Language> languages, NewShelf shelf) {
  /** The files of one owner after another, so that one owner's are in memory at a time. */
  Stream<Rendered.File> files() {
    List<ReportSpec> sliced = shelf.known().stream().filter(ReportSpec::ownerSlices).toList();
    return facts
        .seenBy(process -> sliced.stream().anyMatch(spec -> spec.opens(process)))
        .owners()
        .stream()
        .flatMap(this::files);
  }

  private Stream<Rendered.File> files(String owner) {
    RunFacts own = facts.ofOwner(owner);
    String name = facts.owner(owner);
    List<Rendered.File> files = new ArrayList<>();
    for (Language language : languages) {
      ReportWriter writer = new ReportWriter(own, language);
      List<Rendered> made =
          specs.stream()
              .filter(spec -> !open(spec).isEmpty())
              .map(spec -> writer.write(spec.ofOwner(name, open(spec))))
              .toList();
      made.forEach(report -> files.addAll(report.files()));
      files.add(writer.index(shelf.ofOwner(made, language), Map.of()));
    }
    return files.stream()
        .map(
            file ->
                new Rendered.File(
                    ReportKeys.owner(owner) + file.path(), file.contentType(), file.content()));
  }

  /**
   * Of a process that is not for the report's readers nobody is named, and a page about one owner
   * would name that one.
   */
  private List<String> open(ReportSpec spec) {
    return facts.business().processes().values().stream()
        .filter(spec::opens)
        .map(BusinessProcess::id)
        .filter(id -> spec.named().isEmpty() || spec.named().contains(id))
        .toList();
  }
}
