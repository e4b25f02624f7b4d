package dev.touchstone.web.whatif;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfState;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kept trial as the API shows it. */
record WhatIfResponse(
    @Schema(example = "12") String id,
    WhatIfState state,
    PolicyName candidate,
    @Schema(description = "The date of the dossiers.", example = "2010-11-15") LocalDate date,
    @Schema(description = "The moment at which the evidence must have been known.") Instant knownAt,
    @Schema(example = "anna") String requestedBy,
    Instant requestedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why it is not done.") @Nullable String reason,
    @Schema(description = "What it found; only of one that is done.")
        @Nullable FiguresResponse figures) {

  record PolicyName(
      @Schema(example = "partner-network") String policy, @Schema(example = "2") int version) {

    static PolicyName of(PolicyVersion version) {
      return new PolicyName(version.policy(), version.version());
    }
  }

  record FiguresResponse(
      @Schema(description = "The policy in force on the date; absent where none is.")
          @Nullable PolicyName now,
      @Schema(description = "The candidate's tiers, lowest first.") List<String> tiers,
      long partners,
      @Schema(description = "Who goes from which displayed tier to which, or stays.")
          List<MoveResponse> displayed,
      @Schema(description = "Who goes from which earned tier to which, or stays.")
          List<MoveResponse> earned,
      List<ProvinceResponse> provinces) {

    static FiguresResponse of(PolicyTrial trial) {
      PolicyVersion now = trial.now();
      return new FiguresResponse(
          now == null ? null : PolicyName.of(now),
          trial.ladder().tiers().stream().map(Tier::name).toList(),
          trial.partners(),
          trial.displayed().stream().map(MoveResponse::of).toList(),
          trial.earned().stream().map(MoveResponse::of).toList(),
          trial.provinces().stream().map(ProvinceResponse::of).toList());
    }
  }

  record MoveResponse(
      @Schema(description = "Absent for no tier.", example = "SILVER") @Nullable String from,
      @Schema(description = "Absent for no tier.", example = "GOLD") @Nullable String to,
      @Schema(example = "41") long partners) {

    static MoveResponse of(PolicyTrial.Move move) {
      return new MoveResponse(nameOf(move.from()), nameOf(move.to()), move.partners());
    }
  }

  record ProvinceResponse(
      @Schema(description = "Absent where it is unknown.", example = "Milano")
          @Nullable String province,
      long partners,
      long earnedUp,
      long earnedDown,
      long displayedUp,
      long displayedDown) {

    static ProvinceResponse of(PolicyTrial.ProvinceMoves moves) {
      return new ProvinceResponse(
          moves.province(),
          moves.partners(),
          moves.earnedUp(),
          moves.earnedDown(),
          moves.displayedUp(),
          moves.displayedDown());
    }
  }

  static WhatIfResponse of(WhatIf whatIf) {
    PolicyTrial trial = whatIf.trial();
    return new WhatIfResponse(
        whatIf.id().toString(),
        whatIf.state(),
        PolicyName.of(whatIf.wish().candidate()),
        whatIf.wish().date(),
        whatIf.wish().knownAt(),
        whatIf.wish().requestedBy(),
        whatIf.wish().requestedAt(),
        whatIf.endedAt(),
        whatIf.reason(),
        trial == null ? null : FiguresResponse.of(trial));
  }

  static @Nullable String nameOf(@Nullable Tier tier) {
    return tier == null ? null : tier.name();
  }
}
