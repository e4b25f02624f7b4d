package dev.touchstone.application.whatif.port.out;

import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfId;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kept trials. */
public interface WhatIfs {

  /**
   * Opens a trial, within the caller's transaction, unless too many are under way. It is this
   * process's as long as that lives.
   *
   * @param most how many may be under way with it
   */
  Optional<WhatIfId> open(WhatIf.Wish wish, int most);

  /**
   * Carries an opened trial out and keeps its partners and figures, or why it was refused. If it
   * throws, the trial is to be failed.
   *
   * @param trial is given whom to hand the partners to, in byte order of their ids
   * @param clock says when it ended
   */
  void carryOut(WhatIfId id, Function<Consumer<TriedPartner>, TryPolicyResult> trial, Clock clock);

  /** Notes that a trial failed, and forgets its partners. */
  void fail(WhatIfId id, String reason, Instant endedAt);

  /**
   * Notes of the trials under way whose process has ended that they were interrupted, and forgets
   * their partners.
   */
  void interruptAbandoned(String reason, Instant endedAt);

  /** Forgets all but the newest trials, and those under way; within the caller's transaction. */
  void keepNewest(int count);

  /** A trial, if it is kept. */
  Optional<WhatIf> find(WhatIfId id);

  /**
   * Trials, newest first.
   *
   * @param before those before this one only; null to begin with the newest
   * @param limit how many at most
   */
  List<WhatIf> list(@Nullable WhatIfId before, int limit);

  /**
   * The partners of a trial, in byte order of their ids.
   *
   * @param changedOnly whether to leave out those for whom nothing changes
   * @param after those behind this one only; null to begin with the first
   * @param limit how many at most
   */
  List<TriedPartner> listPartners(
      WhatIfId id, boolean changedOnly, @Nullable PartnerId after, int limit);

  /** Streams the partners of a trial, in byte order of their ids. */
  void forEachPartner(WhatIfId id, Consumer<TriedPartner> consumer);
}
