package dev.touchstone.domain.tier.path;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import java.util.List;

/**
 * One thing a partner can do. Where others would do as well in its place, all other steps taken as
 * they are, the step names them, in order of their codes and without the one it proposes.
 */
public sealed interface PathStep {

  /** How many single acts it is. */
  int size();

  /** How many at least, whatever the scores that customers gave. */
  default int sizeWithoutScores() {
    return size();
  }

  /**
   * Request a specialization as a competency.
   *
   * @param specialization which
   * @param alternatives which others would do
   */
  record RequestCompetency(SpecializationCode specialization, List<SpecializationCode> alternatives)
      implements PathStep {
    /** Copies the list. */
    public RequestCompetency {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * Get access to a specialization's toolkit.
   *
   * @param specialization which
   * @param alternatives which others would do
   */
  record GetToolkit(SpecializationCode specialization, List<SpecializationCode> alternatives)
      implements PathStep {
    /** Copies the list. */
    public GetToolkit {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * Certify one more person: somebody new, or one of those who work for the partner already.
   *
   * @param specialization in what
   * @param alternatives in which others would do
   * @param people who of the present people would do as well as somebody new, in order of ids
   */
  record CertifyPerson(
      SpecializationCode specialization,
      List<SpecializationCode> alternatives,
      List<PersonId> people)
      implements PathStep {
    /** Copies the lists. */
    public CertifyPerson {
      alternatives = List.copyOf(alternatives);
      people = List.copyOf(people);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * Get one more reference signed, by a customer who has signed none.
   *
   * @param specialization on what
   * @param alternatives on which others would do
   */
  record GetReference(SpecializationCode specialization, List<SpecializationCode> alternatives)
      implements PathStep {
    /** Copies the list. */
    public GetReference {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * Get survey responses of customers not heard in the window, one of each.
   *
   * @param responses how many
   * @param satisfactionSum the least sum of their overall satisfaction, each 1 to 10
   * @param lacking how many of them the number demanded asks for; the others raise the mean
   */
  record GetResponses(int responses, int satisfactionSum, int lacking) implements PathStep {
    @Override
    public int size() {
      return responses;
    }

    @Override
    public int sizeWithoutScores() {
      return Math.max(1, lacking);
    }
  }
}
