package dev.touchstone.web.standing;

import dev.touchstone.application.standing.SurveyDiscretion;
import dev.touchstone.application.standing.SurveyDiscretion.ToldScores;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.tier.Assignment;
import dev.touchstone.domain.tier.Bottleneck;
import dev.touchstone.domain.tier.Criterion;
import dev.touchstone.domain.tier.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found against one criterion; {@code criterion} says which it is. */
@Schema(
    oneOf = {
      FindingResponse.Toolkits.class,
      FindingResponse.CertifiedPeople.class,
      FindingResponse.Team.class,
      FindingResponse.References.class,
      FindingResponse.Survey.class
    })
public sealed interface FindingResponse {

  /** The key of the criterion, as in a policy. */
  String criterion();

  /** Whether it is met. */
  boolean met();

  /**
   * The finding as it is told.
   *
   * @param discretion how much of a survey is told
   */
  static FindingResponse of(Finding finding, SurveyDiscretion discretion) {
    if (finding instanceof Finding.Toolkits toolkits) {
      return Toolkits.of(toolkits);
    }
    if (finding instanceof Finding.CertifiedPeople people) {
      return CertifiedPeople.of(people);
    }
    if (finding instanceof Finding.Team team) {
      return Team.of(team);
    }
    if (finding instanceof Finding.References references) {
      return References.of(references);
    }
    return Survey.of((Finding.Survey) finding, discretion);
  }

  /** Access to toolkits. */
  @Schema(name = "ToolkitsFinding")
  record Toolkits(
      @Schema(example = "toolkits") String criterion,
      boolean met,
      @Schema(example = "1") int atLeast,
      @Schema(example = "[\"CRM\"]") List<String> specializations)
      implements FindingResponse {

    private static Toolkits of(Finding.Toolkits finding) {
      return new Toolkits(
          keyOf(finding),
          finding.met(),
          finding.criterion().atLeast(),
          codes(finding.specializations()));
    }
  }

  /** Who stands for what. */
  @Schema(name = "Seat")
  record SeatResponse(
      @Schema(example = "CRM") String specialization,
      @Schema(example = "H-001") String person,
      @Schema(example = "C-4711") String certificate) {

    private static SeatResponse of(Assignment.Seat seat) {
      return new SeatResponse(
          seat.specialization().value(), seat.person().value(), seat.certificate().value());
    }
  }

  /** Specializations that have too few people between them. */
  @Schema(name = "Bottleneck")
  record BottleneckResponse(
      @Schema(example = "[\"CRM\",\"ERP\"]") List<String> specializations,
      @Schema(example = "[\"E-17\"]") List<String> people,
      @Schema(example = "1") int missing) {

    private static BottleneckResponse of(Bottleneck bottleneck) {
      return new BottleneckResponse(
          codes(bottleneck.specializations()), ids(bottleneck.people()), bottleneck.missing());
    }
  }

  /** Certified people on requested specializations. */
  @Schema(name = "CertifiedPeopleFinding")
  record CertifiedPeople(
      @Schema(example = "certifiedPeople") String criterion,
      boolean met,
      @Schema(example = "4", description = "How many people are demanded.") int people,
      @Schema(example = "4", description = "How many specializations are demanded.")
          int specializations,
      @Schema(example = "1", description = "For how many one person may stand; 0 for no limit.")
          int perPerson,
      @Schema(example = "[\"CRM\",\"ERP\"]") List<String> requested,
      @Schema(example = "1") int peopleCertified,
      @Schema(example = "1") int specializationsCovered,
      List<SeatResponse> assignment,
      @Schema(example = "[\"E-18\"]", description = "Who is certified and not needed.")
          List<String> unused,
      @Nullable BottleneckResponse bottleneck)
      implements FindingResponse {

    private static CertifiedPeople of(Finding.CertifiedPeople finding) {
      Criterion.CertifiedPeople demand = finding.criterion();
      return new CertifiedPeople(
          keyOf(finding),
          finding.met(),
          demand.people(),
          demand.specializations(),
          demand.perPerson(),
          codes(finding.requested()),
          finding.peopleCertified(),
          finding.specializationsCovered(),
          finding.assignment().seats().stream().map(SeatResponse::of).toList(),
          ids(finding.unused()),
          finding.bottleneck() == null ? null : BottleneckResponse.of(finding.bottleneck()));
    }
  }

