package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.application.standing.SurveyDiscretion.ToldScores;
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

  private final SurveyDiscretion discretion;

  FindingText(SurveyDiscretion discretion) {
    this.discretion = discretion;
  }

  List<String> linesFor(Finding finding) {
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

  String missing(Finding finding) {
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

  private String summary(Finding finding) {
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
        + meanAndDemand(survey)
        + (survey.leftOut() == 0
            ? ""
            : ", "
                + survey.leftOut()
                + " left out beyond "
                + survey.criterion().maxPerCustomer()
                + " of one customer");
  }

  private String meanAndDemand(Finding.Survey survey) {
    BigDecimal demanded = survey.criterion().meanAtLeast();
    ToldScores told = discretion.toldOf(survey);
    int counted = survey.responsesCounted();
    if (counted > 0 && told.responses() == counted) {
      return ", mean " + mean(told) + (demanded == null ? "" : " of " + demanded.toPlainString());
    }
    return (demanded == null ? "" : ", a mean of " + demanded.toPlainString() + " demanded")
        + (counted == 0 ? "" : toldOf(told, counted));
  }

  private static String toldOf(ToldScores told, int counted) {
    return told.responses() == 0
        ? " (the mean is not told yet, to protect customers)"
        : " (of %d of the %d counted responses the mean is %s; the rest is not told yet, to protect customers)"
            .formatted(told.responses(), counted, mean(told));
  }

  private static String demand(Criterion.References criterion) {
    return criterion.atLeast()
        + (criterion.distinctCustomers() ? " of different customers" : "")
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
              "more specialization covered" + byWhom(demand, " by a person"),
              "more specializations covered" + byWhom(demand, ", each by a person")));
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

  private static String byWhom(Criterion.CertifiedPeople demand, String person) {
    return demand.perPerson() == Criterion.CertifiedPeople.DEFAULT_PER_PERSON
        ? person + " who stands for no other"
        : "";
  }

  private static String missingReferences(Finding.References references) {
    Criterion.References demand = references.criterion();
    return switch (demand.scope()) {
      case REQUESTED -> moreReferences(references) + " on a requested specialization";
      case ASSIGNED -> moreReferences(references) + " on a covered specialization";
      case EACH_ASSIGNED ->
          signedReferences(demand.atLeast(), "", demand)
              + " on each of as many covered specializations as the tier demands; "
              + shortOn(references);
    };
  }

  private static String moreReferences(Finding.References references) {
    Criterion.References demand = references.criterion();
    return signedReferences(demand.atLeast() - references.referencesCounted(), "more ", demand);
  }

  private static String signedReferences(int number, String more, Criterion.References demand) {
    return count(number, more + "signed reference")
        + (!demand.distinctCustomers()
            ? ""
            : number == 1 ? " of another customer" : " of different customers");
  }

  private static String shortOn(Finding.References references) {
    String tooFew =
        references.bySpecialization().stream()
            .filter(on -> on.references().size() < references.criterion().atLeast())
            .map(on -> on.specialization() + " (" + on.references().size() + ")")
            .collect(Collectors.joining(", "));
    if (!tooFew.isEmpty()) {
      return "short on " + tooFew;
    }
    return references.bySpecialization().isEmpty()
        ? "none is covered yet"
        : "more of them have to be covered";
  }

  private String missingSurvey(Finding.Survey survey) {
    List<String> parts = new ArrayList<>();
    int missing = survey.criterion().responses() - survey.responsesCounted();
    if (missing > 0) {
      parts.add(count(missing, "more survey response"));
    }
    BigDecimal demanded = survey.criterion().meanAtLeast();
    ToldScores told = discretion.toldOf(survey);
    boolean all = told.responses() == survey.responsesCounted();
    // Where responses are missing, too, whether the mean is low would tell of scores not told.
    if (demanded != null && ((missing > 0 && !all) || isBelow(demanded, survey))) {
      parts.add(
          "a mean satisfaction of "
              + demanded.toPlainString()
              + " or more"
              + (all ? ", not " + mean(told) : ""));
    }
    return String.join("; ", parts);
  }

  private static boolean isBelow(BigDecimal demanded, Finding.Survey survey) {
    return BigDecimal.valueOf(survey.satisfactionSum())
            .compareTo(demanded.multiply(BigDecimal.valueOf(survey.responsesCounted())))
        < 0;
  }

  private static String bottleneck(Bottleneck bottleneck) {
    String specializations = join(bottleneck.specializations());
    if (bottleneck.people().isEmpty()) {
      return "nobody is certified on " + specializations;
    }
    return specializations
        + " have too few people between them ("
        + join(bottleneck.people())
        + "), "
        + count(bottleneck.missing(), "of them stays uncovered", "of them stay uncovered");
  }

  /** Shown rounded down, so that a mean just below a threshold never reads as if it reached it. */
  private static String mean(ToldScores told) {
    return BigDecimal.valueOf(told.sum())
        .divide(BigDecimal.valueOf(told.responses()), 2, RoundingMode.DOWN)
        .toPlainString();
  }

  private static String count(int number, String noun) {
    return count(number, noun, noun.startsWith("of ") ? noun : noun + "s");
  }

  private static String count(int number, String singular, String plural) {
    return number + " " + (number == 1 ? singular : plural);
  }
}
