package dev.touchstone.application.partner.port.out;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The partners as they are known now. Changes are made within the caller's transaction, by the only
 * writer of evidence ({@link dev.touchstone.application.audit.port.out.EvidenceClock}).
 */
public interface Partners {

  /**
   * A partner.
   *
   * @param day on which its status is asked for
   */
  Optional<KnownPartner> find(PartnerId partner, LocalDate day);

  /**
   * Partners in byte order of their ids.
   *
   * @param namePart what their names contain, whatever its case; null for all
   * @param after the id before the first; null to begin with the first
   * @param limit how many at most
   * @param day on which their status is asked for
   */
  List<KnownPartner> list(
      @Nullable String namePart, @Nullable PartnerId after, int limit, LocalDate day);

  /** An id of the program's own series that no partner has. */
  PartnerId nextId();

  /** Records a partner that nobody knew. It is active from the start. */
  void add(Partner partner, Recording recording);

  /** Records what has become of a profile. */
  void change(Partner partner, Recording recording);

  /** Records whether the partner hides. */
  void hide(PartnerId partner, boolean hidden, Recording recording);

  /** Whether a partner is suspended on a day, and a person has made it so. */
  boolean isSuspendedByHand(PartnerId partner, LocalDate day);

  /**
   * Has a status hold from the day of the change. A suspension is a person's from then on, also
   * where files had suspended the partner before.
   */
  void changeStatus(PartnerId partner, PartnerStatus status, Recording recording);
}
