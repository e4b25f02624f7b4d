package dev.touchstone.web.reference;

import com.google.common.net.InternetDomainName;
import dev.touchstone.application.reference.port.out.MailDomains;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registered domains by the public suffix list; providers of mail by {@code mail-providers.txt},
 * because no list of suffixes knows them.
 */
public final class PublicSuffixDomains implements MailDomains {

  private final Set<String> providers;

  /** Reads the list of providers. */
  public PublicSuffixDomains() {
    this.providers = readProviders();
  }

  private static Set<String> readProviders() {
    try (InputStream list =
        Objects.requireNonNull(
            PublicSuffixDomains.class.getResourceAsStream("/mail-providers.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Under a top-level domain that the list does not know, names of two labels are registered. */
  @Override
  public String getOwnDomain(String host) {
    if (!InternetDomainName.isValid(host)) {
      return host;
    }
    InternetDomainName name = InternetDomainName.from(host);
    if (name.isUnderPublicSuffix()) {
      return name.topPrivateDomain().toString();
    }
    int labels = name.parts().size();
    return name.isPublicSuffix() || labels < 2
        ? name.toString()
        : String.join(".", name.parts().subList(labels - 2, labels));
  }

  @Override
  public boolean isProvider(String domain) {
    return providers.contains(domain);
  }
}
