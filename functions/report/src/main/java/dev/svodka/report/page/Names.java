package dev.svodka.report.page;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Condition;
import dev.svodka.core.business.Milestone;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What milestones, stages and owners are called: by the business file, by the bundle where a
 * milestone has one of the usual ids, by the CRM, else as the source says.
 */
final class Names {
  private final RunFacts facts;
  private final BusinessProcess process;
  private final Texts texts;

  Names(RunFacts facts, BusinessProcess process, Texts texts) {
    this.facts = facts;
    this.process = process;
    this.texts = texts;
  }

  String milestone(String id) {
    return texts
        .find("milestone." + id)
        .or(() -> onlyStage(id).flatMap(this::byCrm))
        .orElseGet(() -> Outside.clean(id));
  }

  /** The stage that alone makes a milestone. */
  private Optional<String> onlyStage(String milestone) {
    return process.milestones().stream()
        .filter(one -> one.id().equals(milestone))
        .findFirst()
        .flatMap(
            one ->
                one.condition() instanceof Condition.EnteredStage(List<String> patterns)
                        && patterns.size() == 1
                    ? Optional.of(patterns.getFirst())
                    : Optional.empty());
  }

  private Optional<String> byCrm(String stage) {
    return facts.crmNames().stage(process.items().pipelines(), stage).map(Outside::clean);
  }

  String pipeline(String id) {
    return facts.crmNames().pipeline(id).map(Outside::clean).orElseGet(() -> Outside.clean(id));
  }

  /** What the CRM calls it, and the id that the business file has to name. */
  String stageAndId(Optional<String> pipeline, String id) {
    String plain = Outside.clean(id);
    return facts
        .crmNames()
        .stage(pipeline.stream().toList(), id)
        .map(name -> texts.get("stage.named", Outside.clean(name), plain))
        .orElse(plain);
  }

  /**
   * A stage that alone makes a milestone is called like it; the id is what people do not know. A
   * CRM's numbers are the same in every process.
   */
  String stage(String id) {
    boolean number = id.matches("\\d{1,20}");
    return named(process, id)
        .or(() -> byCrm(id))
        .or(
            () ->
                facts.business().processes().values().stream()
                    .filter(other -> number)
                    .flatMap(other -> named(other, id).stream())
                    .findFirst())
        .orElseGet(() -> number ? texts.get("stage.unnamed", id) : Outside.clean(id));
  }

  private Optional<String> named(BusinessProcess of, String stage) {
    return of.milestones().stream()
        .filter(
            milestone ->
                milestone.condition() instanceof Condition.EnteredStage(List<String> patterns)
                    && patterns.equals(List.of(stage)))
        .map(Milestone::id)
        .findFirst()
        .flatMap(milestone -> texts.find("milestone." + milestone));
  }

  /** An interval by the milestones that it begins and ends with. */
  String interval(String id) {
    return process.intervals().stream()
        .filter(interval -> interval.id().equals(id))
        .findFirst()
        .map(interval -> milestone(interval.from()) + " → " + milestone(interval.to()))
        .orElseGet(() -> Outside.clean(id));
  }

  /** Whether the stage is one of a milestone's; {@code *} stands for any text. */
  static boolean isOf(String stage, List<String> patterns) {
    return patterns.stream()
        .map(pattern -> "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E")
        .anyMatch(regex -> Pattern.compile(regex, Pattern.DOTALL).matcher(stage).matches());
  }

  /** How late: {@code not_due}, {@code 1-30} or {@code 91+}. */
  String bucket(String id) {
    String[] limits = id.split("-", 2);
    if (limits.length == 2) {
      return texts.get("bucket.range", limits[0], limits[1]);
    }
    return id.matches("\\d{1,6}\\+")
        ? texts.get("bucket.more", Integer.parseInt(id.substring(0, id.length() - 1)) - 1)
        : texts.find("bucket." + id).orElseGet(() -> Outside.clean(id));
  }

  /** What a group is made by: the owner, or a field by its name in the source. */
  String dimension(String id) {
    return texts.find("column." + id).orElseGet(() -> Outside.clean(id));
  }

  String group(String dimension, Optional<String> value) {
    if (value.isEmpty()) {
      return texts.get("group.none");
    }
    String id = value.get();
    if (id.equals("*other")) {
      return texts.get("group.other");
    }
    if (id.equals("*none")) {
      return texts.get("group.none");
    }
    return dimension.equals("owner") ? Outside.clean(facts.owner(id)) : Outside.clean(id);
  }
}
