package dev.touchstone.application.reference;

import dev.touchstone.application.reference.port.out.MailDomains;

/** Takes the last two labels for what was registered, and posta.example for a provider. */
public final class TwoLabels implements MailDomains {

  @Override
  public String getOwnDomain(String host) {
    int last = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', last - 1) + 1);
  }

  @Override
  public boolean isProvider(String domain) {
    return domain.equals("posta.example");
  }
}
