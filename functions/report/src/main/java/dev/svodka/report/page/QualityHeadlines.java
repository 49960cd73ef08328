package dev.svodka.report.page;

import dev.svodka.kpi.HeardSource;
import dev.svodka.kpi.HeardSource.Hooks;
import dev.svodka.report.page.PageView.Base;
import dev.svodka.report.page.PageView.HeadlineView;
import java.util.List;
import java.util.Optional;

/** The figures at the top of the report about the data. */
final class QualityHeadlines {
  private final QualityScene scene;

  QualityHeadlines(QualityScene scene) {
    this.scene = scene;
  }

  List<HeadlineView> views() {
    List<SourceSection.Source> live =
        new SourceSection(scene).sources().stream().filter(SourceSection.Source::live).toList();
    long heard = live.stream().filter(source -> !source.silent()).count();
    Optional<Hooks> hooks = QualityLead.hooks(scene);
    long trouble = Trouble.of(scene).stream().mapToLong(Trouble::count).sum();
    int checked = scene.quality().checked().size();
    return List.of(
        view(
            "sources",
            live.isEmpty() ? Optional.empty() : Optional.of(of(heard, live.size())),
            base("sources", live.isEmpty())),
        view(
            "lost",
            hooks
                .filter(h -> h.changes() > 0)
                .map(h -> scene.formats().share((double) h.lost() / h.changes())),
            hooks
                .map(
                    h ->
                        scene
                            .texts()
                            .get(
                                "headline.data.lost.base",
                                of(h.lost(), h.changes()),
                                scene.formats().count(HeardSource.HOOK_DAYS)))
                .orElseGet(() -> scene.texts().get("headline.data.lost.none"))),
        view("trouble", Optional.of(scene.formats().count(trouble)), base("trouble", trouble == 0)),
        view(
            "restated",
            scene.quality().restated().first()
                ? Optional.empty()
                : Optional.of(scene.formats().count(scene.restated().size())),
            base("restated", scene.quality().restated().first())),
        view(
            "rules",
            Optional.of(of(checked - scene.facts().broken().size(), checked)),
            base("rules", scene.facts().broken().isEmpty())));
  }

  private String of(long part, long all) {
    return scene.texts().get("of", scene.formats().count(part), scene.formats().count(all));
  }

  private String base(String name, boolean none) {
    return scene.texts().get("headline.data." + name + (none ? ".none" : ".base"));
  }

  private HeadlineView view(String name, Optional<String> value, String base) {
    return new HeadlineView(
        scene.texts().get("headline.data." + name),
        value.orElseGet(() -> scene.texts().get("no-data")),
        value.isEmpty(),
        value.orElse(""),
        List.of(),
        List.of(new Base(base)),
        List.of(),
        List.of(),
        "",
        "",
        scene.texts().get("define"),
        scene.texts().get("define.data." + name),
        scene
            .texts()
            .get(
                "define.values",
                value.orElseGet(() -> scene.texts().get("no-data")),
                scene.formats().moment(scene.facts().asOf())));
  }
}
