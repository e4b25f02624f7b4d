package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a largest matching covers (domain.md, Certified people: a matching).
 *
 * @param assignment who stands for which specialization
 * @param unused persons certified but not in the assignment, in order of their ids
 * @param bottleneck why no more is covered, where not all requested specializations are
 */
record Coverage(Assignment assignment, List<PersonId> unused, @Nullable Bottleneck bottleneck) {

  /** Of a partner that requests nothing. */
  static final Coverage NONE = new Coverage(new Assignment(List.of()), List.of(), null);

  Coverage {
    unused = List.copyOf(unused);
  }

  /** The covered specializations, in order of their codes. */
  List<SpecializationCode> specializations() {
    List<SpecializationCode> covered = new ArrayList<>(size());
    for (Assignment.Seat seat : assignment.seats()) {
      covered.add(seat.specialization());
    }
    return covered;
  }

  /** How many specializations are covered. */
  int size() {
    return assignment.seats().size();
  }
}
