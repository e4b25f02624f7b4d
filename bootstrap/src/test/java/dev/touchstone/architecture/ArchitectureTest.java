package dev.touchstone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps the rules, and every rule can be broken. */
class ArchitectureTest {

  /** Fewer would mean that the import missed a module and the rules looked at nothing. */
  private static final int FLOOR = 500;

  private static final ImportOption PRODUCT =
      location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(PRODUCT).importPackages("dev.touchstone");

  private static final JavaClasses LAYERS =
      CLASSES.that(
          JavaClass.Predicates.resideInAnyPackage(
              "dev.touchstone.domain..",
              "dev.touchstone.application..",
              "dev.touchstone.web..",
              "dev.touchstone.persistence..",
              "dev.touchstone.batch.."));

  private static final JavaClasses CANARIES =
      new ClassFileImporter()
          .importPackages(
              "dev.touchstone.domain.canary",
              "dev.touchstone.domain.canaryother",
              "dev.touchstone.application.canary",
              "dev.touchstone.web.canary",
              "dev.touchstone.persistence.canary",
              "dev.touchstone.batch.canary");

  static Stream<ArchRule> rulesOfAll() {
    return ArchitectureRules.OF_ALL.stream();
  }

  static Stream<ArchRule> rulesOfLayers() {
    return ArchitectureRules.OF_LAYERS.stream();
  }

  static Stream<ArchRule> everyRule() {
    return Stream.concat(rulesOfAll(), rulesOfLayers());
  }

  @ParameterizedTest
  @MethodSource("rulesOfAll")
  void productKeeps(ArchRule rule) {
    rule.check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rulesOfLayers")
  void layersKeep(ArchRule rule) {
    rule.check(LAYERS);
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void canariesBreak(ArchRule rule) {
    assertThat(rule.evaluate(CANARIES).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void looksAtEveryModule() {
    assertThat(CLASSES.size()).isGreaterThan(FLOOR);
    for (String layer :
        List.of("domain", "application", "web", "persistence", "batch", "command")) {
      assertThat(CLASSES.stream().map(JavaClass::getPackageName))
          .as(layer)
          .anyMatch(name -> name.startsWith("dev.touchstone." + layer));
    }
  }
}
