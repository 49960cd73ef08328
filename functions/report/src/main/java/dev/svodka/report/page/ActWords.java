package dev.svodka.report.page;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.Interval;
import dev.svodka.kpi.Act;
import dev.svodka.kpi.KpiItem;
import dev.svodka.report.page.Todos.Person;
import dev.svodka.report.text.Outside;
import dev.svodka.report.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What has to be done, in words: {@code Выставить счёт; связаться с клиентом}. */
final class ActWords {
  private final RunFacts facts;
  private final Business business;
  private final Texts texts;

  ActWords(RunFacts facts, Texts texts) {
    this.facts = facts;
    this.business = facts.business();
    this.texts = texts;
  }

  /** Each thing once, though it may be asked for by several rules. */
  String what(Todo todo) {
    List<String> asked = todo.acts().stream().filter(a -> !ofField(a)).map(this::asked).toList();
    String fields =
        todo.acts().stream()
            .filter(ActWords::ofField)
            .map(act -> field(act.subject().orElse("")))
            .distinct()
            .collect(Collectors.joining(", "));
    List<String> all =
        Stream.concat(
                asked.stream().distinct(),
                fields.isEmpty()
                    ? Stream.empty()
                    : Stream.of(texts.get("act.field_missing", fields)))
            .toList();
    return IntStream.range(0, all.size())
        .mapToObj(i -> i == 0 ? all.get(i) : within(all.get(i)))
        .collect(Collectors.joining("; "));
  }

  private static boolean ofField(Act act) {
    return act.reason() == Act.Reason.FIELD_MISSING;
  }

  private String asked(Act act) {
    String type = act.item().type();
    Optional<BusinessProcess> process =
        Optional.ofNullable(business.processes().get(act.process()));
    Optional<String> milestone =
        switch (act.reason()) {
          case DEADLINE_PASSED -> process.flatMap(BusinessProcess::deadline).map(Deadline::done);
          case TARGET_PASSED ->
              process.flatMap(
                  own ->
                      own.intervals().stream()
                          .filter(interval -> act.subject().equals(Optional.of(interval.id())))
                          .map(Interval::to)
                          .findFirst());
          case INVOICE_NOT_ISSUED, INVOICE_OVERDUE, NO_CONTACT, FIELD_MISSING -> Optional.empty();
        };
    return milestone
        .map(id -> reach(process.orElseThrow(), id, type))
        .orElseGet(() -> texts.forType("act." + act.reason().code(), type));
  }

  private String reach(BusinessProcess process, String milestone, String type) {
    return texts
        .find("act.reach." + milestone + "." + type)
        .or(() -> texts.find("act.reach." + milestone))
        .orElseGet(
            () -> texts.get("act.reach", new Names(facts, process, texts).milestone(milestone)));
  }

  /** {@code qualified.phone} ▶ {@code телефон}. */
  private String field(String subject) {
    String id = subject.substring(subject.indexOf('.') + 1);
    return texts
        .find("field." + id)
        .orElseGet(() -> id.matches("\\d{1,20}") ? texts.get("field", id) : Outside.clean(id));
  }

  /** {@code Сделка 1042}. */
  String item(KpiItem item) {
    return texts.forType("act.item", item.type(), Outside.clean(item.id()));
  }

  /** The same within a sentence. */
  String within(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(texts.language().locale()) + text.substring(1);
  }

  String name(Person person) {
    return person
        .id()
        .map(id -> Outside.clean(facts.owner(id)))
        .orElseGet(() -> texts.get("act.nobody"));
  }

  /** The processes whose rules ask for it. */
  String processes(Todo todo) {
    return todo.acts().stream()
        .map(Act::process)
        .distinct()
        .flatMap(id -> Optional.ofNullable(business.processes().get(id)).stream())
        .map(process -> Outside.clean(process.title().in(texts.language())))
        .collect(Collectors.joining(", "));
  }
}
