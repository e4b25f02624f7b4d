package dev.touchstone.persistence.testing;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL the tests run on, and why: the decision alone, without starting anything.
 *
 * @param kind the server to start
 * @param reason why, as the run prints it
 */
record TestServerChoice(Kind kind, String reason) {

  /** The system property that decides. */
  static final String PROPERTY = "touchstone.test.database";

  /** The servers to choose from. */
  enum Kind {
    /** A container of the pinned image. */
    TESTCONTAINERS,
    /** A throw-away server from the embedded binaries. */
    EMBEDDED
  }

  /**
   * Decides from the property and, only where it matters, from whether a Docker engine answers.
   *
   * @param property the value of {@value #PROPERTY}; null or blank when the run leaves the choice
   *     open
   * @param dockerAnswers asked at most once, and never when the embedded server is asked for
   * @throws IllegalStateException when Testcontainers is asked for and no Docker engine answers: a
   *     run that asked for it must not pass on something else
   * @throws IllegalArgumentException when the property has any other value
   */
  static TestServerChoice of(@Nullable String property, BooleanSupplier dockerAnswers) {
    if (property == null || property.isBlank()) {
      return dockerAnswers.getAsBoolean()
          ? new TestServerChoice(Kind.TESTCONTAINERS, "a Docker engine answers")
          : new TestServerChoice(Kind.EMBEDDED, "no Docker engine answers");
    }
    return switch (property) {
      case "testcontainers" -> {
        if (!dockerAnswers.getAsBoolean()) {
          throw new IllegalStateException(
              "-D%s=testcontainers was asked for, but no Docker engine answers. Start one, or run with -D%s=embedded."
                  .formatted(PROPERTY, PROPERTY));
        }
        yield asked(Kind.TESTCONTAINERS, property);
      }
      case "embedded" -> asked(Kind.EMBEDDED, property);
      default ->
          throw new IllegalArgumentException(
              "-D%s=%s is not known: give testcontainers or embedded, or leave it out."
                  .formatted(PROPERTY, property));
    };
  }

  private static TestServerChoice asked(Kind kind, String property) {
    return new TestServerChoice(kind, "-D%s=%s".formatted(PROPERTY, property));
  }
}
