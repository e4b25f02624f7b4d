package dev.touchstone.persistence.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.standing.PolicyTrial;
import dev.touchstone.application.standing.TriedPartner;
import dev.touchstone.application.standing.port.in.TryPolicyUseCase.TryPolicyResult;
import dev.touchstone.application.whatif.WhatIf;
import dev.touchstone.application.whatif.WhatIfId;
import dev.touchstone.application.whatif.WhatIfState;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Ladder;
import dev.touchstone.domain.tier.PolicyVersion;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.persistence.MigratedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcWhatIfsIT {

  private static final Instant NOW = Instant.parse("2010-11-15T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
  private static final PolicyVersion CANDIDATE = new PolicyVersion("partner-network", 2);
  private static final Tier LOW = new Tier("LOW");
  private static final Tier HIGH = new Tier("HIGH");

  private static final PolicyTrial TRIAL =
      new PolicyTrial(
          null,
          CANDIDATE,
          new Ladder(List.of(LOW, HIGH)),
          2_500,
          List.of(new PolicyTrial.Move(null, HIGH, 2_500)),
          List.of(new PolicyTrial.Move(HIGH, LOW, 7)),
          List.of(new PolicyTrial.ProvinceMoves(null, 1, 2, 3, 4, 5)));

  private DataSource dataSource;
  private WhatIfOwner owner;
  private WhatIfOwner otherOwner;
  private JdbcWhatIfs whatIfs;
  private JdbcWhatIfs whatIfsOfOther;
  private TransactionTemplate transaction;

  @BeforeEach
  void emptyTables() {
    dataSource = MigratedDatabase.empty();
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    owner = new WhatIfOwner(dataSource);
    otherOwner = new WhatIfOwner(dataSource);
    whatIfs = new JdbcWhatIfs(dataSource, transactions, owner);
    whatIfsOfOther = new JdbcWhatIfs(dataSource, transactions, otherOwner);
    transaction = new TransactionTemplate(transactions);
  }

  @AfterEach
  void giveUpOwners() {
    owner.close();
    otherOwner.close();
  }

  @Test
  void interruptsOnlyTrialsWhoseOwnerIsDead() {
    WhatIfId living = open();
    WhatIfId abandoned =
        transaction.execute(status -> whatIfsOfOther.open(wish(), 99).orElseThrow());
    whatIfsOfOther.interruptAbandoned("The server ended.", NOW);
    assertThat(whatIfs.list(null, 9))
        .extracting(WhatIf::state)
        .containsExactly(WhatIfState.RUNNING, WhatIfState.RUNNING);

    otherOwner.close();
    whatIfs.interruptAbandoned("The server ended.", NOW);

    assertThat(whatIfs.find(abandoned).orElseThrow().state()).isEqualTo(WhatIfState.INTERRUPTED);
    assertThat(whatIfs.find(living).orElseThrow().state()).isEqualTo(WhatIfState.RUNNING);
  }

  @Test
  void ownsTrialsAnewAfterItsSessionWasLost() {
    WhatIfId lost = open();
    JdbcClient.create(dataSource)
        .sql(
            """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND classid = 20101031
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .query(Boolean.class)
        .list();

    WhatIfId next = open();
    whatIfs.interruptAbandoned("The server ended.", NOW);

    assertThat(whatIfs.find(lost).orElseThrow().state()).isEqualTo(WhatIfState.INTERRUPTED);
    assertThat(whatIfs.find(next).orElseThrow().state()).isEqualTo(WhatIfState.RUNNING);
  }

  @Test
  void keepsFiguresAndPartnersPartByPart() {
    WhatIfId id = open();

    whatIfs.carryOut(
        id,
        consumer -> {
          IntStream.range(0, 2_500).mapToObj(JdbcWhatIfsIT::tried).forEach(consumer);
          return new TryPolicyResult.Tried(TRIAL);
        },
        CLOCK);

    WhatIf done = whatIfs.find(id).orElseThrow();
    assertThat(done)
        .isEqualTo(new WhatIf(id, wish(), WhatIfState.DONE, NOW.plusSeconds(60), null, TRIAL));
    List<TriedPartner> all = new ArrayList<>();
    whatIfs.forEachPartner(id, all::add);
    assertThat(all)
        .containsExactlyElementsOf(
            IntStream.range(0, 2_500).mapToObj(JdbcWhatIfsIT::tried).toList());
    assertThat(whatIfs.listPartners(id, false, new PartnerId("P2497"), 9))
        .containsExactly(tried(2_498), tried(2_499));
    assertThat(whatIfs.listPartners(id, true, null, 2)).containsExactly(tried(0), tried(10));
  }

  @Test
  void keepsNoPartnersOfOneThatWasRefusedOrFailed() {
    WhatIfId refused = open();
    whatIfs.carryOut(
        refused,
        consumer -> {
          IntStream.range(0, 1_500).mapToObj(JdbcWhatIfsIT::tried).forEach(consumer);
          return new TryPolicyResult.Refused("Nobody has a tier.");
        },
        CLOCK);
    WhatIfId failed = open();
    assertThatThrownBy(
            () ->
                whatIfs.carryOut(
                    failed,
                    consumer -> {
                      IntStream.range(0, 1_500).mapToObj(JdbcWhatIfsIT::tried).forEach(consumer);
                      throw new IllegalStateException("on purpose");
                    },
                    CLOCK))
        .hasMessage("on purpose");
    whatIfs.fail(failed, "On purpose.", NOW);

    assertThat(whatIfs.list(null, 9))
        .extracting(WhatIf::state, WhatIf::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(WhatIfState.FAILED, "On purpose."),
            org.assertj.core.groups.Tuple.tuple(WhatIfState.FAILED, "Nobody has a tier."));
    assertThat(whatIfs.listPartners(refused, false, null, 1)).isEmpty();
    assertThat(whatIfs.listPartners(failed, false, null, 1)).isEmpty();
  }

  @Test
  void isNotDoneOnceItWasInterrupted() {
    WhatIfId id = open();

    whatIfs.carryOut(
        id,
        consumer -> {
          IntStream.range(0, 1_500).mapToObj(JdbcWhatIfsIT::tried).forEach(consumer);
          owner.close();
          whatIfs.interruptAbandoned("The server ended.", NOW);
          return new TryPolicyResult.Tried(TRIAL);
        },
        CLOCK);

    assertThat(whatIfs.find(id))
        .contains(new WhatIf(id, wish(), WhatIfState.INTERRUPTED, NOW, "The server ended.", null));
    assertThat(whatIfs.listPartners(id, false, null, 1)).isEmpty();
  }

  @Test
  void opensOnlySoManyAtATime() {
    open();
    open();

    assertThat(tryOpen(2)).isEmpty();
    owner.close();
    whatIfs.interruptAbandoned("The server ended.", NOW);
    assertThat(tryOpen(2)).isPresent();
  }

  @Test
  void forgetsAllButTheNewestAndThoseUnderWay() {
    WhatIfId underWay = open();
    List<WhatIfId> ended = IntStream.range(0, 4).mapToObj(i -> open()).toList();
    ended.forEach(id -> whatIfs.fail(id, "On purpose.", NOW));

    transaction.executeWithoutResult(status -> whatIfs.keepNewest(2));

    assertThat(whatIfs.list(null, 9))
        .extracting(WhatIf::id)
        .containsExactly(ended.get(3), ended.get(2), underWay);
    assertThat(whatIfs.list(ended.get(2), 9)).extracting(WhatIf::id).containsExactly(underWay);
  }

  private WhatIfId open() {
    return tryOpen(99).orElseThrow();
  }

  private Optional<WhatIfId> tryOpen(int most) {
    return transaction.execute(status -> whatIfs.open(wish(), most));
  }

  private static WhatIf.Wish wish() {
    return new WhatIf.Wish(CANDIDATE, LocalDate.of(2010, 11, 15), NOW, "anna", NOW);
  }

  private static TriedPartner tried(int number) {
    return new TriedPartner(
        new PartnerId("P%04d".formatted(number)),
        number % 2 == 0 ? null : "Milano",
        null,
        HIGH,
        HIGH,
        LOW,
        number % 10 == 0 ? "is new" : "");
  }
}
