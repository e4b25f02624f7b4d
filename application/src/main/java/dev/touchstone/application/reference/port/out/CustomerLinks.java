package dev.touchstone.application.reference.port.out;

import dev.touchstone.application.reference.DueMail;
import dev.touchstone.application.reference.FollowedLink;
import dev.touchstone.application.reference.LinkKind;
import dev.touchstone.application.reference.MailState;
import dev.touchstone.application.reference.MailedLink;
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

  /**
   * Adds a link whose mail is pending, and takes the mails with earlier links of the kind out of
   * the queue: nobody starts to send them any more. The earlier links can be used until the new
   * one's mail is sent.
   *
   * @param dueAt from when on the mail is taken to be left behind, unless somebody claims it
   */
  void add(MailedLink link, Instant dueAt);

  /** The link of a hash. */
  Optional<FollowedLink> find(LinkHash hash, LinkKind kind);

  /** As {@link #find}; nobody else changes the request until the caller's transaction ends. */
  Optional<FollowedLink> findAndLock(LinkHash hash, LinkKind kind);

  /**
   * Claims a pending mail, to send it.
   *
   * @param dueAt until when nobody else takes it over
   * @return whether it was still to be sent by the caller; if not, nothing is changed
   */
  boolean claimMail(LinkHash hash, Instant dueAt);

  /**
   * Notes what has become of a mail of the queue; of one that was taken out of it, nothing. The
   * version of the request does not change.
   *
   * @param failure why it could not be sent; null if it was
   * @param againAt when it is due again; null if it leaves the queue
   */
  void settleMail(
      LinkHash hash,
      MailState state,
      Instant at,
      @Nullable String failure,
      @Nullable Instant againAt);

  /**
   * The mail of the queue that has been due longest, of those about requests that nobody else
   * holds; nobody else changes the request or sends the mail until the caller's transaction ends.
   */
  Optional<DueMail> findAndLockDue(Instant now);

  /** The latest mail about a reference. */
  Optional<Mailing> findLatestMail(ReferenceId reference);

  /** When the latest mail with a link of the kind was sent. */
  Optional<Instant> findLastSent(ReferenceId reference, LinkKind kind);

  /**
   * How many links to sign were made for a partner's customers from a moment on, those left aside
   * with which the server itself tried again.
   */
  int countSigningLinks(PartnerId partner, Instant from);
}
