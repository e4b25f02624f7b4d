package dev.touchstone.web.reference;

import dev.touchstone.application.reference.port.out.LinkTokens;
import dev.touchstone.domain.reference.LinkToken;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens of 256 random bits, in the letters that an address takes as they are. */
public final class RandomLinkTokens implements LinkTokens {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public LinkToken next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
