package dev.svodka.report.page;

import dev.svodka.kpi.HeardSource;
import dev.svodka.kpi.HeardSource.Hooks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences about the data: whether they come, what was lost, what is to be mended. */
final class QualityLead {
  private QualityLead() {}

  static String of(QualityScene scene) {
    List<String> said = new ArrayList<>();
    said.add(heard(scene));
    new ReconcileSection(scene)
        .disabled()
        .ifPresent(names -> said.add(scene.texts().get("lead.data.disabled", names)));
    hooks(scene)
        .filter(hooks -> hooks.lost() > 0)
        .ifPresent(
            hooks ->
                said.add(
                    scene
                        .texts()
                        .get(
                            "lead.data.lost",
                            scene.plural("lead.data.changes", hooks.lost()),
                            scene.formats().count(hooks.changes()))));
    List<Trouble> troubles =
        Trouble.of(scene).stream().filter(trouble -> trouble.count() > 0).toList();
    said.add(
        troubles.isEmpty()
            ? scene.texts().get("lead.data.clean")
            : scene
                .texts()
                .get(
                    "lead.data.mend",
                    troubles.stream().map(t -> t.text(scene)).collect(Collectors.joining(", "))));
    if (!scene.facts().broken().isEmpty()) {
      said.add(scene.texts().get("lead.data.broken"));
    }
    return String.join(" ", said);
  }

  /** Of all sources together; empty where nobody knows. */
  static Optional<Hooks> hooks(QualityScene scene) {
    return scene.quality().lists().heard().stream()
        .flatMap(heard -> scene.hooks(heard).stream())
        .reduce((a, b) -> new Hooks(a.changes() + b.changes(), a.lost() + b.lost()));
  }

  private static String heard(QualityScene scene) {
    SourceSection section = new SourceSection(scene);
    List<SourceSection.Source> sources = section.sources();
    List<SourceSection.Source> silent =
        sources.stream().filter(SourceSection.Source::silent).toList();
    if (!silent.isEmpty()) {
      long live = sources.stream().filter(SourceSection.Source::live).count();
      return scene
          .texts()
          .get(
              silent.size() < live ? "lead.data.silent.some" : "lead.data.silent",
              section.joined(silent));
    }
    if (sources.stream().noneMatch(SourceSection.Source::live)) {
      return scene.quality().lists().heard().stream()
          .map(HeardSource::last)
          .max(Comparator.naturalOrder())
          .map(last -> scene.texts().get("lead.data.files", scene.formats().moment(last)))
          .orElseGet(() -> scene.texts().get("lead.data.nothing"));
    }
    return scene.texts().get("lead.data.heard");
  }
}
