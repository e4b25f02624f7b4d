package dev.touchstone.benchmark.rules;

/** What the rules conclude on the way. */
public final class Conclusions {

  private Conclusions() {}

  /** The partner is registered and active. */
  public static final class TakesPart {}

  /** A specialization is requested. */
  public static final class Requested {
    private final String specialization;

    /** The code. */
    public Requested(String specialization) {
      this.specialization = specialization;
    }

    /** The code. */
    public String getSpecialization() {
      return specialization;
    }
  }

  /** A person is certified in a requested specialization. */
  public static final class Certified {
    private final String person;
    private final String specialization;

    /** The person's id and the specialization's code. */
    public Certified(String person, String specialization) {
      this.person = person;
      this.specialization = specialization;
    }

    /** The person's id. */
    public String getPerson() {
      return person;
    }

    /** The specialization's code. */
    public String getSpecialization() {
      return specialization;
    }
  }

  /** A response counts. */
  public static final class Counted {
    private final int satisfaction;

    /** The satisfaction. */
    public Counted(int satisfaction) {
      this.satisfaction = satisfaction;
    }

    /** From 1 to 10. */
    public int getSatisfaction() {
      return satisfaction;
    }
  }

  /** How many people are certified, and how many specializations they cover. */
  public static final class Staff {
    private final int people;
    private final int covered;

    /** The two numbers. */
    public Staff(int people, int covered) {
      this.people = people;
      this.covered = covered;
    }

    /** Persons certified in a requested specialization. */
    public int getPeople() {
      return people;
    }

    /** The size of the largest matching. */
    public int getCovered() {
      return covered;
    }
  }

  /** How many references count. */
  public static final class References {
    private final int counted;

    /** The number. */
    public References(int counted) {
      this.counted = counted;
    }

    /** The number. */
    public int getCounted() {
      return counted;
    }
  }

  /** How many responses count, and the sum of their satisfaction. */
  public static final class Survey {
    private final int counted;
    private final int sum;

    /** The two numbers. */
    public Survey(int counted, int sum) {
      this.counted = counted;
      this.sum = sum;
    }

    /** Responses counted. */
    public int getCounted() {
      return counted;
    }

    /** The sum of their satisfaction. */
    public int getSum() {
      return sum;
    }
  }

  /** A tier is earned. */
  public static final class Earned {
    private final String tier;

    /** The tier's name. */
    public Earned(String tier) {
      this.tier = tier;
    }

    /** The tier's name. */
    public String getTier() {
      return tier;
    }
  }
}
