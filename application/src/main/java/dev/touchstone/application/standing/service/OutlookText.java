package dev.touchstone.application.standing.service;

import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.domain.standing.outlook.Fall;
import dev.touchstone.domain.standing.outlook.Outlook;
import dev.touchstone.domain.tier.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The outlook in words. */
final class OutlookText {

  private static final int MAX_NAMED = 12;

  private OutlookText() {}

  /**
   * The lines.
   *
   * @param earned the tier that the outlook is of
   * @param discretion how much of the survey they tell
   */
  static List<String> linesFor(Tier earned, Outlook outlook, SurveyDiscretion discretion) {
    List<String> lines = new ArrayList<>();
    lines.add("Outlook for " + earned + ":");
    if (!outlook.criticalPeople().isEmpty()) {
      lines.add(
          "  - would be lost with any one of these persons: " + list(outlook.criticalPeople()));
    }
    if (!outlook.criticalCertificates().isEmpty()) {
      lines.add(
          "  - would be lost with any one of these certificates: "
              + list(outlook.criticalCertificates()));
    }
    if (outlook.criticalPeople().isEmpty() && outlook.criticalCertificates().isEmpty()) {
      lines.add("  - rests on no single person or certificate");
    }
    Fall fall = outlook.fall();
    lines.add(
        fall == null
            ? "  - does not fall by itself"
            : "  - falls to %s on %s if nothing new comes: %s"
                .formatted(
                    fall.to() == null ? "no tier" : fall.to(),
                    fall.on(),
                    causes(fall.causes(), discretion)));
    if (fall != null) {
      FindingText findingText = new FindingText(discretion);
      fall.unmet().forEach(finding -> lines.add("      then " + findingText.missing(finding)));
    }
    return lines;
  }

  private static String causes(List<Fall.Cause> causes, SurveyDiscretion discretion) {
    Map<Fall.CauseKind, List<String>> subjects = new EnumMap<>(Fall.CauseKind.class);
    causes.forEach(
        cause ->
            subjects.computeIfAbsent(cause.kind(), kind -> new ArrayList<>()).add(cause.subject()));
    return subjects.entrySet().stream()
        .map(
            of ->
                wordsFor(of.getKey(), of.getValue().size() > 1)
                    + " "
                    + (of.getKey().isOfResponse() && !discretion.namesResponses()
                        ? of.getValue().size()
                        : list(of.getValue())))
        .collect(Collectors.joining("; "));
  }

  private static String wordsFor(Fall.CauseKind kind, boolean several) {
    return switch (kind) {
      case POLICY_TAKES_EFFECT -> "policy in force from then on:";
      case STATUS_CHANGES -> "status from then on:";
      case TOOLKIT_ENDS -> several ? "toolkits that end:" : "toolkit that ends:";
      case COMPETENCY_ENDS -> "no longer requested:";
      case COMPETENCY_BEGINS -> "requested from then on:";
      case PERSON_LEAVES -> several ? "persons who leave:" : "person who leaves:";
      case CERTIFICATE_ENDS -> several ? "certificates that end:" : "certificate that ends:";
      case CERTIFICATE_BEGINS -> several ? "certificates that begin:" : "certificate that begins:";
      case REFERENCE_ENDS -> several ? "references that end:" : "reference that ends:";
      case REFERENCE_BEGINS -> several ? "references that begin:" : "reference that begins:";
      case RESPONSE_LEAVES -> "survey responses too old from then on:";
      case RESPONSE_ENTERS -> "survey responses that begin to count:";
    };
  }

  private static String list(Collection<?> values) {
    String named =
        values.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    int more = values.size() - MAX_NAMED;
    return named + (more > 0 ? " and " + more + " more" : "");
  }
}
