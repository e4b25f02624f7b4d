package dev.touchstone.benchmark;

/** Numbers and names of invented rows; what the sample data calls its good partners. */
final class Invented {

  /** The sample data makes the row of every hundredth partner a bad one. */
  private static final int GOOD_OF_HUNDRED = 99;

  private static final String[] CUSTOMERS = {
    "Cartiera", "Pastificio", "Tessitura", "Vetreria", "Conserve", "Trasporti", "Ceramiche"
  };

  private static final String[] PEOPLE = {
    "Ada Altamura", "Bruno Casadoro", "Carla Granaio", "Niccolò Nevoso", "Silvia Rivabella"
  };

  private Invented() {}

  /** The id of one of the sample data's partners; with more than there are one comes again. */
  static String partner(int number, int partners) {
    int good = number % Math.max(1, partners / 100 * GOOD_OF_HUNDRED);
    return String.format("P-%07d", good / GOOD_OF_HUNDRED * 100 + good % GOOD_OF_HUNDRED + 1);
  }

  static String customer(int number) {
    return CUSTOMERS[number % CUSTOMERS.length] + " " + number % 5_000 + " S.r.l.";
  }

  static String person(int number) {
    return PEOPLE[number % PEOPLE.length];
  }
}
