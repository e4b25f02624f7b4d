package dev.touchstone.web.account;

import dev.touchstone.application.account.port.in.UseOneTimePasswordUseCase;
import dev.touchstone.application.account.port.out.Accounts;
import dev.touchstone.application.account.port.out.Passwords;
import dev.touchstone.web.api.BodyLimitFilter;
import dev.touchstone.web.api.Callers;
import dev.touchstone.web.api.ProblemType;
import dev.touchstone.web.api.Problems;
import dev.touchstone.web.idempotency.IdempotencyFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who may reach what over HTTP: the API by bearer tokens, pages by sessions and forms. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final String OWN_PAGES =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  /** Pages that work without scripts, and better with htmx. */
  private static final String DIRECTORY_PAGES =
      OWN_PAGES + "; script-src 'self'; connect-src 'self'";

  /**
   * The viewer of the documentation calls the API; the one style that is not in a file is that of
   * its logo.
   */
  private static final String DOCUMENTATION =
      "default-src 'none'; script-src 'self';"
          + " style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final String[] DOCUMENTS = {
    "/docs/**", "/docs", "/swagger-ui/**", "/v3/api-docs/**", "/v3/api-docs", "/v3/api-docs.yaml"
  };

  /** Nothing below these changes anything, and nothing asks who reads it. */
  private static final String[] PUBLIC = {
    "/",
    "/directory",
    "/directory/**",
    "/badges/**",
    "/credentials/**",
    "/feed/**",
    "/.well-known/**",
    "/sitemap.xml",
    "/sitemaps/**",
    "/robots.txt",
    "/assets/**"
  };

  @Bean
  Callers callers() {
    return new TokenCallers();
  }

  @Bean
  StrictHttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderValues(new HeaderValues());
    return firewall;
  }

  @Bean
  SignInAttempts signInAttempts(SignInProperties properties) {
    return new SignInAttempts(properties);
  }

  @Bean
  PasswordEncoder passwordEncoder(Passwords passwords) {
    return new AccountPasswordEncoder(passwords);
  }

  @Bean
  UserDetailsService users(Accounts accounts) {
    return new AccountUsers(accounts);
  }

  /** The API: a token with every request, and nothing kept between two. */
  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http, IdempotencyFilter idempotency, JwtDecoder decoder, Clock clock)
      throws Exception {
    RecentTokens tokens = new RecentTokens(decoder, clock);
    AuthenticationEntryPoint signInFirst =
        (request, response, failure) -> {
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
          Problems.write(
              response,
              ProblemType.UNAUTHENTICATED,
              "The token is missing, expired or not valid here; POST /oauth2/token gives one.");
        };
    AccessDeniedHandler notAllowed =
        (request, response, failure) ->
            Problems.write(response, ProblemType.FORBIDDEN, "You may not do this.");
    // Which role may do what is said by each operation: see Access. What the framework would do
    // for sessions and for requests of nobody costs with every request and is not needed.
    http.securityMatcher("/api/**")
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(new BearerTokens())
                    .authenticationManagerResolver(request -> tokens)
                    .authenticationEntryPoint(signInFirst)
                    .accessDeniedHandler(notAllowed))
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(signInFirst).accessDeniedHandler(notAllowed))
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterAfter(new BodyLimitFilter(), AuthorizationFilter.class)
        .addFilterAfter(idempotency, BodyLimitFilter.class)
        .headers(
            headers -> {
              headers.withObjectPostProcessor(writtenFirst());
              secure(headers, NOTHING);
              // What is asked for again may be answered 304, but only to who asked first.
              headers
                  .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                  .addHeaderWriter(
                      new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"));
            });
    return http.build();
  }

  /**
   * Headers written before the answer rather than with its first byte: nothing has to watch for
   * that byte, and an operation that knows better replaces them.
   */
  private static ObjectPostProcessor<HeaderWriterFilter> writtenFirst() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends HeaderWriterFilter> O postProcess(O filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
      }
    };
  }

  /** The documentation of the API, for everybody. */
  @Bean
  @Order(3)
  SecurityFilterChain documentation(HttpSecurity http) throws Exception {
    http.securityMatcher(DOCUMENTS)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers -> secure(headers, DOCUMENTATION));
    return http.build();
  }

  /** Pages that customers reach by the links of their mails: no session, but forms are guarded. */
  @Bean
  @Order(4)
  SecurityFilterChain customerPages(HttpSecurity http) throws Exception {
    http.securityMatcher("/references/**", "/webjars/**", "/error")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
        .headers(headers -> secure(headers, OWN_PAGES));
    return http.build();
  }

  /** What everybody may read: the directory, its feed, badges and the keys that prove them. */
  @Bean
  @Order(5)
  SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
    http.securityMatcher(PUBLIC)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(
                    (request, response, failure) -> notFound(request, response)))
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            headers -> {
              secure(headers, DIRECTORY_PAGES);
              // Each says by itself how long it may be kept.
              headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            });
    return http.build();
  }

  /** All other pages are for who has signed in; what does not exist is for nobody. */
  @Bean
  @Order(6)
  SecurityFilterChain signedInPages(
      HttpSecurity http,
      Accounts accounts,
      UseOneTimePasswordUseCase useOneTimePassword,
      SignInProperties properties,
      SignInAttempts attempts)
      throws Exception {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(AccountPages.SIGN_IN)
                    .permitAll()
                    .requestMatchers(AccountPages.PASSWORD)
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .formLogin(
            form ->
                form.loginPage(AccountPages.SIGN_IN)
                    .successHandler(new SignedIn(accounts, useOneTimePassword))
                    .failureHandler(new SignInRefused()))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(SecurityConfiguration::signInOrNothing)
                    .accessDeniedHandler(
                        (request, response, denied) -> notFound(request, response)))
        .requestCache(
            cache -> {
              HttpSessionRequestCache saved = new HttpSessionRequestCache();
              saved.setRequestMatcher(
                  request -> request.getServletPath().equals(AccountPages.PASSWORD));
              cache.requestCache(saved);
            })
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(AccountPages.SIGN_IN))
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
        .addFilterBefore(new SignInLimit(attempts), CsrfFilter.class)
        .headers(headers -> secure(headers, formsTo(properties)));
    return http.build();
  }

  /** One page needs a person; where there is no page, nobody has to sign in to learn it. */
  private static void signInOrNothing(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (request.getServletPath().equals(AccountPages.PASSWORD)) {
      response.sendRedirect(AccountPages.SIGN_IN);
    } else {
      notFound(request, response);
    }
  }

  private static void notFound(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problems.write(
        response, ProblemType.NOT_FOUND, "There is no " + request.getServletPath() + " here.");
  }

  /** A browser that signs in is sent on to where its code is wanted. */
  private static String formsTo(SignInProperties properties) {
    StringBuilder targets = new StringBuilder("form-action 'self'");
    for (String uri : properties.redirectUris()) {
      URI target = URI.create(uri);
      targets.append(' ').append(target.getScheme()).append("://").append(target.getAuthority());
    }
    return OWN_PAGES.replace("form-action 'self'", targets);
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
    repository.setCookieName("touchstone-csrf");
    repository.setCookiePath("/");
    repository.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Strict"));
    return repository;
  }

  static void secure(HeadersConfigurer<HttpSecurity> headers, String contentSecurity) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurity))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .httpStrictTransportSecurity(
            hsts -> hsts.includeSubDomains(false).maxAgeInSeconds(31_536_000));
  }
}
