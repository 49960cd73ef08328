package dev.svodka.local.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Imports run one way: functions ▶ kpi, lake, source ▶ core. */
@AnalyzeClasses(packages = "dev.svodka", importOptions = DoNotIncludeTests.class)
class ImportRulesTest {
  private static final String WIRING = "dev.svodka..wiring..";

  @ArchTest
  static final ArchRule IMPORTS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.svodka..")
          .layer("core")
          .definedBy("dev.svodka.core..")
          .layer("source")
          .definedBy("dev.svodka.source..")
          .layer("lake")
          .definedBy("dev.svodka.lake..")
          .layer("kpi")
          .definedBy("dev.svodka.kpi..")
          .layer("ingest")
          .definedBy("dev.svodka.ingest..")
          .layer("reconcile")
          .definedBy("dev.svodka.reconcile..")
          .layer("export")
          .definedBy("dev.svodka.export..")
          .layer("report")
          .definedBy("dev.svodka.report..")
          .layer("dashboard")
          .definedBy("dev.svodka.dashboard..")
          .layer("local")
          .definedBy("dev.svodka.local..")
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("source")
          .mayOnlyAccessLayers("core")
          .whereLayer("lake")
          .mayOnlyAccessLayers("core")
          .whereLayer("kpi")
          .mayOnlyAccessLayers("core")
          .whereLayer("ingest")
          .mayOnlyAccessLayers("core", "source", "lake")
          .whereLayer("reconcile")
          .mayOnlyAccessLayers("core", "source", "lake")
          .whereLayer("export")
          .mayOnlyAccessLayers("core", "lake")
          .whereLayer("report")
          .mayOnlyAccessLayers("core", "lake", "kpi")
          .whereLayer("dashboard")
          .mayOnlyAccessLayers("core", "lake")
          .whereLayer("local")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule THE_AWS_SDK_STAYS_IN_LAKE_AND_WIRING =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.svodka.lake..", WIRING)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule DUCKDB_STAYS_IN_KPI =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.svodka.kpi..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.duckdb..", "java.sql..");

  @ArchTest
  static final ArchRule JFREECHART_STAYS_IN_REPORT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.svodka.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jfree..");

  @ArchTest
  static final ArchRule CORE_AND_SOURCE_ARE_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAnyPackage("dev.svodka.core..", "dev.svodka.source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..", "com.amazonaws..", "org.duckdb..", "org.apache.arrow..");

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes().should(resideInANullMarkedPackage());

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_AND_THE_LOG_OF_LAMBDA_PRINT =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.svodka.local..", "dev.svodka.lake.telemetry..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(item, marked, item.getPackageName() + " is not @NullMarked"));
      }
    };
  }
}