  /** Certified people on one requested specialization. */
  @Schema(name = "TeamFinding")
  record Team(
      @Schema(example = "team") String criterion,
      boolean met,
      @Schema(example = "4", description = "How many people are demanded.") int demanded,
      @Schema(example = "CRM") @Nullable String specialization,
      @Schema(example = "[\"E-17\"]") List<String> people)
      implements FindingResponse {

    private static Team of(Finding.Team finding) {
      SpecializationCode specialization = finding.specialization();
      return new Team(
          keyOf(finding),
          finding.met(),
          finding.criterion().people(),
          specialization == null ? null : specialization.value(),
          ids(finding.people()));
    }
  }

  /** The references counted on one specialization. */
  @Schema(name = "ReferencesOnSpecialization")
  record OnSpecialization(
      @Schema(example = "CRM") String specialization,
      @Schema(example = "[\"R-1\"]") List<String> references) {

    private static OnSpecialization of(Finding.References.OnSpecialization on) {
      return new OnSpecialization(
          on.specialization().value(), on.references().stream().map(ReferenceId::value).toList());
    }
  }

  /** References signed by end customers. */
  @Schema(name = "ReferencesFinding")
  record References(
      @Schema(example = "references") String criterion,
      boolean met,
      @Schema(example = "5") int atLeast,
      @Schema(example = "REQUESTED") Criterion.Scope scope,
      boolean distinctCustomers,
      @Schema(example = "P24M", description = "How long a signature counts; absent for ever.")
          @Nullable String validFor,
      @Schema(example = "3") int counted,
      List<OnSpecialization> bySpecialization)
      implements FindingResponse {

    private static References of(Finding.References finding) {
      Criterion.References demand = finding.criterion();
      Period validFor = demand.validFor();
      return new References(
          keyOf(finding),
          finding.met(),
          demand.atLeast(),
          demand.scope(),
          demand.distinctCustomers(),
          validFor == null ? null : validFor.toString(),
          finding.referencesCounted(),
          finding.bySpecialization().stream().map(OnSpecialization::of).toList());
    }
  }

  /** The satisfaction survey. */
  @Schema(name = "SurveyFinding")
  record Survey(
      @Schema(example = "survey") String criterion,
      boolean met,
      @Schema(example = "10", description = "How many responses are demanded.") int demanded,
      @Schema(example = "P12M") String window,
      @Schema(example = "8") int maxPerCustomer,
      @Schema(example = "7.0") @Nullable String meanAtLeast,
      @Schema(example = "12", description = "How many count.") int responses,
      @Schema(
              example = "10",
              description =
                  "Of how many of them the scores are told: to a partner, of those that make whole"
                      + " batches, as in the summary of the survey.")
          int toldResponses,
      @Schema(example = "73", description = "Of those told; absent where none are.")
          @Nullable Integer satisfactionSum,
      @Schema(example = "7.30", description = "Of those told, rounded down; absent as the sum is.")
          @Nullable String mean,
      @Schema(example = "2", description = "Responses beyond what one customer may give.")
          int leftOut)
      implements FindingResponse {

    private static Survey of(Finding.Survey finding, SurveyDiscretion discretion) {
      Criterion.Survey demand = finding.criterion();
      BigDecimal least = demand.meanAtLeast();
      ToldScores told = discretion.toldOf(finding);
      boolean any = told.responses() > 0;
      return new Survey(
          keyOf(finding),
          finding.met(),
          demand.responses(),
          demand.window().toString(),
          demand.maxPerCustomer(),
          least == null ? null : least.toPlainString(),
          finding.responsesCounted(),
          told.responses(),
          any ? told.sum() : null,
          any ? meanOf(told.sum(), told.responses()) : null,
          finding.leftOut());
    }
  }

  /** A mean, rounded down so that one just below a threshold never reads as if it reached it. */
  static String meanOf(int sum, int count) {
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(count), 2, RoundingMode.DOWN)
        .toPlainString();
  }

  private static String keyOf(Finding finding) {
    return finding.criterion().kind().key();
  }

  private static List<String> codes(List<SpecializationCode> codes) {
    return codes.stream().map(SpecializationCode::value).toList();
  }

  private static List<String> ids(List<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }
}
