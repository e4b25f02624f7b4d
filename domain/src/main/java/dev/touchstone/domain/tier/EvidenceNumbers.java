package dev.touchstone.domain.tier;

/**
 * The numbers shown for a partner, also for one that has no tier. Where tiers use different knobs
 * they are those of the highest tier that has the criterion (domain.md, Survey); where no tier has
 * it, the criterion's defaults apply.
 *
 * @param peopleCertified persons joined to at least one requested specialization
 * @param specializationsCovered the size of the largest matching
 * @param referencesCounted references counted
 * @param responsesCounted survey responses counted
 * @param satisfactionSum the sum of their overall satisfaction
 */
public record EvidenceNumbers(
    int peopleCertified,
    int specializationsCovered,
    int referencesCounted,
    int responsesCounted,
    int satisfactionSum) {}
