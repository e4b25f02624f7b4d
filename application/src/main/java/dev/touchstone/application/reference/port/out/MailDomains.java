package dev.touchstone.application.reference.port.out;

/** Whose the domains of websites and mailboxes are. */
public interface MailDomains {

  /**
   * The domain that somebody has registered, in which a host lies: {@code acme.it} of {@code
   * pec.acme.it}. A host that is in none is given back.
   *
   * @param host as {@link dev.touchstone.domain.text.InternetDomain} reads it
   */
  String getOwnDomain(String host);

  /**
   * Whether anybody can have a mailbox in a registered domain, so that it says nothing of whose.
   */
  boolean isProvider(String domain);
}
