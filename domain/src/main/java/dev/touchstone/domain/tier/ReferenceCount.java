package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.tier.Finding.References.OnSpecialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the references of a criterion's scope (domain.md, References). */
final class ReferenceCount {

  private final List<OnSpecialization> bySpecialization;

  private ReferenceCount(List<OnSpecialization> bySpecialization) {
    this.bySpecialization = bySpecialization;
  }

  static ReferenceCount of(Criterion.References criterion, Dossier dossier, CoverageTerms terms) {
    return new ReferenceCount(
        count(
            listScope(criterion.scope(), dossier, terms),
            dossier.listReferences(criterion.validFor()),
            criterion));
  }

  private static List<SpecializationCode> listScope(
      Criterion.Scope scope, Dossier dossier, CoverageTerms terms) {
    return scope == Criterion.Scope.REQUESTED
        ? dossier.requested()
        : dossier.coverage(terms.perPerson(), terms.referencesValidFor()).specializations();
  }

  private static List<OnSpecialization> count(
      List<SpecializationCode> scope, List<Reference> valid, Criterion.References criterion) {
    Map<SpecializationCode, List<ReferenceId>> counted = new TreeMap<>();
    scope.forEach(specialization -> counted.put(specialization, new ArrayList<>()));
    Customers customers = new Customers(criterion);
    for (Reference reference : valid) {
      List<ReferenceId> ids = counted.get(reference.specialization());
      if (ids != null && customers.counts(reference)) {
        ids.add(reference.id());
      }
    }
    return counted.entrySet().stream()
        .map(entry -> new OnSpecialization(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The counted references of each specialization in scope, in order of its code. */
  List<OnSpecialization> bySpecialization() {
    return bySpecialization;
  }

  /** How many count. */
  int total() {
    return bySpecialization.stream().mapToInt(on -> on.references().size()).sum();
  }

  /** On how many specializations there are so many. */
  int specializationsWith(int atLeast) {
    return (int) bySpecialization.stream().filter(on -> on.references().size() >= atLeast).count();
  }

  /** Lets the first reference of a customer stand for the customer, where one counts once. */
  private static final class Customers {

    private final Criterion.References criterion;
    private final Map<Object, Set<String>> seen = new HashMap<>();

    Customers(Criterion.References criterion) {
      this.criterion = criterion;
    }

    boolean counts(Reference reference) {
      if (!criterion.distinctCustomers()) {
        return true;
      }
      Object within =
          criterion.scope() == Criterion.Scope.EACH_ASSIGNED
              ? reference.specialization()
              : criterion.scope();
      return seen.computeIfAbsent(within, w -> new HashSet<>()).add(reference.customer().folded());
    }
  }
}
