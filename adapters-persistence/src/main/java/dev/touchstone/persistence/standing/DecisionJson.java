package dev.touchstone.persistence.standing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.touchstone.application.standing.Explanation;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.CertificateId;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.standing.WaiverTarget;
import dev.touchstone.domain.survey.ResponseId;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Finding;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.path.PathStep;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one canonical form of a decision as JSON: equal decisions have equal text. What JSON needs to
 * know of the domain's types stands here, so that they need not know of JSON.
 */
public final class DecisionJson {

  /** Reads what {@link DecisionJsonWriter} writes. */
  static final JsonMapper MAPPER = createMapper();

  private static final int USUAL_BYTES = 4096;

  private DecisionJson() {}

  /** An explanation for machines; indented. */
  public static String explain(Explanation explanation) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(explanation);
  }

  static CanonicalJson write(DecisionContent content) {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = MAPPER.createGenerator(utf8)) {
      new DecisionJsonWriter(json).write(content);
    }
    return new CanonicalJson(utf8.toByteArray());
  }

  static DecisionContent read(String json) {
    return MAPPER.readValue(json, DecisionContent.class);
  }

  private static JsonMapper createMapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            // In the order of the records' components.
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addMixIn(Finding.class, FindingByCriterion.class)
            .addMixIn(Tier.class, NameOnly.class)
            .addMixIn(CriterionKind.class, KeyOnly.class)
            .addMixIn(PathStep.class, StepByType.class)
            .addMixIn(WaiverId.class, NumberOnly.class)
            .addMixIn(WaiverTarget.class, TargetByType.class);
    List.of(
            PartnerId.class,
            SpecializationCode.class,
            CertificateId.class,
            PersonId.class,
            ReferenceId.class,
            ResponseId.class,
            SurveyVendor.class)
        .forEach(type -> builder.addMixIn(type, ValueOnly.class));
    return builder.build();
  }

  /** Which finding it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "on")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Finding.Toolkits.class, name = "toolkits"),
    @JsonSubTypes.Type(value = Finding.CertifiedPeople.class, name = "certifiedPeople"),
    @JsonSubTypes.Type(value = Finding.Team.class, name = "team"),
    @JsonSubTypes.Type(value = Finding.References.class, name = "references"),
    @JsonSubTypes.Type(value = Finding.Survey.class, name = "survey")
  })
  private interface FindingByCriterion {}

  /** An id or code as a plain text. */
  private abstract static class ValueOnly {
    @SuppressWarnings("UnusedVariable") // only its annotation and type count
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ValueOnly(String value) {}

    @JsonValue
    abstract String value();
  }

  /** For whom a waiver is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "for")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = WaiverTarget.OnePartner.class, name = "partner"),
    @JsonSubTypes.Type(value = WaiverTarget.Cohort.class, name = "cohort")
  })
  private interface TargetByType {}

  /** Which step it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PathStep.RequestCompetency.class, name = "requestCompetency"),
    @JsonSubTypes.Type(value = PathStep.GetToolkit.class, name = "getToolkit"),
    @JsonSubTypes.Type(value = PathStep.CertifyPerson.class, name = "certifyPerson"),
    @JsonSubTypes.Type(value = PathStep.GetReference.class, name = "getReference"),
    @JsonSubTypes.Type(value = PathStep.GetResponses.class, name = "getResponses")
  })
  private interface StepByType {}

  /** An id as a plain number. */
  private interface NumberOnly {
    @JsonValue
    long value();
  }

  /** A kind of criterion as its key. */
  private interface KeyOnly {
    @JsonValue
    String key();
  }

  /** A tier as its name. */
  private abstract static class NameOnly {
    @SuppressWarnings("UnusedVariable") // only its annotation and type count
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    NameOnly(String name) {}

    @JsonValue
    abstract String name();
  }
}
