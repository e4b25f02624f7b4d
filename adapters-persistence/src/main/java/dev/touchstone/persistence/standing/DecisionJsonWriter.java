package dev.touchstone.persistence.standing;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.tier.Assignment;
import dev.touchstone.domain.tier.Bottleneck;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Shortfall;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.tier.TierFindings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the canonical form property by property: byte for byte what the mapper of {@link
 * DecisionJson} writes of the same records, at a fraction of the work. A night writes it for every
 * partner.
 */
final class DecisionJsonWriter {

  private final JsonGenerator json;

  DecisionJsonWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(DecisionContent content) {
    json.writeStartObject();
    json.writeName("policy");
    writePolicy(content.policy());
    writeTier("earned", content.earned());
    writeTier("withWaivers", content.withWaivers());
    json.writeArrayPropertyStart("waived");
    content.waived().forEach(this::writeWaived);
    json.writeEndArray();
    writeText("undecided", content.undecided() == null ? null : content.undecided().name());
    json.writeArrayPropertyStart("findings");
    content.findings().forEach(this::writeTierFindings);
    json.writeEndArray();
    json.writeName("numbers");
    writeNumbers(content.numbers());
    writeCodes("competencies", content.competencies());
    json.writeName("shortfall");
    writeShortfall(content.shortfall());
    json.writeEndObject();
  }

  private void writePolicy(PolicyVersion policy) {
    json.writeStartObject();
    json.writeStringProperty("policy", policy.policy());
    json.writeNumberProperty("version", policy.version());
    json.writeEndObject();
  }

  private void writeWaived(TierCriterion waived) {
    json.writeStartObject();
    writeTier("tier", waived.tier());
    json.writeStringProperty("kind", waived.kind().key());
    json.writeEndObject();
  }

  private void writeTierFindings(TierFindings of) {
    json.writeStartObject();
    writeTier("tier", of.tier());
    writeFindings("findings", of.findings());
    json.writeEndObject();
  }

  private void writeNumbers(EvidenceNumbers numbers) {
    json.writeStartObject();
    json.writeNumberProperty("peopleCertified", numbers.peopleCertified());
    json.writeNumberProperty("specializationsCovered", numbers.specializationsCovered());
    json.writeNumberProperty("referencesCounted", numbers.referencesCounted());
    json.writeNumberProperty("responsesCounted", numbers.responsesCounted());
    json.writeNumberProperty("satisfactionSum", numbers.satisfactionSum());
    json.writeEndObject();
  }

  private void writeShortfall(@Nullable Shortfall shortfall) {
    if (shortfall == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    writeTier("next", shortfall.next());
    writeFindings("unmet", shortfall.unmet());
    json.writeEndObject();
  }

  private void writeFindings(String name, List<Finding> findings) {
    json.writeArrayPropertyStart(name);
    findings.forEach(this::writeFinding);
    json.writeEndArray();
  }

  private void writeFinding(Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("on", finding.criterion().kind().key());
    json.writeObjectPropertyStart("criterion");
    writeDemand(finding.criterion());
    json.writeEndObject();
    json.writeBooleanProperty("met", finding.met());
    if (finding instanceof Finding.Toolkits toolkits) {
      writeCodes("specializations", toolkits.specializations());
    } else if (finding instanceof Finding.CertifiedPeople people) {
      writePeople(people);
    } else if (finding instanceof Finding.Team team) {
      SpecializationCode specialization = team.specialization();
      writeText("specialization", specialization == null ? null : specialization.value());
      writeTexts("people", team.people(), PersonId::value);
    } else if (finding instanceof Finding.References references) {
      writeReferences(references);
    } else {
      writeSurvey((Finding.Survey) finding);
    }
    json.writeEndObject();
  }

  private void writeDemand(Criterion criterion) {
    if (criterion instanceof Criterion.Toolkits toolkits) {
      json.writeNumberProperty("atLeast", toolkits.atLeast());
    } else if (criterion instanceof Criterion.CertifiedPeople people) {
      json.writeNumberProperty("people", people.people());
      json.writeNumberProperty("specializations", people.specializations());
      json.writeNumberProperty("perPerson", people.perPerson());
    } else if (criterion instanceof Criterion.Team team) {
      json.writeNumberProperty("people", team.people());
    } else if (criterion instanceof Criterion.References references) {
      json.writeNumberProperty("atLeast", references.atLeast());
      json.writeStringProperty("scope", references.scope().name());
      json.writeBooleanProperty("distinctCustomers", references.distinctCustomers());
      writeText("validFor", references.validFor() == null ? null : "" + references.validFor());
    } else {
      Criterion.Survey survey = (Criterion.Survey) criterion;
      json.writeNumberProperty("responses", survey.responses());
      json.writeStringProperty("window", survey.window().toString());
      json.writeNumberProperty("maxPerCustomer", survey.maxPerCustomer());
      json.writeName("meanAtLeast");
      json.writeNumber(survey.meanAtLeast());
    }
  }

  private void writePeople(Finding.CertifiedPeople people) {
    writeCodes("requested", people.requested());
    json.writeNumberProperty("peopleCertified", people.peopleCertified());
    json.writeObjectPropertyStart("assignment");
    json.writeArrayPropertyStart("seats");
    for (Assignment.Seat seat : people.assignment().seats()) {
      json.writeStartObject();
      json.writeStringProperty("specialization", seat.specialization().value());
      json.writeStringProperty("person", seat.person().value());
      json.writeStringProperty("certificate", seat.certificate().value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    writeTexts("unused", people.unused(), PersonId::value);
    json.writeName("bottleneck");
    writeBottleneck(people.bottleneck());
  }

  private void writeBottleneck(@Nullable Bottleneck bottleneck) {
    if (bottleneck == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    writeCodes("specializations", bottleneck.specializations());
    writeTexts("people", bottleneck.people(), PersonId::value);
    json.writeNumberProperty("missing", bottleneck.missing());
    json.writeEndObject();
  }

  private void writeReferences(Finding.References references) {
    json.writeNumberProperty("referencesCounted", references.referencesCounted());
    json.writeArrayPropertyStart("bySpecialization");
    for (Finding.References.OnSpecialization on : references.bySpecialization()) {
      json.writeStartObject();
      json.writeStringProperty("specialization", on.specialization().value());
      writeTexts("references", on.references(), ReferenceId::value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSurvey(Finding.Survey survey) {
    json.writeArrayPropertyStart("counted");
    for (Finding.Survey.CountedResponse counted : survey.counted()) {
      json.writeStartObject();
      json.writeStringProperty("vendor", counted.vendor().value());
      json.writeStringProperty("response", counted.response().value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("satisfactionSum", survey.satisfactionSum());
    json.writeNumberProperty("leftOut", survey.leftOut());
  }

  private void writeTier(String name, @Nullable Tier tier) {
    writeText(name, tier == null ? null : tier.name());
  }

  private void writeCodes(String name, List<SpecializationCode> codes) {
    writeTexts(name, codes, SpecializationCode::value);
  }

  private <T> void writeTexts(String name, List<T> values, Function<T, String> text) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeString(text.apply(value));
    }
    json.writeEndArray();
  }

  private void writeText(String name, @Nullable String text) {
    json.writeName(name);
    json.writeString(text);
  }
}
