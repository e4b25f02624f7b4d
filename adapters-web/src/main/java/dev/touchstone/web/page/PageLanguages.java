package dev.touchstone.web.page;

import dev.touchstone.domain.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the one that its address asks for ({@code ?lang=it}), else the first that
 * the browser names and the program speaks, else the one that the page itself suggests, else
 * English.
 */
public final class PageLanguages implements LocaleResolver {

  /** The parameter that asks for a language. */
  public static final String PARAMETER = "lang";

  private static final String SUGGESTED = PageLanguages.class.getName() + ".suggested";

  /** The language that the reader has chosen, by the address or the browser. */
  public static Optional<Language> findChosen(HttpServletRequest request) {
    String asked = request.getParameter(PARAMETER);
    return Optional.ofNullable(asked).flatMap(Language::find).or(() -> findAccepted(request));
  }

  private static Optional<Language> findAccepted(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      // Without the header the container names the server's own language.
      return Optional.empty();
    }
    List<Locale> accepted = Collections.list(request.getLocales());
    return accepted.stream()
        .flatMap(locale -> Language.find(locale.getLanguage()).stream())
        .findFirst();
  }

  /** Suggests a language, for readers who have chosen none. */
  public static void suggest(HttpServletRequest request, Language language) {
    request.setAttribute(SUGGESTED, language);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    Object suggested = request.getAttribute(SUGGESTED);
    Language other = suggested instanceof Language language ? language : Language.EN;
    return findChosen(request).orElse(other).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is in the address");
  }
}
