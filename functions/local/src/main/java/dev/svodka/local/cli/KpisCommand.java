package dev.svodka.local.cli;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.kpi.KpiCatalogue;
import dev.svodka.kpi.KpiDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka kpis}. */
@Command(
    name = "kpis",
    mixinStandardHelpOptions = true,
    description = "The KPI catalogue: id, unit, the question it answers, formula, what counts how.")
final class KpisCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--process",
      paramLabel = "ID",
      description = "Only the KPIs that this process of the business file has.")
  private Optional<String> process;

  @Option(
      names = "--business",
      paramLabel = "FILE",
      description =
          "The business file whose own KPIs and processes are meant; left out, the sample's.")
  private Optional<Path> businessFile;

  @Option(
      names = "--language",
      paramLabel = "ru|en",
      description =
          "Language of the catalogue: ${COMPLETION-CANDIDATES}. Left out: the business file's, en"
              + " without one.")
  private Optional<Language> language;

  KpisCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Business> business =
        businessFile
            .or(() -> process.map(id -> Installation.sampleBusiness()))
            .map(BusinessFile::load);
    List<KpiDefinition> catalogue =
        business.map(one -> KpiCatalogue.with(one.folder())).orElseGet(KpiCatalogue::shipped);
    ProcessKpis shown =
        process
            .map(id -> ProcessKpis.of(business.orElseThrow(), known(business.orElseThrow(), id)))
            .orElse(ProcessKpis.ALL);
    Language spoken = language.or(() -> business.map(Business::language)).orElse(Language.EN);
    catalogue.stream().filter(shown::has).forEach(definition -> print(definition, spoken));
    return ExitStatus.DONE;
  }

  private void print(KpiDefinition definition, Language spoken) {
    terminal.result(String.join(", ", definition.kpis()) + "  [" + unit(definition, spoken) + "]");
    terminal.result("  " + definition.question().in(spoken));
    terminal.result("  = " + definition.formula().in(spoken));
    definition.edge().ifPresent(edge -> terminal.result("  " + edge.in(spoken)));
  }

  /** A goal has the unit of the KPI that it is set for. */
  private static String unit(KpiDefinition definition, Language spoken) {
    String unit =
        switch (spoken) {
          case RU -> "единица показателя";
          case EN -> "unit of its KPI";
        };
    return definition.unit().equals("*") ? unit : definition.unit();
  }

  private static BusinessProcess known(Business business, String id) {
    return Optional.ofNullable(business.processes().get(id))
        .orElseThrow(
            () ->
                new SvodkaException(
                    ErrorCode.CALL_INVALID,
                    "--process: the business file has no process '%s'; it has %s"
                        .formatted(id, String.join(", ", business.processes().keySet()))));
  }
}
