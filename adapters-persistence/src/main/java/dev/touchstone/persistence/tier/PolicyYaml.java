package dev.touchstone.persistence.tier;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.IntegrityTerms;
import dev.touchstone.domain.tier.LegacyRight;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.StandingTerms;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierPolicy;
import dev.touchstone.domain.tier.TierRequirement;
import dev.touchstone.persistence.program.YamlMapping;
import dev.touchstone.persistence.program.YamlValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One policy from its YAML (formats.md, Catalog and policy; the knobs: domain.md, The tiers). */
final class PolicyYaml {

  /** domain.md, Standing 2. */
  private static final int DEFAULT_GRACE_DAYS = 30;

  /** Names stand in sentences, tables and the feed's manifest. */
  private static final int MAX_NAME = 100;

  /** Far beyond any ladder. */
  private static final int MAX_TIERS = 100;

  private static final BigDecimal LEAST_SATISFACTION = BigDecimal.ONE;
  private static final BigDecimal MOST_SATISFACTION = BigDecimal.TEN;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private PolicyYaml() {}

  static TierPolicy read(YamlValue file) {
    YamlMapping root = file.mapping();
    PolicyVersion version =
        new PolicyVersion(
            name(root.get("policy")), root.get("version").wholeNumber(1, Integer.MAX_VALUE));
    LocalDate effectiveFrom = root.get("effectiveFrom").date();
    boolean cumulative = root.find("cumulative").map(YamlValue::truth).orElse(true);
    YamlValue tiersValue = root.get("tiers");
    List<TierRequirement> tiers = tiers(tiersValue, cumulative);
    StandingTerms standing =
        root.find("standing")
            .map(value -> standing(value, effectiveFrom, tiers))
            .orElse(new StandingTerms(DEFAULT_GRACE_DAYS, null, StandingTerms.DEFAULT_STOP_ABOVE));
    IntegrityTerms integrity =
        root.find("integrity").map(PolicyYaml::integrity).orElse(IntegrityTerms.DEFAULT);
    root.end("policy", "version", "effectiveFrom", "cumulative", "tiers", "standing", "integrity");
    return tiersValue.build(
        () -> new TierPolicy(version, effectiveFrom, cumulative, tiers, standing, integrity));
  }

