package dev.svodka.report.page;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.CrmPages;
import dev.svodka.kpi.KpiRow;
import dev.svodka.report.declare.ReportSpec;
import dev.svodka.report.figure.Figures;
import dev.svodka.report.figure.Period;
import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Texts;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the chapters of a report are about: which processes, which currencies, or the company. */
final class Scenes {
  private final RunFacts facts;
  private final List<ReportSpec> beside;
  private final Texts texts;
  private final Formats formats;
  private final Definitions definitions;
  private final Map<String, List<KpiRow>> rowsOf;
  private final RestatedMarks marks;
  private final Map<String, Figures> figuresOf = new HashMap<>();

  /**
   * @param beside the reports whose chapters a page about the company may lead to
   */
  Scenes(RunFacts facts, List<ReportSpec> beside, Texts texts, Formats formats) {
    this.facts = facts;
    this.beside = beside;
    this.texts = texts;
    this.formats = formats;
    this.definitions = new Definitions(facts.business().folder(), texts);
    this.marks = new RestatedMarks(facts.details().restated());
    this.rowsOf = facts.rows().stream().collect(Collectors.groupingBy(KpiRow::process));
  }

  /** One a process or currency; of a report about the company one over all its processes. */
  List<Scene> of(ReportSpec spec, List<BusinessProcess> processes, Period reported) {
    if (spec.per() == ReportSpec.Per.COMPANY) {
      return company(spec, processes, reported);
    }
    return processes.stream().flatMap(process -> scenes(spec, process, reported).stream()).toList();
  }

  private List<Scene> scenes(ReportSpec spec, BusinessProcess process, Period reported) {
    if (spec.per() != ReportSpec.Per.CURRENCY) {
      return List.of(scene(spec, process, reported));
    }
    return currencies(process).stream()
        .map(
            currency -> {
              boolean main = currency.equals(currencies(process).getFirst());
              Figures figures = Figures.in(currency, main, rows(process), process.id());
              return scene(
                  spec, process, figures, Optional.of(currency), reported, new ItemLists(spec));
            })
        .toList();
  }

  private Scene scene(ReportSpec spec, BusinessProcess process, Period reported) {
    return scene(spec, process, figures(process), Optional.empty(), reported, new ItemLists(spec));
  }

  /** One scene over those of all its processes. */
  private List<Scene> company(ReportSpec spec, List<BusinessProcess> chosen, Period reported) {
    ItemLists lists = new ItemLists(spec);
    List<Scene> parts =
        chosen.stream()
            .map(
                process ->
                    scene(spec, process, figures(process), Optional.empty(), reported, lists))
            .toList();
    return parts.isEmpty() ? List.of() : List.of(WholeCompany.over(parts));
  }

  /**
   * For a page about the company: the first report that tells of the process to the same readers.
   */
  private Optional<URI> chapter(ReportSpec from, BusinessProcess process) {
    if (from.per() != ReportSpec.Per.COMPANY) {
      return Optional.empty();
    }
    return beside.stream()
        .filter(spec -> spec.per() != ReportSpec.Per.COMPANY)
        .filter(spec -> spec.audience().equals(from.audience()))
        .filter(spec -> told(chosen(spec)).contains(process))
        .findFirst()
        .map(
            spec -> {
              Optional<String> currency =
                  Optional.of(currencies(process).getFirst())
                      .filter(first -> spec.per() == ReportSpec.Per.CURRENCY);
              return URI.create(
                  "%s.%s.html#%s"
                      .formatted(
                          spec.id(),
                          texts.language().tag(),
                          ChapterWriter.anchor(Scene.part(process, currency))));
            });
  }

  /** The company's own first: there stand also the figures that are of no currency. */
  private List<String> currencies(BusinessProcess process) {
    String own = facts.business().currency();
    SequencedSet<String> found = Figures.currencies(rows(process), process.id());
    return found.isEmpty()
        ? List.of(own)
        : Stream.concat(
                Stream.of(own).filter(found::contains),
                found.stream().filter(currency -> !currency.equals(own)))
            .toList();
  }

  private Scene scene(
      ReportSpec spec,
      BusinessProcess process,
      Figures figures,
      Optional<String> currency,
      Period reported,
      ItemLists lists) {
    return new Scene(
        process,
        figures,
        currency,
        facts.unpaid().getOrDefault(process.id(), List.of()).stream()
            .filter(invoice -> currency.equals(Optional.of(invoice.currency())))
            .toList(),
        reported,
        facts.asOf(),
        facts.business().zone(),
        new Names(facts, process, texts),
        CrmPages.of(facts.business()),
        definitions,
        texts,
        formats,
        facts,
        List.of(),
        chapter(spec, process),
        spec.opens(process),
        lists,
        marks);
  }

  /** Where none has a funnel, those with an outcome stand in: their flow is still worth a page. */
  List<BusinessProcess> chosen(ReportSpec spec) {
    List<BusinessProcess> all =
        facts.business().processes().values().stream()
            .filter(process -> spec.named().isEmpty() || spec.named().contains(process.id()))
            .filter(process -> spec.per() != ReportSpec.Per.CURRENCY || spec.opens(process))
            .toList();
    return switch (spec.processes()) {
      case ALL -> all;
      case APPROVAL -> all.stream().filter(p -> p.kind() == ProcessKind.APPROVAL).toList();
      case INVOICE -> all.stream().filter(p -> p.kind() == ProcessKind.INVOICE).toList();
      case WITH_FUNNEL -> {
        List<BusinessProcess> found = all.stream().filter(p -> p.funnel().size() > 1).toList();
        yield found.isEmpty() ? all.stream().filter(p -> !p.success().isEmpty()).toList() : found;
      }
    };
  }

  /** Those of whom there are events; the first alone where there are none at all. */
  List<BusinessProcess> told(List<BusinessProcess> processes) {
    List<BusinessProcess> told = processes.stream().filter(this::hasEvents).toList();
    return told.isEmpty() ? processes.stream().limit(1).toList() : told;
  }

  boolean hasEvents(BusinessProcess process) {
    return figures(process).any();
  }

  private List<KpiRow> rows(BusinessProcess process) {
    return rowsOf.getOrDefault(process.id(), List.of());
  }

  private Figures figures(BusinessProcess process) {
    return figuresOf.computeIfAbsent(process.id(), id -> new Figures(rows(process), id));
  }
}
