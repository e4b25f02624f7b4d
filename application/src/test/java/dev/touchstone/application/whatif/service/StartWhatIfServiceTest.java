package dev.touchstone.application.whatif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.audit.AuditLogInMemory;
import dev.touchstone.application.audit.UnitOfWorkInMemory;
import dev.touchstone.application.night.service.NightsInMemory;
import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.tier.PolicyFileFixture;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfId;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase.StartWhatIfCommand;
import dev.touchstone.application.whatif.port.in.StartWhatIfUseCase.StartWhatIfResult;
import dev.touchstone.application.whatif.port.out.WhatIfs;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartWhatIfServiceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2010-11-15T12:00:00Z"), ZoneOffset.UTC);
  private static final WhatIfId FIRST = new WhatIfId(1);

  private final List<String> noted = new ArrayList<>();

  @Test
  void leavesAnOutcomeOfATrialThatEndsInAnError() {
    StartWhatIfService service =
        service(
            Runnable::run,
            () -> {
              throw new StackOverflowError();
            });

    assertThatThrownBy(() -> service.start(command())).isInstanceOf(StackOverflowError.class);

    assertThat(noted)
        .containsExactly(
            "settled",
            "opened",
            "failed: An unforeseen failure; the log of the server has its details.");
  }

  @Test
  void leavesAnOutcomeOfATrialThatNobodyCarriesOutAnyMore() {
    StartWhatIfService service =
        service(
            task -> {
              throw new RejectedExecutionException();
            },
            () -> new TryPolicyResult.Refused("is not asked"));

    assertThat(service.start(command())).isEqualTo(new StartWhatIfResult.Started(FIRST));

    assertThat(noted)
        .containsExactly(
            "settled", "opened", "failed: The server is stopping; start it again later.");
  }

  private StartWhatIfService service(Executor executor, Trial trial) {
    return new StartWhatIfService(
        new NotedWhatIfs(),
        () -> noted.add("settled"),
        new NightsInMemory(),
        (query, consumer) -> trial.carryOut(),
        new AuditLogInMemory(),
        new UnitOfWorkInMemory(),
        executor,
        CLOCK);
  }

  private static StartWhatIfCommand command() {
    return new StartWhatIfCommand(
        PolicyFileFixture.file(2, "2010-10-30", "LOW"),
        LocalDate.of(2010, 11, 15),
        new Actor("anna", "PROGRAM", "10.0.0.1"));
  }

  private interface Trial {
    TryPolicyResult carryOut();
  }

  /** Notes what becomes of a trial. */
  private final class NotedWhatIfs implements WhatIfs {

    @Override
    public Optional<WhatIfId> open(WhatIf.Wish wish, int most) {
      noted.add("opened");
      return Optional.of(FIRST);
    }

    @Override
    public void carryOut(
        WhatIfId id, Function<Consumer<TriedPartner>, TryPolicyResult> trial, Clock clock) {
      noted.add("done: " + trial.apply(partner -> {}));
    }

    @Override
    public void fail(WhatIfId id, String reason, Instant endedAt) {
      noted.add("failed: " + reason);
    }

    @Override
    public void keepNewest(int count) {}

    @Override
    public void interruptAbandoned(String reason, Instant endedAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<WhatIf> find(WhatIfId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<WhatIf> list(@Nullable WhatIfId before, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TriedPartner> listPartners(
        WhatIfId id, boolean changedOnly, @Nullable PartnerId after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forEachPartner(WhatIfId id, Consumer<TriedPartner> consumer) {
      throw new UnsupportedOperationException();
    }
  }
}
