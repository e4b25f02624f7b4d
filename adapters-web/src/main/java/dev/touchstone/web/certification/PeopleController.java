package dev.touchstone.web.certification;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.certification.EmployedPerson;
import dev.touchstone.application.certification.Employment;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase.ReportDepartureCommand;
import dev.touchstone.application.certification.port.in.ReportDepartureUseCase.ReportDepartureResult;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase.TakeBackDepartureCommand;
import dev.touchstone.application.certification.port.in.TakeBackDepartureUseCase.TakeBackDepartureResult;
import dev.touchstone.application.certification.port.out.People;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.certification.Certification;
import dev.touchstone.domain.certification.PersonId;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.ProgramDays;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.IfMatch;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of one partner, what they are certified in, and who has left. */
@RestController
@RequestMapping("/api/v1/partners/{partnerId}/people")
@Tag(name = "People")
public class PeopleController {

  private final Partners partners;
  private final People people;
  private final Catalogs catalogs;
  private final ReportDepartureUseCase reportDeparture;
  private final TakeBackDepartureUseCase takeBackDeparture;
  private final Clock clock;

  /** Takes its ports; the clock says which day it is. */
  public PeopleController(
      Partners partners,
      People people,
      Catalogs catalogs,
      ReportDepartureUseCase reportDeparture,
      TakeBackDepartureUseCase takeBackDeparture,
      Clock clock) {
    this.partners = partners;
    this.people = people;
    this.catalogs = catalogs;
    this.reportDeparture = reportDeparture;
    this.takeBackDeparture = takeBackDeparture;
    this.clock = clock;
  }

  record PersonResponse(
      @Schema(example = "H-001") String personId,
      @Schema(example = "Anna Bianchi") @Nullable String name,
      @Schema(example = "anna@rossi.example") @Nullable String email,
      List<CertificationResponse> certifications) {

    static PersonResponse of(EmployedPerson person, Catalog catalog, LocalDate date) {
      return new PersonResponse(
          person.id().value(),
          person.name(),
          person.email(),
          person.certifications().stream()
              .map(certification -> CertificationResponse.of(certification, catalog, date))
              .toList());
    }
  }

  record CertificationResponse(
      @Schema(example = "C-0001") String certificateId,
      @Schema(example = "TC-109") String code,
      @Schema(example = "2010-02-01") LocalDate awardedOn,
      @Schema(example = "2012-02-01") @Nullable LocalDate expiresOn,
      @Nullable LocalDate revokedOn,
      @Schema(description = "Whether it counts on the day asked for.") boolean valid,
      @Schema(description = "The specializations that accept it.", example = "[\"CRM\"]")
          List<String> acceptedBy) {

    static CertificationResponse of(Certification certification, Catalog catalog, LocalDate date) {
      return new CertificationResponse(
          certification.id().value(),
          certification.code().value(),
          certification.awardedOn(),
          certification.expiresOn(),
          certification.revokedOn(),
          certification.isValidOn(date),
          catalog.listAccepting(certification.code()).stream()
              .map(SpecializationCode::value)
              .toList());
    }
  }

  record DepartureRequest(
      @Schema(example = "2010-10-30", description = "Today; it may be left out.")
          @Nullable LocalDate leftOn) {}

  record DepartureResponse(
      @Schema(example = "H-001") String personId,
      @Schema(
              example = "2010-10-30",
              description = "The first day on which the person does not work for the partner.")
          LocalDate leftOn) {

    static DepartureResponse of(Employment departure) {
      return new DepartureResponse(departure.person().value(), departure.from());
    }
  }

  /** Lists who works for the partner on a day. */
  @GetMapping
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "Who works for a partner on a day, with all certifications")
  Page<PersonResponse> list(
      @PathVariable String partnerId,
      @Parameter(description = "The day. Left out, it is today.", example = "2010-10-30")
          @RequestParam(required = false)
          @Nullable LocalDate date,
      PageQuery page) {
    LocalDate asked = QueryDay.check("date", date);
    LocalDate day = asked == null ? ProgramDays.today(clock) : asked;
    PartnerId partner = new PartnerId(partnerId);
    if (partners.find(partner, day).isEmpty()) {
      throw ApiException.notFound("There is no such partner; ids are exact in case.");
    }
    PersonId after = page.after().isEmpty() ? null : new PersonId(page.after().get(0));
    List<EmployedPerson> found = people.listEmployed(partner, day, after, page.fetch());
    Catalog catalog = catalogs.getCatalog();
    return Page.of(found, page, person -> List.of(person.id().value()))
        .map(person -> PersonResponse.of(person, catalog, day));
  }

  /** Reports that a person has left. */
  @PostMapping("/{personId}/departure")
  @Access(Role.PARTNER)
  @Operation(
      summary = "Report that a person has left",
      description =
          "The person's certificates no longer count for the partner from today. It stands until a"
              + " file names another partner for the person, or until it is taken back.")
  ResponseEntity<DepartureResponse> report(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String personId,
      @Valid @RequestBody DepartureRequest request) {
    ReportDepartureResult result =
        reportDeparture.report(
            new ReportDepartureCommand(
                new PartnerId(partnerId),
                new PersonId(personId),
                request.leftOn(),
                caller.actor()));
    if (result instanceof ReportDepartureResult.NotFound unknown) {
      throw ApiException.notFound(unknown.reason());
    }
    if (result instanceof ReportDepartureResult.ReportedBefore reported) {
      throw ApiException.conflict(reported.reason());
    }
    if (result instanceof ReportDepartureResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    Employment departure = ((ReportDepartureResult.Reported) result).departure();
    return ResponseEntity.created(
            Locations.of(
                "/api/v1/partners/{partnerId}/people/{personId}/departure", partnerId, personId))
        .eTag(Versions.etag(departure.version()))
        .body(DepartureResponse.of(departure));
  }

  /** The departure that is in force. */
  @GetMapping("/{personId}/departure")
  @Access({Role.PARTNER, Role.PROGRAM})
  @Operation(summary = "That a person has left, while it stands")
  ResponseEntity<DepartureResponse> getDeparture(
      @PathVariable String partnerId, @PathVariable String personId) {
    Employment departure =
        people
            .findEmployment(new PersonId(personId), ProgramDays.today(clock))
            .filter(e -> e.hasLeft() && e.partner().value().equals(partnerId))
            .orElseThrow(
                () ->
                    ApiException.notFound(
                        "No departure of such a person from the partner is in force."));
    return ResponseEntity.ok()
        .eTag(Versions.etag(departure.version()))
        .body(DepartureResponse.of(departure));
  }

  /** Takes a departure back. */
  @DeleteMapping("/{personId}/departure")
  @Access(Role.PARTNER)
  @Operation(summary = "Take back that a person has left")
  ResponseEntity<Void> takeBack(
      Caller caller,
      @PathVariable String partnerId,
      @PathVariable String personId,
      IfMatch ifMatch) {
    TakeBackDepartureResult result =
        takeBackDeparture.takeBack(
            new TakeBackDepartureCommand(
                new PartnerId(partnerId),
                new PersonId(personId),
                ifMatch.version(() -> getDeparture(partnerId, personId)),
                caller.actor()));
    if (result instanceof TakeBackDepartureResult.NotFound unknown) {
      throw ApiException.notFound(unknown.reason());
    }
    if (result instanceof TakeBackDepartureResult.Stale) {
      throw ApiException.lostUpdate();
    }
    if (result instanceof TakeBackDepartureResult.Refused refused) {
      throw ApiException.ruleViolated(refused.reason());
    }
    return ResponseEntity.noContent().build();
  }
}
