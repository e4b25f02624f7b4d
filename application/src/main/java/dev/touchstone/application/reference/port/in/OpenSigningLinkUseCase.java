package dev.touchstone.application.reference.port.in;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.Statement;
import dev.touchstone.domain.text.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows a customer what there is to sign; looking changes nothing. */
public interface OpenSigningLinkUseCase {

  /**
   * What the link leads to.
   *
   * @param language of the statement; null for the one in which the customer is addressed
   */
  SigningLink open(LinkHash link, @Nullable Language language);

  /** What a link to sign leads to. */
  sealed interface SigningLink {

    /**
     * A statement that can be signed or declined.
     *
     * @param statement its words
     * @param partner the partner's name
     * @param specialization what it is about
     * @param customer the customer's name
     * @param signatoryName whom the mail greeted; null where no name was known
     * @param addressedIn the language in which the customer is addressed
     * @param expiresAt from when on the link is not taken
     */
    record Open(
        Statement statement,
        String partner,
        SpecializationCode specialization,
        String customer,
        @Nullable String signatoryName,
        Language addressedIn,
        Instant expiresAt)
        implements SigningLink {}

    /** Nothing any more, for a reason. */
    record Closed(ClosedReason reason, Language addressedIn) implements SigningLink {}

    /** No such link was ever made. */
    record Unknown() implements SigningLink {}
  }

  /** Why a link to sign is not taken. */
  enum ClosedReason {
    /** The statement is signed. */
    SIGNED,
    /** The customer has declined. */
    DECLINED,
    /** A later mail brought another link. */
    REPLACED,
    /** Its time is over. */
    EXPIRED
  }
}