  private static String name(YamlValue value) {
    String name = value.text();
    if (!isName(name)) {
      throw value.error("must be one line of at most " + MAX_NAME + " characters");
    }
    return name;
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME
        && text.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static List<TierRequirement> tiers(YamlValue value, boolean cumulative) {
    List<TierRequirement> tiers = new ArrayList<>();
    boolean matched = false;
    if (value.entries().size() > MAX_TIERS) {
      throw value.error("has more than " + MAX_TIERS + " tiers");
    }
    for (Map.Entry<String, YamlValue> entry : value.entries().entrySet()) {
      List<Criterion> criteria = new ArrayList<>();
      if (!isName(entry.getKey()) || entry.getKey().isBlank()) {
        throw entry
            .getValue()
            .error("is a tier, whose name must be one line of at most " + MAX_NAME + " characters");
      }
      List<YamlValue> items = entry.getValue().list();
      if (tiers.isEmpty() && !items.isEmpty()) {
        throw entry
            .getValue()
            .error("is the lowest tier, which every active partner has: it must be []");
      }
      for (YamlValue item : items) {
        Criterion criterion = criterion(item);
        if (criteria.stream().anyMatch(c -> c.getClass() == criterion.getClass())) {
          throw item.error("is a second criterion of one kind in the tier; keep one");
        }
        criteria.add(criterion);
      }
      boolean people = criteria.stream().anyMatch(Criterion.CertifiedPeople.class::isInstance);
      matched = people || (matched && cumulative);
      for (int i = 0; i < criteria.size(); i++) {
        if (criteria.get(i) instanceof Criterion.References references
            && references.scope() != Criterion.Scope.REQUESTED
            && !matched) {
          throw items
              .get(i)
              .error(
                  "counts references on covered specializations, but no certifiedPeople here or"
                      + " below says which are covered");
        }
      }
      tiers.add(new TierRequirement(new Tier(entry.getKey()), criteria));
    }
    if (tiers.isEmpty()) {
      throw value.error("must name one tier or more");
    }
    return tiers;
  }

  private static Criterion criterion(YamlValue item) {
    Map<String, YamlValue> entries = item.entries();
    if (entries.size() != 1) {
      throw item.error("must be one criterion with its numbers");
    }
    Map.Entry<String, YamlValue> entry = entries.entrySet().iterator().next();
    YamlValue value = entry.getValue();
    return switch (entry.getKey()) {
      case "toolkits" -> toolkits(value.mapping());
      case "certifiedPeople" -> certifiedPeople(value.mapping());
      case "team" -> team(value.mapping());
      case "references" -> references(value.mapping());
      case "survey" -> survey(value.mapping());
      default ->
          throw value.error(
              "is no criterion; there are toolkits, certifiedPeople, team, references, survey");
    };
  }

  private static Criterion toolkits(YamlMapping knobs) {
    int atLeast = positive(knobs, "atLeast");
    knobs.end("atLeast");
    return new Criterion.Toolkits(atLeast);
  }

  private static Criterion certifiedPeople(YamlMapping knobs) {
    int people = positive(knobs, "people");
    int specializations = positive(knobs, "specializations");
    int perPerson =
        knobs
            .find("perPerson")
            .map(value -> value.wholeNumber(0, Integer.MAX_VALUE))
            .orElse(Criterion.CertifiedPeople.DEFAULT_PER_PERSON);
    knobs.end("people", "specializations", "perPerson");
    return new Criterion.CertifiedPeople(people, specializations, perPerson);
  }

  private static Criterion team(YamlMapping knobs) {
    int people = positive(knobs, "people");
    knobs.end("people");
    return new Criterion.Team(people);
  }

  private static Criterion references(YamlMapping knobs) {
    int atLeast = positive(knobs, "atLeast");
    Criterion.Scope scope =
        knobs
            .find("scope")
            .map(value -> value.oneOf(Criterion.Scope.class))
            .orElse(Criterion.Scope.REQUESTED);
    boolean distinct = knobs.find("distinctCustomers").map(YamlValue::truth).orElse(false);
    Criterion.References references =
        new Criterion.References(
            atLeast, scope, distinct, knobs.find("validFor").map(YamlValue::period).orElse(null));
    knobs.end("atLeast", "scope", "distinctCustomers", "validFor");
    return references;
  }

  private static Criterion survey(YamlMapping knobs) {
    Criterion.Survey survey =
        new Criterion.Survey(
            positive(knobs, "responses"),
            knobs.get("window").period(),
            positive(knobs, "maxPerCustomer"),
            knobs
                .find("meanAtLeast")
                .map(value -> value.number(LEAST_SATISFACTION, MOST_SATISFACTION))
                .orElse(null));
    knobs.end("responses", "window", "maxPerCustomer", "meanAtLeast");
    return survey;
  }

  private static StandingTerms standing(
      YamlValue value, LocalDate effectiveFrom, List<TierRequirement> tiers) {
    YamlMapping terms = value.mapping();
    int graceDays =
        terms
            .find("graceDays")
            .map(days -> days.wholeNumber(0, YamlValue.MAX_DAYS))
            .orElse(DEFAULT_GRACE_DAYS);
    LegacyRight legacy =
        terms.find("legacy").map(right -> legacy(right, effectiveFrom, tiers)).orElse(null);
    BigDecimal stopAbove =
        terms
            .find("stopAbove")
            .map(percent -> percent.number(BigDecimal.ZERO, ALL))
            .orElse(StandingTerms.DEFAULT_STOP_ABOVE);
    terms.end("graceDays", "legacy", "stopAbove");
    return new StandingTerms(graceDays, legacy, stopAbove);
  }

  private static IntegrityTerms integrity(YamlValue value) {
    YamlMapping terms = value.mapping();
    int referencesPerSignatory =
        terms
            .find("referencesPerSignatory")
            .map(number -> number.wholeNumber(1, Integer.MAX_VALUE))
            .orElse(IntegrityTerms.DEFAULT.referencesPerSignatory());
    terms.end("referencesPerSignatory");
    return new IntegrityTerms(referencesPerSignatory);
  }

  private static LegacyRight legacy(
      YamlValue value, LocalDate effectiveFrom, List<TierRequirement> tiers) {
    YamlMapping right = value.mapping();
    LegacyLevel level = right.get("level").oneOf(LegacyLevel.class);
    YamlValue holds = right.get("holds");
    Tier tier = new Tier(holds.text());
    if (tiers.stream().noneMatch(requirement -> requirement.tier().equals(tier))) {
      throw holds.error("names " + tier + ", which is no tier of this policy");
    }
    YamlValue until = right.get("until");
    if (!until.date().isAfter(effectiveFrom)) {
      throw until.error("must be after " + effectiveFrom + ", when the policy takes effect");
    }
    right.end("level", "holds", "until");
    return new LegacyRight(level, tier, until.date());
  }

  private static int positive(YamlMapping knobs, String key) {
    return knobs.get(key).wholeNumber(1, Integer.MAX_VALUE);
  }
}
