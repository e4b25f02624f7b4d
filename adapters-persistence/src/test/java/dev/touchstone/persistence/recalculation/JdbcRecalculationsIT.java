package dev.touchstone.persistence.recalculation;

import static dev.touchstone.application.intake.EvidenceKind.CERTIFICATIONS;
import static dev.touchstone.application.intake.EvidenceKind.ENROLLMENTS;
import static dev.touchstone.application.intake.EvidenceKind.PARTNERS;
import static dev.touchstone.application.intake.EvidenceKind.REFERENCES;
import static dev.touchstone.persistence.intake.IntakeFixture.at;
import static dev.touchstone.persistence.intake.IntakeFixture.certificate;
import static dev.touchstone.persistence.intake.IntakeFixture.competency;
import static dev.touchstone.persistence.intake.IntakeFixture.partner;
import static dev.touchstone.persistence.intake.IntakeFixture.reference;
import static dev.touchstone.persistence.intake.IntakeFixture.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.application.recalculation.RecalculationScope;
import dev.touchstone.application.recalculation.RulesFingerprint;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.MigratedDatabase;
import dev.touchstone.persistence.intake.IntakeFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcRecalculationsIT {

  private static final RulesFingerprint RULES = new RulesFingerprint("0a".repeat(32));

  private IntakeFixture intake;
  private JdbcRecalculations recalculations;
  private TransactionTemplate transaction;
  private NightId first;
  private NightId second;
  private Instant since;

  /** Ten partners with one certified person each, and references and responses of two. */
  @BeforeEach
  void takeTheFirstNight() {
    DataSource dataSource = MigratedDatabase.empty();
    intake = new IntakeFixture(dataSource);
    recalculations = new JdbcRecalculations(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    first = intake.night("2010-11-15");
    for (int i = 0; i < 10; i++) {
      intake.take(first, PARTNERS, at(2, partner("P-" + i)));
      intake.take(first, CERTIFICATIONS, at(2, certificate("C-" + i, "H-" + i, "P-" + i)));
    }
    intake.take(first, REFERENCES, at(2, reference("R-1", "P-1", "CRM", null)));
    intake.takeSurvey(first, "alfa", at(2, response("1", "P-1", 8)));
    since = intake.now();
    second = intake.night("2010-11-16");
  }

  @Test
  void choosesNobodyWhereNothingIsNew() {
    assertThat(chosen()).isEmpty();
    assertThat(recalculations.getScope(second)).isEqualTo(new RecalculationScope.Changed(0));
    assertThat(recalculations.partition(second, 4)).isEmpty();
  }

  @Test
  void choosesPartnersWithANewProfileOrStatus() {
    intake.take(second, PARTNERS, at(2, partner("P-3", "Another name", PartnerStatus.ACTIVE)));
    intake.take(second, PARTNERS, at(2, partner("P-4", "Name of P-4", PartnerStatus.SUSPENDED)));
    intake.take(second, PARTNERS, at(2, partner("P-5")));
    intake.take(second, PARTNERS, at(2, partner("P-new")));
    assertThat(chosen()).containsExactly("P-3", "P-4", "P-new");
  }

  @Test
  void choosesPartnersWithAnEnrollment() {
    intake.take(second, ENROLLMENTS, at(2, competency("P-7", "CRM", "2010-01-01", null)));
    assertThat(chosen()).containsExactly("P-7");
  }

  @Test
  void choosesTheEmployersOfThePersonCertified() {
    intake.take(second, CERTIFICATIONS, at(2, certificate("C-new", "H-2", "P-2", "ERP-100")));
    assertThat(chosen()).containsExactly("P-2");
  }

  @Test
  void choosesBothEmployersOfAPersonThatMoves() {
    intake.take(second, CERTIFICATIONS, at(2, certificate("C-2", "H-2", "P-6")));
    assertThat(chosen()).containsExactly("P-2", "P-6");
  }

  @Test
  void choosesThePartnersThatAReferenceNamesAndNamedBefore() {
    intake.take(second, REFERENCES, at(2, reference("R-1", "P-9", "CRM", "2010-11-01")));
    intake.take(second, REFERENCES, at(2, reference("R-2", "P-4", "CRM", "2010-11-01")));
    assertThat(chosen()).containsExactly("P-1", "P-4", "P-9");
  }

  @Test
  void choosesThePartnersThatAResponseNamesAndNamedBefore() {
    intake.takeSurvey(second, "alfa", at(2, response("1", "P-8", 8)));
    intake.takeSurvey(second, "beta", at(2, response("1", "P-2", 8)));
    assertThat(chosen()).containsExactly("P-1", "P-2", "P-8");
  }

  @Test
  void choosesWhoseDayHasCome() {
    due("P-1", "2010-11-15");
    due("P-2", "2010-11-16");
    due("P-3", "2010-11-17");
    due("P-4", "2010-11-16");
    due("P-4", "2010-12-01");
    due("P-5", "2010-11-16");
    due("P-5", null);
    assertThat(chosen()).containsExactly("P-1", "P-2");
  }

  @Test
  void addsThoseGivenThatAreKnown() {
    assertThat(chosen("P-8", "nobody")).containsExactly("P-8");
  }

  @Test
  void keepsTheChoiceWhileDaysAreRecorded() {
    due("P-1", "2010-11-15");
    due("P-2", "2010-11-15");
    assertThat(chosen()).containsExactly("P-1", "P-2");
    due("P-1", "2011-11-15");
    assertThat(list(second)).containsExactly("P-1", "P-2");
  }

  @Test
  void dividesTheChosenOnes() {
    String[] ids = {"P-0", "P-1", "P-3", "P-5", "P-6", "P-7", "P-9"};
    chosen(ids);
    List<PartnerRange> ranges = recalculations.partition(second, 3);
    assertThat(ranges).hasSize(3);
    List<String> listed = new ArrayList<>();
    for (PartnerRange range : ranges) {
      PartnerId after = null;
      for (List<PartnerId> page = recalculations.list(second, range, null, 2);
          !page.isEmpty();
          page = recalculations.list(second, range, after, 2)) {
        page.forEach(partner -> listed.add(partner.value()));
        after = page.get(page.size() - 1);
      }
    }
    assertThat(listed).containsExactly(ids);
  }

  @Test
  void remembersTheRulesAndWhyAllAreDecided() {
    transaction.executeWithoutResult(
        status -> recalculations.planAll(first, "so it was wished", RULES));
    assertThat(recalculations.findRules(first)).contains(RULES);
    assertThat(recalculations.findRules(second)).isEmpty();
    assertThat(recalculations.getScope(first))
        .isEqualTo(new RecalculationScope.All("so it was wished"));
    assertThatThrownBy(() -> recalculations.getScope(second))
        .isInstanceOf(IllegalStateException.class);
  }

  private List<String> chosen(String... more) {
    transaction.executeWithoutResult(
        status ->
            recalculations.planChanged(
                second, since, Arrays.stream(more).map(PartnerId::new).toList(), RULES));
    return list(second);
  }

  private List<String> list(NightId night) {
    return recalculations
        .list(night, new PartnerRange(new PartnerId("!"), null), null, 100)
        .stream()
        .map(PartnerId::value)
        .toList();
  }

  private void due(String partner, @Nullable String day) {
    Map<PartnerId, @Nullable LocalDate> days = new HashMap<>();
    days.put(new PartnerId(partner), day == null ? null : LocalDate.parse(day));
    transaction.executeWithoutResult(status -> recalculations.recordDue(days));
  }
}
