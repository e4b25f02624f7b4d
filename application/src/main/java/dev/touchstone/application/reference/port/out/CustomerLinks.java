package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.Mailing;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.ReferenceId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The links that customers were sent, each by one mail. Of a link's token only the hash is kept.
 * Changes join the caller's transaction.
 */
public interface CustomerLinks {

  /** Adds a link whose mail is pending; it replaces earlier ones of the kind. */
  void add(LinkHash hash, LinkKind kind, ReferenceId reference, Instant createdAt);

  /** The link of a hash. */
  Optional<FollowedLink> find(LinkHash hash, LinkKind kind);

  /** As {@link #find}; nobody else changes the request until the caller's transaction ends. */
  Optional<FollowedLink> findAndLock(LinkHash hash, LinkKind kind);

  /** Whether the link's mail is still to be sent: pending, and no later one is on its way. */
  boolean awaitsMail(LinkHash hash);

  /**
   * Notes what has become of a pending mail; the request's version grows by one.
   *
   * @param failure why it could not be sent; null if it was
   */
  void settleMail(LinkHash hash, MailState state, Instant at, @Nullable String failure);

  /** The latest mail about a reference. */
  Optional<Mailing> findLatestMail(ReferenceId reference);

  /** When the latest mail with a link of the kind was sent. */
  Optional<Instant> findLastSent(ReferenceId reference, LinkKind kind);

  /** How many links to sign were made for a partner's customers from a moment on. */
  int countSigningLinks(PartnerId partner, Instant from);
}
