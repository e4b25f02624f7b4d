package dev.touchstone.application.reference.port.in;

import dev.touchstone.application.reference.port.in.OpenSigningLinkUseCase.SigningLink;
import dev.touchstone.domain.reference.LinkHash;
import dev.touchstone.domain.reference.LinkToken;
import dev.touchstone.domain.text.Language;
import dev.touchstone.domain.text.OneLine;

/** Signs a statement. Of several at once with one link, one signs. */
public interface SignReferenceUseCase {

  /** Signs what the customer has seen, and has a receipt sent. */
  SignReferenceResult sign(SignReferenceCommand command);

  /**
   * A customer's will.
   *
   * @param link the link followed
   * @param address from what network address
   * @param signatory who signs, as the signatory writes the own name
   * @param language the language of the statement that was shown
   * @param statementSha256 the digest of its words
   */
  record SignReferenceCommand(
      LinkHash link, String address, String signatory, Language language, String statementSha256) {

    /** The longest name, in code points. */
    public static final int MOST = 200;

    /**
     * Trims the name.
     *
     * @throws IllegalArgumentException if it is no line of text
     */
    public SignReferenceCommand {
      signatory = OneLine.of("The name", signatory, MOST);
    }
  }

  /** How it went. */
  sealed interface SignReferenceResult {

    /**
     * It is signed.
     *
     * @param receipt the secret of the link to the receipt
     */
    record Signed(LinkToken receipt) implements SignReferenceResult {}

    /** The words are others by now: the day or a name has changed since they were shown. */
    record Changed() implements SignReferenceResult {}

    /**
     * The link cannot be used.
     *
     * @param link why
     */
    record NotSigned(SigningLink link) implements SignReferenceResult {}
  }
}
