package dev.touchstone.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * What of the benchmark was chosen, by system properties {@code touchstone.benchmark.…}; their
 * defaults stand in the module's pom.
 *
 * @param groups which groups of rows are measured
 * @param scale what all sizes are multiplied by
 * @param repeats how many turns each median is of
 * @param growthRepeats the same for the growth, whose nights are long
 */
record Settings(List<Group> groups, double scale, int repeats, int growthRepeats) {

  private static final String PREFIX = "touchstone.benchmark.";

  /** Rows of the table that are measured together. */
  enum Group {
    /** A survey workbook beside readers that merely iterate over it. */
    SURVEY,
    /** A CSV of certifications beside COPY. */
    CERTIFICATIONS,
    /** The decision of one partner beside rules of Drools. */
    KERNEL,
    /** Recalculation, publication and a night of few changes. */
    NIGHTS,
    /** A night of ten times as many partners. */
    GROWTH
  }

  static Settings fromSystemProperties() {
    return new Settings(
        List.of(text("rows").split(",", -1)).stream()
            .map(name -> Group.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .toList(),
        Double.parseDouble(text("scale")),
        Integer.parseInt(text("repeats")),
        Integer.parseInt(text("growth-repeats")));
  }

  boolean has(Group group) {
    return groups.contains(group);
  }

  int surveyRows() {
    return scaled("survey-rows");
  }

  int certificationRows() {
    return scaled("certification-rows");
  }

  /** The partners whom the rows of the two files are about. */
  int intakePartners() {
    return scaled("intake-partners");
  }

  int partners() {
    return scaled("partners");
  }

  int growthPartners() {
    return scaled("growth-partners");
  }

  private int scaled(String size) {
    return Math.max(1, (int) Math.round(scale * Integer.parseInt(text(size))));
  }

  private static String text(String name) {
    String value = System.getProperty(PREFIX + name);
    if (value == null) {
      throw new IllegalStateException(
          "System property " + PREFIX + name + " is missing; run the benchmark by mvn -Pbenchmark");
    }
    return value;
  }
}
