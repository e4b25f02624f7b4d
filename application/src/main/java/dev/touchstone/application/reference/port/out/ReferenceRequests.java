package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.AskedReference;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.ReferenceId;
import dev.touchstone.domain.reference.ReferenceRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The requests for references that went out by mail. Changes join the caller's transaction. */
public interface ReferenceRequests {

  /** An id that no reference has or had, whether by mail or by file. */
  ReferenceId nextId();

  /** Adds a request. */
  void add(ReferenceRequest request);

  /**
   * Puts a request into another state or gives its link more time; its version grows by one.
   *
   * @return whether the version was still the request's; if not, nothing is changed
   */
  boolean update(ReferenceRequest request);

  /** A partner's request; nobody else changes it until the caller's transaction ends. */
  Optional<ReferenceRequest> findAndLock(PartnerId partner, ReferenceId reference);

  /**
   * The references that a partner has asked for in a specialization after a day, those by file
   * included. One that is open, none of whose mails was sent or is in the queue, is left aside: the
   * customer was not reached.
   */
  List<AskedReference> listAsked(
      PartnerId partner, SpecializationCode specialization, LocalDate after);
}
