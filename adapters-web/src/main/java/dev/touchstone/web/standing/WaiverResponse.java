package dev.touchstone.web.standing;

import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.standing.Waiver;
import dev.touchstone.domain.standing.WaiverTarget;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A waiver as the API shows it. */
record WaiverResponse(
    @Schema(example = "7") String id,
    @Schema(description = "For whom; absent where it is a cohort.", example = "P00001")
        @Nullable String partner,
    @Nullable CohortBody cohort,
    @Schema(example = "GOLD.survey") String criterion,
    @Schema(example = "anna") String author,
    @Schema(example = "The survey vendor changed") String reason,
    @Schema(example = "2010-11-01") LocalDate from,
    @Schema(description = "The first day on which it no longer holds.", example = "2011-02-01")
        LocalDate to,
    @Schema(description = "Who ended it before its time; absent where nobody did.")
        @Nullable EndingResponse ending) {

  /** Partners by their traits; an absent one does not matter. */
  record CohortBody(
      @Schema(description = "The first day of registration.", example = "2010-01-01")
          @Nullable LocalDate registeredFrom,
      @Schema(description = "The first day of registration beyond.", example = "2010-07-01")
          @Nullable LocalDate registeredBefore,
      @Size(min = 1, max = 1000) @Schema(example = "Milano") @Nullable String province,
      @Nullable LegacyLevel legacyLevel) {}

  record EndingResponse(
      @Schema(example = "anna") String author, @Schema(example = "No need") String reason) {}

  static WaiverResponse of(Waiver waiver) {
    Waiver.Ending ending = waiver.ending();
    return new WaiverResponse(
        waiver.id().toString(),
        waiver.target() instanceof WaiverTarget.OnePartner one ? one.id().value() : null,
        waiver.target() instanceof WaiverTarget.Cohort cohort
            ? new CohortBody(
                cohort.registeredFrom(),
                cohort.registeredBefore(),
                cohort.province(),
                cohort.legacyLevel())
            : null,
        waiver.criterion().toString(),
        waiver.author(),
        waiver.reason(),
        waiver.from(),
        waiver.to(),
        ending == null ? null : new EndingResponse(ending.author(), ending.reason()));
  }
}
