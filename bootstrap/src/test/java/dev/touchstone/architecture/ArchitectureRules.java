package dev.touchstone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.onionArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The layering and the house style, as rules. What may be used is listed; all else is denied. */
final class ArchitectureRules {

  static final ArchRule DOMAIN_DEPENDS_ON_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.touchstone.domain..");

  static final ArchRule APPLICATION_DEPENDS_ON_THE_DOMAIN_ONLY =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.application..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.touchstone.domain..",
              "dev.touchstone.application..");

  static final ArchRule PERSISTENCE_USES_ITS_OWN_LIBRARIES_ONLY =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.persistence..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.sql..",
              "org.jspecify..",
              "dev.touchstone.domain..",
              "dev.touchstone.application..",
              "dev.touchstone.persistence..",
              "org.springframework.dao..",
              "org.springframework.jdbc..",
              "org.springframework.transaction..",
              "org.postgresql..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "com.github.benmanes.caffeine..",
              "org.yaml.snakeyaml..");

  static final ArchRule BATCH_USES_ITS_OWN_LIBRARIES_ONLY =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.batch..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.xml.stream..",
              "org.jspecify..",
              "org.slf4j..",
              "dev.touchstone.domain..",
              "dev.touchstone.application..",
              "dev.touchstone.batch..",
              "org.springframework.batch..",
              "org.springframework.beans..",
              "org.springframework.context..",
              "org.springframework.dao..",
              "org.springframework.core..",
              "org.springframework.integration..",
              "org.springframework.messaging..",
              "org.springframework.transaction..",
              "org.springframework.util..",
              "org.apache.sshd..",
              "de.siegmar.fastcsv..",
              "org.apache.poi..",
              "org.openxmlformats..",
              "com.fasterxml.aalto..",
              "org.codehaus.stax2..",
              "org.apache.commons.compress..",
              "tools.jackson.core..");

  static final ArchRule WEB_USES_ITS_OWN_LIBRARIES_ONLY =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.web..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.slf4j..",
              "dev.touchstone.domain..",
              "dev.touchstone.application..",
              "dev.touchstone.web..",
              "jakarta.mail..",
              "jakarta.servlet..",
              "jakarta.validation..",
              "org.springframework.beans..",
              "org.springframework.context..",
              "org.springframework.core..",
              "org.springframework.format..",
              "org.springframework.http..",
              "org.springframework.mail..",
              "org.springframework.scheduling..",
              "org.springframework.security..",
              "org.springframework.stereotype..",
              "org.springframework.ui..",
              "org.springframework.util..",
              "org.springframework.validation..",
              "org.springframework.web..",
              "org.springdoc..",
              "org.thymeleaf..",
              "io.swagger.v3.oas..",
              "org.apache.commons.fileupload2..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "com.github.benmanes.caffeine..",
              "com.google.common..",
              "com.nimbusds..",
              "io.github.bucket4j..");

  static final ArchRule LAYERS_FORM_AN_ONION =
      onionArchitecture()
          .domainModels("dev.touchstone.domain..")
          .applicationServices("dev.touchstone.application..")
          .adapter("web", "dev.touchstone.web..")
          .adapter("persistence", "dev.touchstone.persistence..")
          .adapter("batch", "dev.touchstone.batch..")
          .withOptionalLayers(true)
          // The composition root wires what may not know each other.
          .ignoreDependency(
              JavaClass.Predicates.resideInAnyPackage(
                  "dev.touchstone",
                  "dev.touchstone.command..",
                  "dev.touchstone.configuration..",
                  "dev.touchstone.database..",
                  "dev.touchstone.observation..",
                  "dev.touchstone.server.."),
              DescribedPredicate.alwaysTrue())
          .ensureAllClassesAreContainedInArchitecture();

  static final ArchRule ADAPTERS_KNOW_PORTS_NEVER_SERVICES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.touchstone.web..", "dev.touchstone.persistence..", "dev.touchstone.batch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.touchstone.application..service..");

  static final ArchRule CAPABILITIES_HAVE_NO_CYCLES =
      slices().assignedFrom(new Capabilities()).should().beFreeOfCycles();

  static final ArchRule POI_STAYS_WHERE_WORKBOOKS_ARE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.touchstone.batch.workbook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..");

  static final ArchRule BATCH_TYPES_STAY_IN_BATCH =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.touchstone.batch..", "dev.touchstone.configuration..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.batch..");

  static final ArchRule IN_PORTS_ARE_USE_CASES =
      classes()
          .that()
          .resideInAPackage("dev.touchstone.application..port.in..")
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beInterfaces()
          .andShould()
          .haveSimpleNameEndingWith("UseCase");

  static final ArchRule USE_CASES_ARE_IN_PORTS =
      classes()
          .that()
          .haveSimpleNameEndingWith("UseCase")
          .should()
          .resideInAPackage("dev.touchstone.application..port.in..");

  static final ArchRule SERVICES_DO_USE_CASES =
      classes()
          .that()
          .haveSimpleNameEndingWith("Service")
          .should()
          .resideInAPackage("dev.touchstone.application..service..");

  static final ArchRule USE_CASES_ARE_DONE_BY_SERVICES =
      classes()
          .that()
          .resideInAPackage("dev.touchstone..")
          .and(
              are(
                  DescribedPredicate.describe(
                      "classes that do a use case",
                      (JavaClass c) ->
                          !c.isInterface()
                              && c.getAllRawInterfaces().stream()
                                  .anyMatch(resideInAPackage("dev.touchstone..port.in..")))))
          .and()
          .areTopLevelClasses()
          .and()
          .areNotRecords()
          .should()
          .haveSimpleNameEndingWith("Service");

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes().should(new BeInANullMarkedPackage());

  static final ArchRule DATES_CLOCKS_AND_IDS_COME_IN =
      noClasses()
          .that()
          .resideInAnyPackage("dev.touchstone.domain..", "dev.touchstone.application..")
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  /** Rules for the layers alone: the composition root may do what they may not. */
  static final List<ArchRule> OF_LAYERS = List.of(LAYERS_FORM_AN_ONION);

  /** Rules for all classes. */
  static final List<ArchRule> OF_ALL =
      List.of(
          DOMAIN_DEPENDS_ON_THE_JDK_ONLY,
          APPLICATION_DEPENDS_ON_THE_DOMAIN_ONLY,
          PERSISTENCE_USES_ITS_OWN_LIBRARIES_ONLY,
          BATCH_USES_ITS_OWN_LIBRARIES_ONLY,
          WEB_USES_ITS_OWN_LIBRARIES_ONLY,
          ADAPTERS_KNOW_PORTS_NEVER_SERVICES,
          CAPABILITIES_HAVE_NO_CYCLES,
          POI_STAYS_WHERE_WORKBOOKS_ARE,
          BATCH_TYPES_STAY_IN_BATCH,
          IN_PORTS_ARE_USE_CASES,
          USE_CASES_ARE_IN_PORTS,
          SERVICES_DO_USE_CASES,
          USE_CASES_ARE_DONE_BY_SERVICES,
          EVERY_PACKAGE_IS_NULL_MARKED,
          DATES_CLOCKS_AND_IDS_COME_IN);

  private ArchitectureRules() {}

  /** The same capability word in every layer is one slice. */
  private static final class Capabilities implements SliceAssignment {

    private static final Pattern PACKAGE =
        Pattern.compile(
            "dev\\.touchstone\\.(?:domain|application|web|persistence|batch)\\.(\\w+).*");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      Matcher matcher = PACKAGE.matcher(javaClass.getPackageName());
      return matcher.matches() ? SliceIdentifier.of(matcher.group(1)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "capabilities, across the layers";
    }
  }

  private static final class BeInANullMarkedPackage extends ArchCondition<JavaClass> {

    BeInANullMarkedPackage() {
      super("reside in a package annotated with @NullMarked");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
      boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
      events.add(
          new SimpleConditionEvent(
              item, marked, item.getName() + (marked ? " is" : " is not") + " null-marked"));
    }
  }
}
