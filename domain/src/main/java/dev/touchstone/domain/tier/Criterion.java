package dev.touchstone.domain.tier;

import java.math.BigDecimal;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One demand of a tier (domain.md, The tiers). Every number is policy data. Each case judges a
 * dossier; see {@link Finding} for what comes out.
 */
public sealed interface Criterion {

  /**
   * Access to toolkits.
   *
   * @param atLeast on how many different specializations
   */
  record Toolkits(int atLeast) implements Criterion {
    /** Checks the number. */
    public Toolkits {
      requirePositive("atLeast", atLeast);
    }
  }

  /**
   * Certified people (domain.md, Certified people: a matching).
   *
   * @param people how many different persons are joined to a requested specialization
   * @param specializations how many specializations a matching covers
   * @param perPerson how many specializations one person may stand for, each by another
   *     certificate; 0 for no limit
   */
  record CertifiedPeople(int people, int specializations, int perPerson) implements Criterion {

    /** One person, one specialization: the article's reading, and the default. */
    public static final int DEFAULT_PER_PERSON = 1;

    /** Checks the numbers. */
    public CertifiedPeople {
      requirePositive("people", people);
      requirePositive("specializations", specializations);
      if (perPerson < 0) {
        throw new IllegalArgumentException("perPerson must be 0 (no limit) or more");
      }
    }
  }

  /**
   * One requested specialization on which so many people are certified: the historical reading.
   *
   * @param people how many
   */
  record Team(int people) implements Criterion {
    /** Checks the number. */
    public Team {
      requirePositive("people", people);
    }
  }

  /**
   * References signed by end customers (domain.md, References).
   *
   * @param atLeast how many
   * @param scope on which specializations
   * @param distinctCustomers whether one customer counts once
   * @param validFor how long a signature counts, or null for ever
   */
  record References(int atLeast, Scope scope, boolean distinctCustomers, @Nullable Period validFor)
      implements Criterion {
    /** Checks the number. */
    public References {
      requirePositive("atLeast", atLeast);
    }
  }

  /** On which specializations references count. */
  enum Scope {
    /** On all requested specializations together. */
    REQUESTED,
    /** On the specializations covered by the matching together. */
    ASSIGNED,
    /** That many on each of as many covered specializations as the tier demands. */
    EACH_ASSIGNED
  }

  /**
   * A positive customer-satisfaction survey (domain.md, Survey).
   *
   * @param responses the least number counted
   * @param window how far back from the date, excluding the day at that distance
   * @param maxPerCustomer how many responses of one customer count
   * @param meanAtLeast the least mean overall satisfaction, or null where taking part is enough
   */
  record Survey(int responses, Period window, int maxPerCustomer, @Nullable BigDecimal meanAtLeast)
      implements Criterion {
    /** Checks the numbers. */
    public Survey {
      requirePositive("responses", responses);
      requirePositive("maxPerCustomer", maxPerCustomer);
    }
  }

  private static void requirePositive(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " must be 1 or more, not " + value);
    }
  }
}
