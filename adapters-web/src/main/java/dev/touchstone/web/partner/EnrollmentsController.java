package dev.touchstone.web.partner;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.partner.KnownEnrollment;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase.AddEnrollmentCommand;
import dev.touchstone.application.partner.port.in.AddEnrollmentUseCase.AddEnrollmentResult;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase.EndEnrollmentCommand;
import dev.touchstone.application.partner.port.in.EndEnrollmentUseCase.EndEnrollmentResult;
import dev.touchstone.application.partner.port.out.Enrollments;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.Enrollment;
import dev.touchstone.domain.partner.EnrollmentKey;
import dev.touchstone.domain.partner.EnrollmentKind;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Locations;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.QueryDay;
import dev.touchstone.web.api.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One partner's toolkits and competencies. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}/enrollments")
@Tag(name = "Enrollments")
public class EnrollmentsController {

  private final Partners partners;
  private final Enrollments enrollments;
  private final AddEnrollmentUseCase addEnrollment;
  private final EndEnrollmentUseCase endEnrollment;
  private final Clock clock;

  /** Takes its ports; the clock says which day it is. */
  public EnrollmentsController(
      Partners partners,
      Enrollments enrollments,
      AddEnrollmentUseCase addEnrollment,
      EndEnrollmentUseCase endEnrollment,
      Clock clock) {
    this.partners = partners;
    this.enrollments = enrollments;
    this.addEnrollment = addEnrollment;
    this.endEnrollment = endEnrollment;
    this.clock = clock;
  }

  record EnrollmentRequest(
      @NotBlank @Size(max = 1000) @Schema(example = "CRM") String specialization,
      @NotNull @Schema(example = "COMPETENCY") EnrollmentKind kind,
      @Schema(
              example = "2010-10-30",
              description = "The first day, up to a year ahead. Left out, it is today.")
          @Nullable LocalDate from) {}

  record EndRequest(
      @NotNull
          @Schema(
              example = "2011-10-30",
              description =
                  "The first day on which it no longer counts: today or later. The first day of"
                      + " the enrollment itself undoes one that was a mistake.")
          LocalDate to) {}

  record EnrollmentResponse(
      @Schema(example = "CRM~COMPETENCY~2010-10-30") String enrollmentKey,
      @Schema(example = "CRM") String specialization,
      EnrollmentKind kind,
      @Schema(example = "2010-10-30") LocalDate from,
      @Schema(example = "2011-10-30", description = "The first day on which it no longer counts.")
          @Nullable LocalDate to) {

    static EnrollmentResponse of(KnownEnrollment known) {
      Enrollment enrollment = known.enrollment();
      return new EnrollmentResponse(
          EnrollmentKeys.write(enrollment.key()),
          enrollment.specialization().value(),
          enrollment.kind(),
          enrollment.validity().from(),
          enrollment.validity().until());
    }
  }

  /** Lists enrollments, past and future ones too. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "A partner's enrollments, by specialization, kind and first day")
  Page<EnrollmentResponse> list(
      @PathVariable String partnerId,
      @Parameter(description = "Only those in force on this day.", example = "2010-10-30")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      PageQuery page) {
    PartnerId partner = new PartnerId(partnerId);
    if (partners.find(partner, ProgramDays.today(clock)).isEmpty()) {
      throw ApiException.notFound("There is no such partner; ids are exact in case.");
    }
    List<KnownEnrollment> found =
        enrollments.list(partner, QueryDay.check("on", on), after(page), page.fetch());
    return Page.of(found, page, known -> List.of(EnrollmentKeys.write(known.enrollment().key())))
        .map(EnrollmentResponse::of);
  }

  /** One enrollment. */
  @GetMapping("/{enrollmentKey}")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "One enrollment")
  ResponseEntity<EnrollmentResponse> get(
      @PathVariable String partnerId, @PathVariable String enrollmentKey) {
    return answer(
        EnrollmentKeys.parse(enrollmentKey)
            .flatMap(key -> enrollments.find(new PartnerId(partnerId), key))
            .orElseThrow(EnrollmentsController::unknown));
  }

  /** Enrolls the partner. */
  @PostMapping
  @Access(Role.PARTNER)
  @Operation(summary = "Enroll in a specialization")
  ResponseEntity<EnrollmentResponse> add(
      Caller caller,
      @PathVariable String partnerId,
      @Valid @RequestBody EnrollmentRequest request) {
    AddEnrollmentResult result =
        addEnrollment.add(
            new AddEnrollmentCommand(
                new PartnerId(partnerId),
                new SpecializationCode(request.specialization()),
                request.kind(),
                request.from(),
                caller.actor()));
    if (result instanceof AddEnrollmentResult.NotFound unknown) {
      throw ApiException.notFound(unknown.reason());
    }
    if (result instanceof AddEnrollmentResult.Enrolled enrolled) {
      throw ApiException.conflict(enrolled.reason());
    }
    if (result instanceof AddEnrollmentResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    KnownEnrollment added = ((AddEnrollmentResult.Added) result).enrollment();
    return ResponseEntity.created(
            Locations.of(
                "/api/v1/partners/{partnerId}/enrollments/{enrollmentKey}",
                partnerId,
                EnrollmentKeys.write(added.enrollment().key())))
        .eTag(Versions.etag(added.version()))
        .body(EnrollmentResponse.of(added));
  }

  /** Ends an enrollment. */
  @PutMapping("/{enrollmentKey}")
  @Access(Role.PARTNER)
  @Operation(summary = "End an enrollment, or move its end")
  ResponseEntity<EnrollmentResponse> end(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String enrollmentKey,
      IfMatch ifMatch,
      @Valid @RequestBody EndRequest request) {
    EndEnrollmentResult result =
        endEnrollment.end(
            new EndEnrollmentCommand(
                new PartnerId(partnerId),
                EnrollmentKeys.parse(enrollmentKey).orElseThrow(EnrollmentsController::unknown),
                request.to(),
                ifMatch.version(() -> get(partnerId, enrollmentKey)),
                caller.actor()));
    if (result instanceof EndEnrollmentResult.NotFound unknown) {
      throw ApiException.notFound(unknown.reason());
    }
    if (result instanceof EndEnrollmentResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof EndEnrollmentResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return answer(((EndEnrollmentResult.Ended) result).enrollment());
  }

  private static @Nullable EnrollmentKey after(PageQuery page) {
    if (page.after().isEmpty()) {
      return null;
    }
    Optional<EnrollmentKey> key = EnrollmentKeys.parse(page.after().get(0));
    return key.orElseThrow(
        () -> new InvalidRequestException("after", "is what a page gave as next, unchanged"));
  }

  private static ResponseEntity<EnrollmentResponse> answer(KnownEnrollment known) {
    return ResponseEntity.ok()
        .eTag(Versions.etag(known.version()))
        .body(EnrollmentResponse.of(known));
  }

  private static ApiException unknown() {
    return ApiException.notFound("The partner has no such enrollment; its list has the keys.");
  }
}
