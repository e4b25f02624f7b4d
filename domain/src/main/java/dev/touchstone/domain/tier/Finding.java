package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dossier shows against one criterion, with the numbers and the evidence counted. */
public sealed interface Finding {

  /** The demand. */
  Criterion criterion();

  /** Whether the demand is met. */
  boolean met();

  /**
   * Against {@link Criterion.Toolkits}.
   *
   * @param specializations those whose toolkit the partner has, in order of their codes
   */
  record Toolkits(
      Criterion.Toolkits criterion, boolean met, List<SpecializationCode> specializations)
      implements Finding {
    /** Copies the list. */
    public Toolkits {
      specializations = List.copyOf(specializations);
    }
  }

  /**
   * Against {@link Criterion.CertifiedPeople}.
   *
   * @param requested the specializations requested, in order of their codes
   * @param peopleCertified persons joined to at least one requested specialization
   * @param assignment the largest matching
   * @param unused persons certified but not in the assignment, in order of their ids
   * @param bottleneck why no more specializations are covered, where not all requested ones are
   */
  record CertifiedPeople(
      Criterion.CertifiedPeople criterion,
      boolean met,
      List<SpecializationCode> requested,
      int peopleCertified,
      Assignment assignment,
      List<PersonId> unused,
      @Nullable Bottleneck bottleneck)
      implements Finding {
    /** Copies the lists. */
    public CertifiedPeople {
      requested = List.copyOf(requested);
      unused = List.copyOf(unused);
    }

    /** The size of the largest matching. */
    public int specializationsCovered() {
      return assignment.seats().size();
    }
  }

  /**
   * Against {@link Criterion.Team}.
   *
   * @param specialization the requested specialization with most people, the first by code; null
   *     where nobody is certified on any
   * @param people who is certified on it, in order of person ids
   */
  record Team(
      Criterion.Team criterion,
      boolean met,
      @Nullable SpecializationCode specialization,
      List<PersonId> people)
      implements Finding {
    /** Copies the list. */
    public Team {
      people = List.copyOf(people);
    }
  }

  /**
   * Against {@link Criterion.References}.
   *
   * @param referencesCounted how many count (domain.md, References: the number shown)
   * @param bySpecialization the counted references of each specialization in scope, in order of its
   *     code; a specialization in scope without any is listed too
   */
  record References(
      Criterion.References criterion,
      boolean met,
      int referencesCounted,
      List<OnSpecialization> bySpecialization)
      implements Finding {
    /** Copies the list. */
    public References {
      bySpecialization = List.copyOf(bySpecialization);
    }

    /**
     * The counted references of one specialization, in order of their ids. Where one customer
     * counts once, the first by id stands for the customer.
     */
    public record OnSpecialization(
        SpecializationCode specialization, List<ReferenceId> references) {
      /** Copies the list. */
      public OnSpecialization {
        references = List.copyOf(references);
      }
    }
  }

  /**
   * Against {@link Criterion.Survey}.
   *
   * @param counted the responses counted, latest first
   * @param satisfactionSum the sum of their overall satisfaction
   * @param leftOut responses in the window beyond what one customer may give
   */
  record Survey(
      Criterion.Survey criterion,
      boolean met,
      List<CountedResponse> counted,
      int satisfactionSum,
      int leftOut)
      implements Finding {
    /** Copies the list. */
    public Survey {
      counted = List.copyOf(counted);
    }

    /** The number of responses counted. */
    public int responsesCounted() {
      return counted.size();
    }

    /** One response counted. */
    public record CountedResponse(SurveyVendor vendor, ResponseId response) {}
  }
}
