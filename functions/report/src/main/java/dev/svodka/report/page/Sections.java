package dev.svodka.report.page;

import dev.svodka.report.declare.Section;
import java.util.Optional;
import java.util.Set;

/** Writes a section of any kind; nothing where the process has no part in it. */
final class Sections {
  /** What shows groups or items, and would have nothing to show to those who may not see them. */
  private static final Set<Section.Kind> OF_GROUPS_AND_ITEMS =
      Set.of(
          Section.Kind.RATES,
          Section.Kind.GROUP_TABLE,
          Section.Kind.HOLDERS,
          Section.Kind.LOSSES,
          Section.Kind.LOSS_TABLE,
          Section.Kind.CURVE,
          Section.Kind.AGES,
          Section.Kind.ITEM_TABLE);

  private Sections() {}

  static Optional<Made> make(Scene scene, Section section) {
    if (!scene.insider() && OF_GROUPS_AND_ITEMS.contains(section.kind())) {
      return Optional.empty();
    }
    boolean funnel = scene.lastOfFunnel().isPresent();
    return switch (section.kind()) {
      case PERIODS ->
          scene.currency().isEmpty() || section.figures().stream().anyMatch(scene.figures()::has)
              ? Optional.of(FlowSection.make(scene, section))
              : Optional.empty();
      case FUNNEL -> funnel ? Optional.of(FunnelSection.make(scene)) : Optional.empty();
      case COHORTS -> funnel ? Optional.of(CohortSection.chart(scene, section)) : Optional.empty();
      case CHANGE_TABLE -> Optional.of(ChangeSection.table(scene, section));
      case COHORT_TABLE ->
          funnel ? Optional.of(CohortSection.table(scene, section)) : Optional.empty();
      case GOALS -> GoalSection.make(scene);
      case TERMS -> TermSection.kept(scene);
      case LATE -> TermSection.late(scene);
      case PROCESS_TABLE -> Optional.of(new ProcessSection(scene).table());
      case SOURCE_TABLE -> new SourceSection(QualityScene.of(scene)).table();
      case RECONCILE_TABLE -> new ReconcileSection(QualityScene.of(scene)).table();
      case CHECK_TABLE -> new CheckSection(QualityScene.of(scene)).found();
      case RULE_TABLE -> new CheckSection(QualityScene.of(scene)).rules();
      case UNKNOWN_TABLE -> tables(scene, section).unknownStages();
      case UNMATCHED_TABLE -> tables(scene, section).unmatched();
      case FLAW_TABLE -> tables(scene, section).flawed();
      case REJECT_TABLE -> tables(scene, section).rejects();
      case RESTATED_TABLE -> new RestatedSection(QualityScene.of(scene)).table(section.last());
      case CURVE -> WaitSection.curve(scene);
      case AGES -> WaitSection.ages(scene);
      case HOLDERS -> HolderSection.chart(scene, section);
      case LOSSES -> LossSection.chart(scene, section);
      case LOSS_TABLE -> LossSection.table(scene, section);
      case ITEM_TABLE -> ItemSection.table(scene, section);
      case RATES ->
          section.figures().stream().anyMatch(scene.figures()::has)
              ? Optional.of(RateSection.chart(scene, section))
              : Optional.empty();
      case GROUP_TABLE -> Optional.of(RateSection.table(scene, section));
      case DURATIONS -> Optional.of(DurationSection.chart(scene, section));
      case SUBJECT_TABLE -> Optional.of(DurationSection.table(scene, section));
      case PERIOD_TABLE -> Optional.of(PeriodSection.table(scene, section));
      case ACTS -> ActChart.make(ActScene.of(scene));
      case ACT_TABLE -> ActSection.table(ActScene.of(scene), section);
      case AGEING -> AgeingSection.make(scene);
      case BALANCES -> BalancesSection.make(scene, section);
      case CUSTOMER_TABLE -> CustomerSection.table(scene, section);
      case UNPAID_TABLE -> UnpaidSection.owed(scene, section);
      case NOT_DEBT_TABLE -> UnpaidSection.notDebt(scene, section);
      case LEDGER_TABLE -> LedgerSection.table(scene);
    };
  }

  private static DataTables tables(Scene scene, Section section) {
    return new DataTables(QualityScene.of(scene), section.last());
  }
}
