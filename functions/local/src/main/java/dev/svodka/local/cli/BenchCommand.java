package dev.svodka.local.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.local.bench.Bench;
import dev.svodka.local.bench.Measured;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code svodka bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Times this machine: a made-up company ▶ Arrow ▶ KPIs ▶ reports, and a webhook.")
final class BenchCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1 << 20;

  private final Terminal terminal;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "How many items the company has, some 3.5 events each. Left out: ${DEFAULT-VALUE}.")
  private long items;

  @Option(names = "--json", description = "One JSON object instead of lines.")
  private boolean json;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Business business = BusinessFile.load(Installation.sampleBusiness());
    byte[] webhook = Files.readAllBytes(Installation.sampleWebhook());
    try (StagedFolder staged = StagedFolder.inside(Path.of(System.getProperty("java.io.tmpdir")))) {
      Bench bench = new Bench(business, staged.path());
      terminal.say("generating");
      Measured made = bench.generate(items);
      terminal.say("computing");
      Measured computed = bench.kpis(made.amount());
      terminal.say("reporting");
      Measured reported = bench.reports(made.amount());
      OptionalLong peak = Bench.peakResident();
      terminal.say("parsing");
      List<Measured> all = List.of(made, computed, reported, bench.parse(webhook));
      if (json) {
        terminal.result(json(all, peak));
      } else {
        all.forEach(stage -> terminal.result(line(stage)));
        peak.ifPresent(
            bytes ->
                terminal.result("at most %.0f MB of memory resident".formatted(bytes / MEGABYTE)));
      }
    }
    return ExitStatus.DONE;
  }

  private static String line(Measured stage) {
    return String.format(
        Locale.ROOT,
        "%-9s %,12d %-9s %8.2f s %,14.0f /s",
        stage.stage(),
        stage.amount(),
        stage.unit(),
        stage.seconds(),
        stage.rate());
  }

  private static String json(List<Measured> stages, OptionalLong peak) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.writeStartObject();
      for (Measured stage : stages) {
        out.writeObjectFieldStart(stage.stage());
        out.writeNumberField(stage.unit(), stage.amount());
        out.writeNumberField("seconds", stage.seconds());
        out.writeNumberField("per_second", stage.rate());
        out.writeEndObject();
      }
      if (peak.isPresent()) {
        out.writeNumberField("peak_resident_bytes", peak.getAsLong());
      }
      out.writeEndObject();
    }
    return text.toString();
  }
}
