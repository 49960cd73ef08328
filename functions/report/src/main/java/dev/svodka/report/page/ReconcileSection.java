package dev.svodka.report.page;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.event.SourceKind;
import dev.svodka.lake.crm.CrmStatus;
import dev.svodka.lake.crm.CrmStatus.Hook;
import dev.svodka.lake.crm.CrmStatus.Outcome;
import dev.svodka.report.page.Table.Cell;
import dev.svodka.report.quality.Quality.Asked;
import dev.svodka.report.text.Outside;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of asking the CRMs' own APIs what webhooks lost, and whether the webhooks are on;
 * nothing where the company has no live source.
 */
final class ReconcileSection {
  private static final Set<SourceKind> ASKED = Set.of(SourceKind.AMOCRM, SourceKind.BITRIX24);

  private final QualityScene scene;

  ReconcileSection(QualityScene scene) {
    this.scene = scene;
  }

  Optional<Made> table() {
    List<Asked> sources =
        scene
            .quality()
            .asked()
            .orElseGet(
                () ->
                    scene.business().sources().stream()
                        .map(source -> new Asked(source, Optional.empty()))
                        .toList());
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Made.table(
                title(),
                scene.texts().get("reconcile.subtitle"),
                new Table(
                    scene.columns("source", "asked", "asked-outcome", "hook", "asked-events#"),
                    sources.stream().map(this::row).toList()),
                Integer.MAX_VALUE));
  }

  /** The worst of what there is to tell. */
  String title() {
    if (scene.quality().asked().isEmpty()) {
      return scene.texts().get("reconcile.unknown");
    }
    List<Asked> sources =
        scene.quality().asked().orElse(List.of()).stream()
            .filter(asked -> ASKED.contains(asked.source().kind()))
            .toList();
    if (sources.isEmpty()) {
      return scene.texts().get("reconcile.no-api");
    }
    return disabled()
        .map(names -> scene.texts().get("reconcile.disabled", names))
        .or(() -> named("reconcile.failed", sources, hasOutcome(Outcome.FAILED)))
        .or(() -> named("reconcile.no-token", sources, a -> a.source().token().isEmpty()))
        .or(() -> named("reconcile.never", sources, a -> a.status().isEmpty()))
        .or(() -> named("reconcile.more", sources, hasOutcome(Outcome.MORE)))
        .orElseGet(() -> scene.texts().get("reconcile.works"));
  }

  /** The sources whose webhook the CRM has switched off. */
  Optional<String> disabled() {
    return names(
        scene.quality().asked().orElse(List.of()),
        asked -> asked.status().filter(s -> s.hook() == Hook.DISABLED).isPresent());
  }

  private static Predicate<Asked> hasOutcome(Outcome outcome) {
    return asked -> asked.status().filter(s -> s.outcome() == outcome).isPresent();
  }

  private Optional<String> named(String key, List<Asked> sources, Predicate<Asked> which) {
    return names(sources, which).map(names -> scene.texts().get(key, names));
  }

  private Optional<String> names(List<Asked> sources, Predicate<Asked> which) {
    return Optional.of(
            sources.stream()
                .filter(which)
                .map(asked -> scene.name(asked.source()))
                .collect(Collectors.joining(", ")))
        .filter(names -> !names.isEmpty());
  }

  private List<Cell> row(Asked asked) {
    Optional<CrmStatus> status = asked.status();
    return List.of(
        Cell.text(scene.name(asked.source())),
        status.map(s -> scene.moment(s.at())).orElse(Cell.text("–")),
        Cell.text(status.map(this::outcome).orElseGet(() -> whyNot(asked.source()))),
        Cell.text(
            status
                .map(s -> scene.texts().get("hook." + s.hook().name().toLowerCase(Locale.ROOT)))
                .orElse("–")),
        status.map(s -> scene.count(s.events())).orElse(Cell.text("–")));
  }

  private String outcome(CrmStatus status) {
    String said = scene.texts().get("asked." + status.outcome().name().toLowerCase(Locale.ROOT));
    return status.message().isEmpty() ? said : said + ": " + Outside.clean(status.message());
  }

  private String whyNot(LiveSource source) {
    if (!ASKED.contains(source.kind())) {
      return scene.texts().get("asked.no-api");
    }
    if (source.token().isEmpty()) {
      return scene.texts().get("asked.no-token");
    }
    return scene.texts().get(scene.quality().asked().isEmpty() ? "asked.unknown" : "asked.never");
  }
}
