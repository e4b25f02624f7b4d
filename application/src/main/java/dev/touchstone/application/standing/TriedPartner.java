package dev.touchstone.application.standing;

import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.Tier;
import org.jspecify.annotations.Nullable;

/**
 * One partner under the policy in force and under a candidate; tiers are null where there is none.
 *
 * @param partner who
 * @param province the province of its seat, if known
 * @param earnedNow the tier earned now
 * @param earnedThen the tier earned under the candidate
 * @param displayedNow the tier displayed now
 * @param displayedThen the tier displayed under the candidate
 * @param reason why they differ, in one line; empty where they do not
 */
public record TriedPartner(
    PartnerId partner,
    @Nullable String province,
    @Nullable Tier earnedNow,
    @Nullable Tier earnedThen,
    @Nullable Tier displayedNow,
    @Nullable Tier displayedThen,
    String reason) {}
