package dev.touchstone.application.standing.service;

import dev.touchstone.domain.tier.Bottleneck;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One finding in words: what was demanded, what was found, and what is missing. */
final class FindingText {

  private FindingText() {}

  static List<String> linesFor(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + (finding.met() ? "[met]     " : "[not met] ") + summary(finding));
    if (finding instanceof Finding.CertifiedPeople people) {
      people
          .assignment()
          .seats()
          .forEach(
              seat ->
                  lines.add(
                      "              "
                          + seat.specialization()
                          + ": "
                          + seat.person()
                          + " by certificate "
                          + seat.certificate()));
      if (!people.unused().isEmpty()) {
        lines.add("              certified but not needed: " + join(people.unused()));
      }
      if (people.bottleneck() != null) {
        lines.add("              bottleneck: " + bottleneck(people.bottleneck()));
      }
    } else if (finding instanceof Finding.References references) {
      references.bySpecialization().stream()
          .filter(on -> !on.references().isEmpty())
          .forEach(
              on ->
                  lines.add("              " + on.specialization() + ": " + join(on.references())));
    }
    return lines;
  }

  static String missing(Finding finding) {
    if (finding instanceof Finding.Toolkits toolkits) {
      int missing = toolkits.criterion().atLeast() - toolkits.specializations().size();
      return count(missing, "more toolkit");
    }
    if (finding instanceof Finding.CertifiedPeople people) {
      return missingPeople(people);
    }
    if (finding instanceof Finding.Team team) {
      int missing = team.criterion().people() - team.people().size();
      return count(missing, "more certified person", "more certified people")
          + " on "
          + (team.specialization() == null
              ? "one requested specialization"
              : team.specialization());
    }
    if (finding instanceof Finding.References references) {
      return missingReferences(references);
    }
    return missingSurvey((Finding.Survey) finding);
  }

  static String join(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String summary(Finding finding) {
    if (finding instanceof Finding.Toolkits toolkits) {
      return "toolkits: "
          + toolkits.specializations().size()
          + " of "
          + toolkits.criterion().atLeast()
          + (toolkits.specializations().isEmpty()
              ? ""
              : " (" + join(toolkits.specializations()) + ")");
    }
    if (finding instanceof Finding.CertifiedPeople people) {
      return "certified people: "
          + people.peopleCertified()
          + " of "
          + people.criterion().people()
          + " people, "
          + people.specializationsCovered()
          + " of "
          + people.criterion().specializations()
          + " specializations covered ("
          + people.requested().size()
          + " requested)";
    }
    if (finding instanceof Finding.Team team) {
      return "team: "
          + team.people().size()
          + " of "
          + team.criterion().people()
          + " people on one requested specialization"
          + (team.specialization() == null
              ? ""
              : " (" + team.specialization() + ": " + join(team.people()) + ")");
    }
    if (finding instanceof Finding.References references) {
      return "references: "
          + references.referencesCounted()
          + " counted, "
          + demand(references.criterion());
    }
    Finding.Survey survey = (Finding.Survey) finding;
    return "survey: "
        + survey.responsesCounted()
        + " of "
        + survey.criterion().responses()
        + " responses"
        + (survey.responsesCounted() == 0 ? "" : ", mean " + mean(survey))
        + (survey.criterion().meanAtLeast() == null
            ? ""
            : " of " + survey.criterion().meanAtLeast().toPlainString())
        + (survey.leftOut() == 0
            ? ""
            : ", "
                + survey.leftOut()
                + " left out beyond "
                + survey.criterion().maxPerCustomer()
                + " of one customer");
  }

  private static String demand(Criterion.References criterion) {
    return criterion.atLeast()
        + switch (criterion.scope()) {
          case REQUESTED -> " demanded on the requested specializations";
          case ASSIGNED -> " demanded on the covered specializations";
          case EACH_ASSIGNED -> " demanded on each of the covered specializations";
        };
  }

  private static String missingPeople(Finding.CertifiedPeople people) {
    Criterion.CertifiedPeople demand = people.criterion();
    List<String> parts = new ArrayList<>();
    int uncovered = demand.specializations() - people.specializationsCovered();
    if (uncovered > 0) {
      parts.add(
          count(
              uncovered,
              "more specialization covered by a person who stands for no other",
              "more specializations covered, each by a person who stands for no other"));
      int unrequested = demand.specializations() - people.requested().size();
      if (unrequested > 0) {
        parts.add(count(unrequested, "of them to be requested first"));
      }
    }
    int tooFew = demand.people() - people.peopleCertified();
    if (tooFew > 0) {
      parts.add(count(tooFew, "more certified person", "more certified people"));
    }
    if (people.bottleneck() != null) {
      parts.add(bottleneck(people.bottleneck()));
    }
    return String.join("; ", parts);
  }

  private static String missingReferences(Finding.References references) {
    Criterion.References demand = references.criterion();
    return switch (demand.scope()) {
      case REQUESTED ->
          count(demand.atLeast() - references.referencesCounted(), "more signed reference")
              + " on a requested specialization";
      case ASSIGNED ->
          count(demand.atLeast() - references.referencesCounted(), "more signed reference")
              + " on a covered specialization";
      case EACH_ASSIGNED ->
          demand.atLeast()
              + " signed references on each of as many covered specializations as the tier demands;"
              + " short on "
              + references.bySpecialization().stream()
                  .filter(on -> on.references().size() < demand.atLeast())
                  .map(on -> on.specialization() + " (" + on.references().size() + ")")
                  .collect(Collectors.joining(", "));
    };
  }

  private static String missingSurvey(Finding.Survey survey) {
    List<String> parts = new ArrayList<>();
    int missing = survey.criterion().responses() - survey.responsesCounted();
    if (missing > 0) {
      parts.add(count(missing, "more survey response"));
    }
    BigDecimal demanded = survey.criterion().meanAtLeast();
    if (demanded != null
        && BigDecimal.valueOf(survey.satisfactionSum())
                .compareTo(demanded.multiply(BigDecimal.valueOf(survey.responsesCounted())))
            < 0) {
      parts.add(
          "a mean satisfaction of " + demanded.toPlainString() + " or more, not " + mean(survey));
    }
    return String.join("; ", parts);
  }

  private static String bottleneck(Bottleneck bottleneck) {
    return join(bottleneck.specializations())
        + (bottleneck.people().isEmpty()
            ? " have nobody certified"
            : " have too few people between them ("
                + join(bottleneck.people())
                + "), "
                + bottleneck.missing()
                + " of them stay uncovered");
  }

  /** Shown rounded down, so that a mean just below a threshold never reads as if it reached it. */
  private static String mean(Finding.Survey survey) {
    return BigDecimal.valueOf(survey.satisfactionSum())
        .divide(BigDecimal.valueOf(survey.responsesCounted()), 2, RoundingMode.DOWN)
        .toPlainString();
  }

  private static String count(int number, String noun) {
    return count(number, noun, noun.startsWith("of ") ? noun : noun + "s");
  }

  private static String count(int number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }
}
