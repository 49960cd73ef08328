package dev.svodka.local.generate;

import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The processes that are a way through stages: documents, contracts, approvals, requests, payroll.
 */
enum Paperwork {
  DOCUMENT("document", new Step("registered", 0.97, Duration.ofHours(6))),
  CONTRACT(
      "contract",
      new Step("sent", 0.97, Duration.ofHours(20)),
      new Step("agreed", 0.85, Duration.ofHours(70)),
      new Step("signed", 0.9, Duration.ofHours(40))),
  APPROVAL(
      "approval",
      new Step("submitted", 1, Duration.ofHours(1)),
      new Step("approved", 0.85, Duration.ofHours(16))),
  REQUEST(
      "request",
      new Step("taken", 0.98, Duration.ofHours(3)),
      new Step("done", 0.93, Duration.ofHours(30))),
  PAYROLL("payroll");

  private static final double SENT_BACK = 0.18;

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<Step> steps;

  Paperwork(String type, Step... steps) {
    this.type = type;
    this.steps = List.of(steps);
  }

  /** The next stage, how probably it is reached, and after how long. */
  private record Step(String stage, double chance, Duration median) {}

  void tell(Story.Telling telling, String id, Instant begin) {
    Story story = new Story(telling, new ItemRef(type, id), null, null, begin);
    switch (this) {
      case PAYROLL -> payroll(story);
      case DOCUMENT, CONTRACT, APPROVAL, REQUEST -> walk(story);
    }
  }

  private void walk(Story story) {
    story.tell(story.event(Kind.CREATED).stage("new"));
    for (Step step : steps) {
      story.wait(step.median(), 1.0);
      if (!story.chance().of(step.chance())) {
        if (story.chance().of(0.5)) {
          story.moveTo(this == APPROVAL ? "rejected" : "refused");
        }
        return;
      }
      if (sentBack(step, story)) {
        story.moveTo("returned");
        story.wait(step.median(), 0.7);
        story.moveTo(steps.getFirst().stage());
        story.wait(step.median(), 0.7);
      }
      story.moveTo(step.stage());
    }
  }

  private boolean sentBack(Step step, Story story) {
    return (this == APPROVAL || this == CONTRACT)
        && !step.equals(steps.getFirst())
        && story.chance().of(SENT_BACK);
  }

  private static void payroll(Story story) {
    BigDecimal sum = BigDecimal.valueOf(story.chance().below(90_000_000) + 10_000_000L, 2);
    story.tell(story.event(Kind.CREATED).stage("accrued").amount(sum).currency("RUB"));
    story.wait(Duration.ofDays(3), 0.5);
    if (story.chance().of(0.99)) {
      story.tell(story.event(Kind.PAID).amount(sum).currency("RUB"));
    }
  }
}
