package dev.touchstone.batch.standing;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Streams the evidence on a range of partners. Its position is the last partner of the last
 * committed chunk; a restart goes on after it.
 */
final class DossierReader implements ItemStreamReader<PartnerEvidence> {

  private static final String LAST = "lastPartner";

  private final Dossiers dossiers;
  private final PartnerRange range;
  private final Instant knownAt;

  private Dossiers.@Nullable DossierCursor cursor;
  private @Nullable PartnerId last;

  DossierReader(Dossiers dossiers, PartnerRange range, Instant knownAt) {
    this.dossiers = dossiers;
    this.range = range;
    this.knownAt = knownAt;
  }

  @Override
  public void open(ExecutionContext context) {
    last = context.containsKey(LAST) ? new PartnerId(context.getString(LAST)) : null;
    cursor = dossiers.open(range, last, knownAt);
  }

  @Override
  public @Nullable PartnerEvidence read() {
    if (cursor == null) {
      throw new IllegalStateException("The reader has not been opened");
    }
    PartnerEvidence next = cursor.next();
    if (next != null) {
      last = next.partner().id();
    }
    return next;
  }

  @Override
  public void update(ExecutionContext context) {
    if (last != null) {
      context.putString(LAST, last.value());
    }
  }

  @Override
  public void close() {
    if (cursor != null) {
      cursor.close();
      cursor = null;
    }
  }
}
