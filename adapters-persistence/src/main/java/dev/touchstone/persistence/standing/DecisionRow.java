package dev.touchstone.persistence.standing;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.tier.EvidenceNumbers;
import dev.touchstone.domain.tier.Tier;
import dev.touchstone.domain.tier.TierDecision;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.persistence.postgres.BinaryCopy;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as {@code tier_decision} has it: what lists and figures need in columns, the whole in
 * the content.
 */
record DecisionRow(
    String partner,
    @Nullable Tier earned,
    EvidenceNumbers numbers,
    List<SpecializationCode> competencies,
    CanonicalJson content,
    Digest digest) {

  static DecisionRow from(TierDecision decision) {
    CanonicalJson content = DecisionJson.write(DecisionContent.from(decision));
    return new DecisionRow(
        decision.partner().value(),
        decision.earned(),
        decision.numbers(),
        decision.competencies(),
        content,
        content.digest());
  }

  void writeTo(BinaryCopy copy, NightId night) throws SQLException {
    copy.beginRow();
    copy.writeText(partner);
    copy.writeDate(night.businessDate());
    copy.writeInt(night.run());
    copy.writeText(earned == null ? null : earned.name());
    copy.writeInt(numbers.peopleCertified());
    copy.writeInt(numbers.specializationsCovered());
    copy.writeInt(numbers.referencesCounted());
    copy.writeInt(numbers.responsesCounted());
    copy.writeInt(numbers.satisfactionSum());
    copy.writeTexts(competencies.stream().map(SpecializationCode::value).toList());
    content.writeTo(copy);
    copy.writeBytes(digest.bytes());
  }
}
