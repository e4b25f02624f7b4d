package dev.touchstone.domain.tier;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.reference.Reference;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.tier.Finding.References.OnSpecialization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the references of a criterion's scope (domain.md, References). */
final class ReferenceCount {

  private static final Comparator<Reference> BY_ID = (one, other) -> one.id().compareTo(other.id());

  private final Criterion.References criterion;
  private final List<SpecializationCode> scope;
  private final int[] countOn;
  private final List<Reference> counted;
  private @Nullable List<OnSpecialization> bySpecialization;

  /**
   * @param scope the specializations in scope, in order of their codes
   * @param valid the references valid by the criterion, in any order
   */
  ReferenceCount(
      Criterion.References criterion, List<SpecializationCode> scope, List<Reference> valid) {
    this.criterion = criterion;
    this.scope = scope;
    this.countOn = new int[scope.size()];
    this.counted = new ArrayList<>(valid.size());
    Customers customers = criterion.distinctCustomers() ? new Customers(criterion.scope()) : null;
    for (Reference reference : customers == null ? valid : InOrder.of(valid, BY_ID)) {
      int on = scope.indexOf(reference.specialization());
      if (on >= 0 && (customers == null || customers.isFirstOfOne(reference))) {
        countOn[on]++;
        counted.add(reference);
      }
    }
  }

  /** Whether it is also the count of another criterion, which may demand another number. */
  boolean isOf(Criterion.References other, List<SpecializationCode> otherScope) {
    return criterion.scope() == other.scope()
        && criterion.distinctCustomers() == other.distinctCustomers()
        && Objects.equals(criterion.validFor(), other.validFor())
        && scope.equals(otherScope);
  }

  /** The counted references of each specialization in scope, in order of its code. */
  List<OnSpecialization> bySpecialization() {
    if (bySpecialization == null) {
      List<Reference> inOrder = InOrder.of(counted, BY_ID);
      List<OnSpecialization> all = new ArrayList<>(scope.size());
      for (int i = 0; i < countOn.length; i++) {
        all.add(new OnSpecialization(scope.get(i), listOn(scope.get(i), countOn[i], inOrder)));
      }
      bySpecialization = List.copyOf(all);
    }
    return bySpecialization;
  }

  private static List<ReferenceId> listOn(
      SpecializationCode specialization, int count, List<Reference> counted) {
    if (count == 0) {
      return List.of();
    }
    List<ReferenceId> ids = new ArrayList<>(count);
    for (Reference reference : counted) {
      if (reference.specialization().equals(specialization)) {
        ids.add(reference.id());
      }
    }
    return ids;
  }

  /** How many count on each specialization in scope, in order of its code. */
  int[] countOn() {
    return countOn.clone();
  }

  /** How many count. */
  int total() {
    return counted.size();
  }

  /** How many specializations are in scope. */
  int specializations() {
    return scope.size();
  }

  /** On how many specializations there are so many. */
  int specializationsWith(int atLeast) {
    int specializations = 0;
    for (int count : countOn) {
      specializations += count >= atLeast ? 1 : 0;
    }
    return specializations;
  }

  /** Lets the first reference of a customer stand for the customer, where one counts once. */
  private static final class Customers {

    private final Criterion.Scope scope;
    private final Map<Object, Set<String>> seen = new HashMap<>();

    Customers(Criterion.Scope scope) {
      this.scope = scope;
    }

    boolean isFirstOfOne(Reference reference) {
      Object within = scope == Criterion.Scope.EACH_ASSIGNED ? reference.specialization() : scope;
      return seen.computeIfAbsent(within, w -> new HashSet<>()).add(reference.customer().folded());
    }
  }
}
