package dev.touchstone.benchmark.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The function that the rules call for the matching, which no pattern of facts can state. */
public final class StaffMatching {

  private final Map<String, List<String>> peopleOn = new LinkedHashMap<>();
  private final Map<String, String> specializationOf = new HashMap<>();
  private final Set<String> people = new TreeSet<>();

  private StaffMatching(Collection<Conclusions.Certified> links) {
    for (Conclusions.Certified link : links) {
      people.add(link.getPerson());
      peopleOn
          .computeIfAbsent(link.getSpecialization(), code -> new ArrayList<>())
          .add(link.getPerson());
    }
  }

  /** Counts people and the size of the largest matching. */
  public static Conclusions.Staff count(Collection<Conclusions.Certified> links) {
    StaffMatching matching = new StaffMatching(links);
    int covered = 0;
    for (String specialization : matching.peopleOn.keySet()) {
      covered += matching.cover(specialization, new HashSet<>()) ? 1 : 0;
    }
    return new Conclusions.Staff(matching.people.size(), covered);
  }

  private boolean cover(String specialization, Set<String> tried) {
    for (String person : peopleOn.getOrDefault(specialization, List.of())) {
      if (tried.add(person)) {
        String other = specializationOf.get(person);
        if (other == null || cover(other, tried)) {
          specializationOf.put(person, specialization);
          return true;
        }
      }
    }
    return false;
  }
}
