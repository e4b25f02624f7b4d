package dev.touchstone.domain.reference;

/**
 * The secret in a link: who has it may sign, or take the signature back. It is kept nowhere; only
 * its hash is.
 */
public record LinkToken(String value) {

  /** What is kept of it. */
  public LinkHash hash() {
    return LinkHash.of(value);
  }

  /** Nothing that could end up in a log. */
  @Override
  public String toString() {
    return "LinkToken[secret]";
  }
}
