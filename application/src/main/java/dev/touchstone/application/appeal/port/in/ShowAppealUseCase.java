package dev.touchstone.application.appeal.port.in;

import dev.touchstone.application.appeal.AppealDetails;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.partner.PartnerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows appeals with what was decided before and after. */
public interface ShowAppealUseCase {

  /**
   * An appeal.
   *
   * @param owner whose it must be; null for anybody's
   */
  Optional<AppealDetails> find(AppealId id, @Nullable PartnerId owner);
}
