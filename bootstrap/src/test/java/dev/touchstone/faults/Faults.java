package dev.touchstone.faults;

import java.util.Random;

/**
 * In which form the fault tests run: short, as in every build, or in full ({@code mvn -Pfaults
 * verify}), and from which seed ({@code -Dtouchstone.faults.seed=…}).
 */
final class Faults {

  private static final long SEED = Long.getLong("touchstone.faults.seed", 20101030L);

  private Faults() {}

  static boolean inFull() {
    return "full".equals(System.getProperty("touchstone.faults"));
  }

  /** How often something is tried. */
  static int times(int inShort, int inFull) {
    return inFull() ? inFull : inShort;
  }

  /** The seed of one test. */
  static long seed(int number) {
    return SEED + number;
  }

  static Random random(long seed) {
    return new Random(seed);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
