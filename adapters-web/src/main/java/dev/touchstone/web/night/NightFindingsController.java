package dev.touchstone.web.night;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.integrity.IntegrityFinding;
import dev.touchstone.application.integrity.IntegrityKind;
import dev.touchstone.application.integrity.port.out.IntegrityFindings;
import dev.touchstone.application.integrity.port.out.IntegrityFindings.FindingFilter;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What nights found odd about the evidence. */
@RestController
@RequestMapping(NightPath.ONE)
@Tag(name = "Nights")
public class NightFindingsController {

  private final FindNightUseCase findNight;
  private final IntegrityFindings findings;

  /** Takes its ports. */
  public NightFindingsController(FindNightUseCase findNight, IntegrityFindings findings) {
    this.findNight = findNight;
    this.findings = findings;
  }

  record FindingResponse(
      IntegrityKind kind,
      @Schema(example = "P00001") String partnerId,
      @Schema(description = "Who or what is odd, as the evidence writes it.", example = "Rossi SpA")
          String subject,
      @Schema(example = "gave 9 responses, and 8 count") String detail) {

    static FindingResponse of(IntegrityFinding finding) {
      return new FindingResponse(
          finding.kind(), finding.partner().value(), finding.subject(), finding.detail());
    }
  }

  /** What a night found odd. */
  @GetMapping("/findings")
  @Access(Role.PROGRAM)
  @Operation(
      summary = "What a night found odd about the evidence",
      description = "All of it counts; a person should look at it.")
  Page<FindingResponse> list(
      @PathVariable("date") LocalDate date,
      @PathVariable("run") int run,
      PageQuery page,
      @Parameter(description = "Only findings of this kind.")
          @RequestParam(name = "kind", required = false)
          @Nullable IntegrityKind kind,
      @Parameter(description = "Only findings about this partner.", example = "P00001")
          @RequestParam(name = "partner", required = false)
          @Nullable String partner) {
    NightId night = NightPath.find(findNight, date, run).night().id();
    FindingFilter filter = new FindingFilter(kind, partner == null ? null : new PartnerId(partner));
    int after = PageKey.isAbsent(page) ? 0 : PageKey.place(page, 0);
    return Page.of(
            findings.list(night, filter, after, page.fetch()),
            page,
            placed -> List.of(Integer.toString(placed.place())))
        .map(placed -> FindingResponse.of(placed.finding()));
  }
}
