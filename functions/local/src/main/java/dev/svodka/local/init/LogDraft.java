package dev.svodka.local.init;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.local.init.LogShape.Activity;
import dev.svodka.source.imports.HistoryFile;
import dev.svodka.source.xes.XesLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Drafts a business file from a process log (XES): its activities and where they stand. */
public final class LogDraft {
  private static final String TRACE_ID = "concept:name";
  private static final int MOST_MILESTONES = 40;

  /** An activity that half of the traces have is a step of the way. */
  private static final double STEP = 0.5;

  private static final List<String> BAD_END =
      List.of("cancel", "declin", "denied", "withdraw", "abort", "отказ", "отмен", "аннул");
  private static final List<String> SENT_BACK =
      List.of("reject", "return", "resubmit", "rework", "отклон", "возвра", "вернул", "доработ");

  private final Path file;
  private final LogShape log;
  private final Map<Activity, String> milestones = new LinkedHashMap<>();
  private final List<String> steps = new ArrayList<>();
  private final Draft draft = new Draft();

  private LogDraft(Path file, LogShape log) {
    this.file = file;
    this.log = log;
  }

  /**
   * The draft; the log is read once, as a stream.
   *
   * @throws SvodkaException {@link ErrorCode#INPUT_INVALID} for what is no log, or one whose traces
   *     have no name
   */
  public static Draft of(Path file) throws IOException {
    LogShape shape = new LogShape();
    HistoryFile log = new HistoryFile(file, count -> {});
    try (InputStream in = log.open()) {
      XesLog.read(String.valueOf(file.getFileName()), in, shape);
    }
    return new LogDraft(file, shape).write();
  }

  private Draft write() {
    if (log.traceAttributes().stream().noneMatch(each -> each.name().equals(TRACE_ID))) {
      throw new SvodkaException(
          ErrorCode.INPUT_INVALID,
          file + ": its traces have no concept:name: which attribute tells the item?");
    }
    draft.company(file);
    process();
    draft.line("");
    draft.line("imports:");
    imports();
    return draft;
  }

  private void process() {
    draft.line("  cases:");
    draft.guess("    title: {ru: Процесс, en: Process}", "what the log is of");
    draft.line("    items: {type: case}");
    draft.line("    milestones:");
    draft.line("      created: {created: true}");
    name();
    milestones.forEach(
        (activity, id) ->
            draft.line(
                "      %s: {stage: %s} # in %d of %d"
                    .formatted(
                        id,
                        Draft.list(List.of(activity.name())),
                        activity.inTraces(),
                        log.traces())));
    Optional<Activity> good = end(false);
    funnel(good);
    good.map(milestones::get)
        .ifPresent(id -> draft.guess("    success: [" + id + "]", "what most of them end with"));
    end(true)
        .map(milestones::get)
        .ifPresent(id -> draft.guess("    failure: [" + id + "]", "what a bad end is called"));
    rework();
    good.map(milestones::get)
        .ifPresent(
            id ->
                draft.line(
                    "    intervals: {created_to_%1$s: {from: created, to: %1$s}}".formatted(id)));
  }

  /** The commonest ones, in the order in which traces go through them. */
  private void name() {
    List<Activity> common =
        log.inOrder().stream()
            .sorted(Comparator.comparingInt(Activity::inTraces).reversed())
            .limit(MOST_MILESTONES)
            .toList();
    Draft.Ids ids = new Draft.Ids("created");
    log.inOrder().stream()
        .filter(common::contains)
        .forEach(activity -> milestones.put(activity, ids.of(activity.name())));
  }

  private Optional<Activity> end(boolean bad) {
    return milestones.keySet().stream()
        .filter(activity -> activity.endsTraces() > 0)
        .filter(activity -> says(activity, BAD_END) == bad)
        .filter(activity -> bad || !says(activity, SENT_BACK))
        .max(Comparator.comparingInt(Activity::endsTraces));
  }

  private void funnel(Optional<Activity> good) {
    steps.add("created");
    milestones.forEach(
        (activity, id) -> {
          boolean usual = activity.inTraces() >= STEP * log.traces();
          if (usual && !good.equals(Optional.of(activity)) && !says(activity, SENT_BACK)) {
            steps.add(id);
          }
        });
    good.map(milestones::get).ifPresent(steps::add);
    if (steps.size() > 1) {
      draft.guess(
          "    funnel: [" + String.join(", ", steps) + "]",
          "what half of them have, in their order");
    }
  }

  private void rework() {
    List<String> back =
        milestones.keySet().stream()
            .filter(activity -> says(activity, SENT_BACK))
            .map(Activity::name)
            .toList();
    if (!back.isEmpty()) {
      draft.guess(
          "    rework: {base: %s, stages: %s}"
              .formatted(steps.get(Math.min(1, steps.size() - 1)), Draft.list(back)),
          "what is sent back is called so");
    }
  }

  private void imports() {
    draft.line("  - files: " + Draft.quoted(String.valueOf(file.getFileName())));
    draft.line("    format: xes");
    draft.line("    item: {type: case, id: \"{case:concept:name}\"}");
    if (log.hasEventAttribute("org:resource")) {
      draft.line("    owner: \"{org:resource}\"");
    }
    log.traceAttributes().stream()
        .filter(Column::isNumber)
        .filter(each -> each.isCalled("amount", "sum", "cost", "price", "сумм", "стоим"))
        .filter(each -> each.name().indexOf('{') < 0 && each.name().indexOf('}') < 0)
        .findFirst()
        .ifPresent(
            each ->
                draft.guess(
                    "    amount: " + Draft.quoted("{case:" + each.name() + "}"), "by its name"));
    Stream<String> transitions = log.transitions().stream();
    if (log.transitions().size() > 1
        && transitions.anyMatch(each -> each.equalsIgnoreCase("complete"))) {
      draft.guess(
          "    only: {lifecycle:transition: [complete]}", "each step is told more than once");
    }
  }

  private static boolean says(Activity activity, List<String> words) {
    String lower = activity.name().toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }
}
