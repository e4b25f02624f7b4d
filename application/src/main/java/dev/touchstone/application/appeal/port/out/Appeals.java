package dev.touchstone.application.appeal.port.out;

import dev.touchstone.application.appeal.KeptAppeal;
import dev.touchstone.domain.appeal.Appeal;
import dev.touchstone.domain.appeal.AppealId;
import dev.touchstone.domain.appeal.AppealState;
import dev.touchstone.domain.partner.PartnerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The appeals of all partners. */
public interface Appeals {

  /** An id that no appeal has, higher than all before. */
  AppealId nextId();

  /**
   * Keeps a new appeal, within the caller's transaction.
   *
   * @return empty if the partner has an open one against the same finding of that date
   */
  Optional<KeptAppeal> add(Appeal appeal);

  /** An appeal. */
  Optional<KeptAppeal> find(AppealId id);

  /** An appeal that nobody else changes until the caller's transaction ends. */
  Optional<KeptAppeal> findForChange(AppealId id);

  /** Keeps an appeal in place of an earlier version, within the caller's transaction. */
  KeptAppeal replace(KeptAppeal earlier, Appeal appeal);

  /**
   * A partner's appeals, newest first.
   *
   * @param before the id before which to begin; null to begin with the newest
   * @param limit how many at most
   */
  List<KeptAppeal> listOf(PartnerId partner, @Nullable AppealId before, int limit);

  /**
   * Appeals of all partners: the open ones first, and the oldest of each first.
   *
   * @param state of that state alone; null for all
   * @param after the appeal after which to begin, as it was in the list; null for the beginning
   * @param limit how many at most
   */
  List<KeptAppeal> list(AppealState.@Nullable Kind state, @Nullable Place after, int limit);

  /**
   * The place of an appeal in the list of all.
   *
   * @param open whether it was open
   * @param id its id
   */
  record Place(boolean open, AppealId id) {}
}
