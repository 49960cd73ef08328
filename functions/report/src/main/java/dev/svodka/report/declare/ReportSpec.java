package dev.svodka.report.declare;

import dev.svodka.core.business.BusinessProcess;
import dev.svodka.core.business.Localized;
import dev.svodka.report.figure.Period;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report as its YAML file declares it.
 *
 * @param id names the page and its folder
 * @param audience who may open it, as {@code audience} of a process does
 * @param step what the report is about: the last full week or month
 * @param processes which of the company's processes make its chapters
 * @param named of these only the ones with these ids; all where it is empty
 * @param per what a chapter is about
 * @param ownerSlices whether it is also made for each owner alone, from that owner's figures
 */
public record ReportSpec(
    String id,
    Localized title,
    String audience,
    Schedule schedule,
    Period.Step step,
    Processes processes,
    List<String> named,
    Per per,
    boolean ownerSlices,
    List<Headline> headlines,
    List<Section> sections) {
  public ReportSpec {
    named = List.copyOf(named);
    headlines = List.copyOf(headlines);
    sections = List.copyOf(sections);
  }

  /** Whether it is a company's own. */
  public boolean own() {
    return id.startsWith(OwnRules.PREFIX);
  }

  /**
   * The report as one owner may see it: without what compares owners, and without every kind of
   * section that is not known to show one owner's figures and items alone.
   *
   * @param chosen the processes it is about
   */
  public ReportSpec ofOwner(String name, List<String> chosen) {
    return new ReportSpec(
        id,
        new Localized(title.ru() + ": " + name, title.en() + ": " + name),
        audience,
        schedule,
        step,
        processes,
        chosen,
        per,
        ownerSlices,
        headlines,
        sections.stream()
            .filter(section -> section.kind().byOwner() && section.by().isEmpty())
            .toList());
  }

  /** Whether its readers may see names and amounts of a process; of others counts alone. */
  public boolean opens(BusinessProcess process) {
    return process.audience().isEmpty() || process.audience().contains(audience);
  }

  /** Whether it tells of the data behind the figures. */
  public boolean ofData() {
    return sections.stream().anyMatch(section -> section.kind().ofData());
  }

  /** Whether it says who has to do what, and nothing where there is nothing to do. */
  public boolean ofActs() {
    return sections.stream().anyMatch(section -> section.kind().ofActs());
  }

  /** Whether it is of what stands at as-of rather than of a period. */
  public boolean ofNow() {
    return per == Per.CURRENCY || ofData() || ofActs();
  }

  /** When it is made, in the business's zone; {@code day} for weekly reports alone. */
  public record Schedule(Every every, Optional<DayOfWeek> day, LocalTime time) {}

  /** How often a report is made. */
  public enum Every {
    DAY,
    WEEK
  }

  /** What a chapter is about. */
  public enum Per {
    PROCESS,
    /** One currency of a process: currencies are never added up. */
    CURRENCY,
    /** All the chosen processes together: there is one chapter. */
    COMPANY;

    /** As the YAML file writes it. */
    String yaml() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A choice among the company's processes. */
  public enum Processes {
    ALL,
    WITH_FUNNEL,
    APPROVAL,
    INVOICE
  }

  /**
   * A figure at the top.
   *
   * @param subject a milestone, {@code last-of-funnel}, or empty
   * @param now a state at as-of, beside that at the end of the last full period
   */
  public record Headline(
      String figure, Optional<String> subject, boolean ofRipeCohort, boolean now) {}
}
