package dev.touchstone.application.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.appeal.port.out.Appeals;
import dev.touchstone.application.appeal.port.out.Appeals.Place;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.standing.WaiverId;
import dev.touchstone.domain.tier.CriterionKind;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierCriterion;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of appeals does. */
public abstract class AppealsContract {

  /** The night that all appeals are against. */
  protected static final NightId NIGHT = new NightId(LocalDate.of(2010, 11, 15), 1);

  private static final Instant NOON = Instant.parse("2010-11-16T12:00:00.000001Z");
  private static final PartnerId ONE = new PartnerId("P-1");
  private static final PartnerId OTHER = new PartnerId("P-2");

  /** Appeals, none for each test; the night is known. */
  protected abstract Appeals appeals();

  /** Does something in a transaction. */
  protected abstract <T> T inTransaction(Supplier<T> work);

  /** The number of a new decision. */
  protected abstract long redecision();

  @Test
  void keepsEveryPartOfAnAppeal() {
    Appeal appeal = appeal(ONE, CriterionKind.SURVEY);
    KeptAppeal kept = add(appeal).orElseThrow();

    assertThat(kept).isEqualTo(new KeptAppeal(appeal, 1));
    assertThat(appeals().find(appeal.id())).contains(kept);
    assertThat(appeals().find(new AppealId("A"))).isEmpty();
  }

  @Test
  void keepsEveryEnd() {
    for (AppealState.Closed end :
        List.of(
            new AppealState.Accepted(NOON, "pia", "why", redecision(), new WaiverId(7)),
            new AppealState.Accepted(NOON, "pia", "why", redecision(), null),
            new AppealState.Rejected(NOON, "pia", "why"),
            new AppealState.Withdrawn(NOON, "paolo"))) {
      Appeal appeal = appeal(ONE, CriterionKind.SURVEY);
      KeptAppeal kept = add(appeal).orElseThrow();
      KeptAppeal closed =
          inTransaction(
              () ->
                  appeals()
                      .replace(
                          appeals().findForChange(appeal.id()).orElseThrow(),
                          kept.appeal().closed(end)));

      assertThat(closed).isEqualTo(new KeptAppeal(appeal.closed(end), 2));
      assertThat(appeals().find(appeal.id())).contains(closed);
    }
  }

  @Test
  void hasOneOpenAppealAgainstAFinding() {
    Appeal first = appeal(ONE, CriterionKind.SURVEY);
    add(first);

    assertThat(add(appeal(ONE, CriterionKind.SURVEY))).isEmpty();
    assertThat(add(appeal(ONE, CriterionKind.REFERENCES))).isPresent();
    assertThat(add(appeal(OTHER, CriterionKind.SURVEY))).isPresent();

    close(first);
    assertThat(add(appeal(ONE, CriterionKind.SURVEY))).isPresent();
  }

  @Test
  void listsAPartnersOwnNewestFirst() {
    Appeal first = appeal(ONE, CriterionKind.SURVEY);
    Appeal foreign = appeal(OTHER, CriterionKind.SURVEY);
    Appeal second = appeal(ONE, CriterionKind.TEAM);
    Appeal third = appeal(ONE, CriterionKind.TOOLKITS);
    List.of(first, foreign, second, third).forEach(this::add);
    close(second);

    assertThat(idsOf(appeals().listOf(ONE, null, 9)))
        .containsExactly(third.id(), second.id(), first.id());
    assertThat(idsOf(appeals().listOf(ONE, third.id(), 1))).containsExactly(second.id());
  }

  @Test
  void listsOpenOnesFirstAndTheOldestOfEachFirst() {
    Appeal first = appeal(ONE, CriterionKind.SURVEY);
    Appeal second = appeal(OTHER, CriterionKind.SURVEY);
    Appeal third = appeal(ONE, CriterionKind.TEAM);
    Appeal fourth = appeal(OTHER, CriterionKind.TEAM);
    List.of(first, second, third, fourth).forEach(this::add);
    close(first);
    close(third);

    List<AppealId> order = List.of(second.id(), fourth.id(), first.id(), third.id());
    assertThat(idsOf(appeals().list(null, null, 9))).isEqualTo(order);
    for (int i = 0; i < order.size(); i++) {
      Place place = new Place(i < 2, order.get(i));
      assertThat(idsOf(appeals().list(null, place, 9)))
          .isEqualTo(order.subList(i + 1, order.size()));
    }
    assertThat(idsOf(appeals().list(AppealState.Kind.REJECTED, null, 1)))
        .containsExactly(first.id());
    assertThat(idsOf(appeals().list(AppealState.Kind.OPEN, new Place(true, second.id()), 9)))
        .containsExactly(fourth.id());
    assertThat(appeals().list(AppealState.Kind.ACCEPTED, null, 9)).isEmpty();
  }

  private Appeal appeal(PartnerId partner, CriterionKind kind) {
    return new Appeal(
        appeals().nextId(),
        partner,
        NIGHT,
        new TierCriterion(new Tier("GOLD"), kind),
        "Perché \"sì\"\ncon più righe",
        NOON,
        new AppealState.Open());
  }

  private Optional<KeptAppeal> add(Appeal appeal) {
    return inTransaction(() -> appeals().add(appeal));
  }

  private void close(Appeal appeal) {
    inTransaction(
        () ->
            appeals()
                .replace(
                    appeals().findForChange(appeal.id()).orElseThrow(),
                    appeal.closed(new AppealState.Rejected(NOON, "pia", "why"))));
  }

  private static List<AppealId> idsOf(List<KeptAppeal> appeals) {
    return appeals.stream().map(kept -> kept.appeal().id()).toList();
  }
}
