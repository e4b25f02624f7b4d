package dev.touchstone.batch.recalculation;

import dev.touchstone.application.recalculation.port.out.Recalculations;
import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import dev.touchstone.domain.time.NightId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence on a night's chosen partners, page by page: they lie far apart. */
final class ChosenDossiers implements DossierCursor {

  private final Recalculations recalculations;
  private final Dossiers dossiers;
  private final NightId night;
  private final PartnerRange range;
  private final Instant knownAt;
  private final int pageSize;

  private @Nullable PartnerId after;
  private @Nullable DossierCursor page;

  ChosenDossiers(
      Recalculations recalculations,
      Dossiers dossiers,
      NightId night,
      PartnerRange range,
      @Nullable PartnerId after,
      Instant knownAt,
      int pageSize) {
    this.recalculations = recalculations;
    this.dossiers = dossiers;
    this.night = night;
    this.range = range;
    this.after = after;
    this.knownAt = knownAt;
    this.pageSize = pageSize;
  }

  @Override
  public @Nullable PartnerEvidence next() {
    while (true) {
      PartnerEvidence next = page == null ? null : page.next();
      if (next != null || !openNextPage()) {
        return next;
      }
    }
  }

  /** Whether there was one. */
  private boolean openNextPage() {
    close();
    List<PartnerId> partners = recalculations.list(night, range, after, pageSize);
    if (partners.isEmpty()) {
      return false;
    }
    after = partners.get(partners.size() - 1);
    page = dossiers.open(partners, knownAt);
    return true;
  }

  @Override
  public void close() {
    if (page != null) {
      page.close();
      page = null;
    }
  }
}
