package dev.svodka.report.page;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.event.SourceKind;
import dev.svodka.kpi.HeardSource;
import dev.svodka.kpi.HeardSource.Hooks;
import dev.svodka.report.page.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Up to when each kind of source was heard, whether that is late, and what its webhooks lost. */
final class SourceSection {
  private final QualityScene scene;

  SourceSection(QualityScene scene) {
    this.scene = scene;
  }

  /** Whether a source is heard as it usually is. */
  enum State {
    /** Files: nothing more is waited for. */
    HISTORY,
    /** It sends, but nothing ever came. */
    NEVER,
    LATE,
    /** Too few events to know how often they come. */
    UNKNOWN,
    HEARD;

    String text(QualityScene scene) {
      return scene.texts().get("source.state." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** A kind of source that is waited for or was heard. */
  record Source(SourceKind kind, Optional<HeardSource> heard, State state) {
    boolean live() {
      return state != State.HISTORY;
    }

    boolean silent() {
      return state == State.LATE || state == State.NEVER;
    }
  }

  List<Source> sources() {
    List<SourceKind> live =
        scene.business().sources().stream().map(LiveSource::kind).distinct().toList();
    return Stream.of(SourceKind.values())
        .flatMap(
            kind -> {
              Optional<HeardSource> heard =
                  scene.quality().lists().heard().stream()
                      .filter(one -> one.source() == kind)
                      .findFirst();
              boolean waited = live.contains(kind);
              return heard.isPresent() || waited
                  ? Stream.of(new Source(kind, heard, state(heard, waited)))
                  : Stream.empty();
            })
        .toList();
  }

  private State state(Optional<HeardSource> heard, boolean waited) {
    if (!waited) {
      return State.HISTORY;
    }
    if (heard.isEmpty()) {
      return State.NEVER;
    }
    if (heard.get().late(scene.facts().asOf())) {
      return State.LATE;
    }
    return heard.get().longestSilence().isEmpty() ? State.UNKNOWN : State.HEARD;
  }

  Optional<Made> table() {
    List<Source> sources = sources();
    return Optional.of(
        Made.table(
            title(sources),
            scene.texts().get("sources.subtitle", scene.formats().moment(scene.facts().asOf())),
            new Table(
                scene.columns(
                    "source",
                    "last-event",
                    "silence#",
                    "longest#",
                    "source-state",
                    "lost-hooks#",
                    "lost-share#",
                    "events#"),
                sources.stream().map(this::row).toList()),
            Integer.MAX_VALUE));
  }

  private String title(List<Source> sources) {
    List<Source> silent = sources.stream().filter(Source::silent).toList();
    if (!silent.isEmpty()) {
      return scene.texts().get("sources.silent", joined(silent));
    }
    return scene
        .texts()
        .get(
            sources.isEmpty()
                ? "sources.none"
                : sources.stream().noneMatch(Source::live) ? "sources.files" : "sources.heard");
  }

  String joined(List<Source> sources) {
    return sources.stream().map(s -> scene.name(s.kind())).collect(Collectors.joining(", "));
  }

  private List<Cell> row(Source source) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(scene.name(source.kind())));
    row.add(source.heard().map(h -> scene.moment(h.last())).orElse(Cell.text("–")));
    row.add(
        source
            .heard()
            .filter(h -> source.live())
            .map(h -> scene.duration(h.silence(scene.facts().asOf())))
            .orElse(Cell.text("–")));
    row.add(
        source
            .heard()
            .filter(h -> source.live())
            .flatMap(HeardSource::longestSilence)
            .map(scene::duration)
            .orElse(Cell.text("–")));
    row.add(Cell.text(source.state().text(scene)));
    Optional<Hooks> hooks = source.heard().flatMap(scene::hooks);
    row.add(hooks.map(h -> scene.count(h.lost())).orElse(Cell.text("–")));
    row.add(hooks.map(h -> scene.share(h.lost(), h.changes())).orElse(Cell.text("–")));
    row.add(scene.count(source.heard().map(HeardSource::events).orElse(0L)));
    return row;
  }
}
