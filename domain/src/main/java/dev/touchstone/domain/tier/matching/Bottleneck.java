package dev.touchstone.domain.tier.matching;

import java.util.List;

/**
 * Specializations with too few people between them: the proof (Hall) that no matching covers more.
 *
 * <p>Of all sets of specializations that exceed what their persons can stand for by the most, this
 * is the smallest. It depends on the graph alone, not on which largest matching was found
 * (Dulmage–Mendelsohn). Source: domain.md, Certified people: a matching.
 *
 * @param specializations indices of the specializations, ascending
 * @param persons indices of all persons joined to any of them, ascending
 * @param capacity number of these specializations that these persons can stand for at most; with
 *     one specialization per person it is the number of persons
 */
public record Bottleneck(List<Integer> specializations, List<Integer> persons, int capacity) {

  public Bottleneck {
    specializations = List.copyOf(specializations);
    persons = List.copyOf(persons);
  }

  /** Number of specializations that stay uncovered, in every matching. */
  public int deficiency() {
    return specializations.size() - capacity;
  }
}
