package dev.touchstone.domain.text;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The domain in what people write as an address; case and accents are folded, and it is written in
 * its own letters even where the address has them in ASCII ({@code xn--…}).
 */
public final class InternetDomain {

  /** Perhaps a scheme and a user, then the host up to a port, path, query or fragment. */
  private static final Pattern WEBSITE =
      Pattern.compile("(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#@]*@)?(?:www\\.)?([^/?#:@\\s]+)");

  private InternetDomain() {}

  /** What stands behind the at sign. */
  public static Optional<String> ofEmail(String email) {
    String folded = Text.fold(email);
    int at = folded.lastIndexOf('@');
    return at < 0 ? Optional.empty() : named(folded.substring(at + 1));
  }

  /** The host, {@code www.} left aside. */
  public static Optional<String> ofWebsite(String website) {
    Matcher matcher = WEBSITE.matcher(Text.fold(website));
    return matcher.lookingAt() ? named(matcher.group(1)) : Optional.empty();
  }

  /** A name without a dot is nobody's domain, and a dot at its end says nothing. */
  private static Optional<String> named(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.indexOf('.') > 0 ? Optional.of(Text.fold(IDN.toUnicode(name))) : Optional.empty();
  }
}
