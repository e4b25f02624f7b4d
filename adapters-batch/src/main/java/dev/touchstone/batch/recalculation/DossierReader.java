package dev.touchstone.batch.recalculation;

import dev.touchstone.application.tier.port.out.Dossiers.DossierCursor;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.tier.PartnerEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Streams the evidence on partners in byte order of their ids. Its position is the last partner of
 * the last committed chunk; a restart goes on after it.
 */
final class DossierReader implements ItemStreamReader<PartnerEvidence> {

  private static final String LAST = "lastPartner";

  /** Where the evidence comes from. */
  interface Source {

    /** Opens a stream that goes on after a partner, or begins with the first for null. */
    DossierCursor openAfter(@Nullable PartnerId after);
  }

  private final Source source;

  private @Nullable DossierCursor cursor;
  private @Nullable PartnerId last;

  DossierReader(Source source) {
    this.source = source;
  }

  @Override
  public void open(ExecutionContext context) {
    last = context.containsKey(LAST) ? new PartnerId(context.getString(LAST)) : null;
    cursor = source.openAfter(last);
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
