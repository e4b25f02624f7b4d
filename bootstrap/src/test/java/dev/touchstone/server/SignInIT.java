package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.access.Actor;
import dev.touchstone.application.account.port.in.OpenFirstAccountUseCase;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by the product's own token endpoint. */
class SignInIT {

  private static final Actor TEST = new Actor("test", "COMMAND_LINE", "localhost");

  private static ServerFixture server;
  private static String firstPassword;

  @BeforeAll
  static void start() {
    server =
        ServerFixture.start(
            List.of(PasswordChecks.class),
            "touchstone.sign-in.attempts-per-minute=8",
            "touchstone.sign-in.attempts-per-minute-and-address=1000");
    firstPassword = server.bean(OpenFirstAccountUseCase.class).open(TEST).orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesTheFirstAccountOnceAndItsPasswordServesOnce() {
    assertThat(server.bean(OpenFirstAccountUseCase.class).open(TEST)).isEmpty();

    Answer first = token("program", firstPassword);
    assertThat(first.status()).isEqualTo(200);
    assertThat(token("program", firstPassword).status()).isEqualTo(401);

    Requests program = server.as(first.json().path("access_token").asString());
    for (String refused :
        List.of(passwords(firstPassword, "short"), passwords("not it", "a long one of my own"))) {
      assertThat(program.put("/api/v1/account/password", refused).problem())
          .isEqualTo("rule-violated");
    }
    assertThat(
            program
                .put("/api/v1/account/password", passwords(firstPassword, "a long one of my own"))
                .status())
        .isEqualTo(204);
    assertThat(token("program", "a long one of my own").status()).isEqualTo(200);
    assertThat(token("program", "a long one of my own").status()).isEqualTo(200);
    assertThat(audited("program"))
        .containsExactly(
            "ADD_ACCOUNT PROGRAM, the first account",
            "USE_ONE_TIME_PASSWORD for a token",
            "CHOOSE_PASSWORD ");
  }

  @Test
  void recordsThatAOneTimePasswordOpenedThePage() {
    Answer added =
        server.program().post("/api/v1/accounts", "{\"name\":\"visitor\",\"role\":\"PROGRAM\"}");
    server.sql().sql("UPDATE account SET one_time = 'UNUSED' WHERE name = 'visitor'").update();
    String password = added.json().path("password").asString();
    Requests browser = server.stranger().with("Accept", "text/html");
    Answer form = browser.get("/sign-in");
    assertThat(signIn(browser, form, "visitor", password).header("Location"))
        .endsWith("/account/password?lang=it");
    assertThat(signIn(browser, form, "visitor", password).header("Location")).contains("error");
    assertThat(audited("visitor"))
        .containsExactly("ADD_ACCOUNT PROGRAM", "USE_ONE_TIME_PASSWORD on the sign-in page");
  }

  private static List<String> audited(String account) {
    return server
        .sql()
        .sql(
            "SELECT action || ' ' || detail FROM audit_entry"
                + " WHERE subject = 'account/' || :account ORDER BY audit_id")
        .param("account", account)
        .query(String.class)
        .list();
  }

  @Test
  void bindsTheTokensOfAnAccountToItsPartner() {
    Answer added =
        server
            .program()
            .post(
                "/api/v1/accounts",
                """
                {"name": "acme", "role": "PARTNER", "partnerId": "P-1"}""");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Cache-Control")).contains("no-store");

    Answer token = token("acme", added.json().path("password").asString());
    Answer self = server.as(token.json().path("access_token").asString()).get("/api/v1/account");
    assertThat(self.json().path("partnerId").asString()).isEqualTo("P-1");
    assertThat(self.json().path("role").asString()).isEqualTo("PARTNER");
    assertThat(server.sql().sql("SELECT password_hash FROM account").query(String.class).list())
        .allMatch(hash -> hash.startsWith("$argon2id$"));
  }

  @Test
  void refusesAccountsThatCannotBe() {
    Requests program = server.program();
    assertThat(
            program
                .post("/api/v1/accounts", "{\"name\":\"nobody\",\"role\":\"PARTNER\"}")
                .problem())
        .isEqualTo("rule-violated");
    assertThat(program.post("/api/v1/accounts", "{\"name\":\"N\",\"role\":\"PROGRAM\"}").problem())
        .isEqualTo("invalid-request");
    program.post("/api/v1/accounts", "{\"name\":\"twice\",\"role\":\"PROGRAM\"}");
    assertThat(
            program.post("/api/v1/accounts", "{\"name\":\"twice\",\"role\":\"PROGRAM\"}").problem())
        .isEqualTo("conflict");
  }

  @Test
  void letsNobodyInWhoIsDisabled() {
    Requests program = server.program();
    Answer added = program.post("/api/v1/accounts", "{\"name\":\"gone\",\"role\":\"PROGRAM\"}");
    String password = added.json().path("password").asString();
    assertThat(token("gone", password).status()).isEqualTo(200);

    Answer disabled =
        program
            .with("If-Match", added.header("ETag"))
            .put("/api/v1/accounts/gone/disabled", "{\"disabled\":true}");
    assertThat(disabled.status()).isEqualTo(200);
    assertThat(token("gone", password).status()).isEqualTo(401);
    assertThat(
            program
                .with("If-Match", added.header("ETag"))
                .put("/api/v1/accounts/gone/disabled", "{\"disabled\":false}")
                .status())
        .isEqualTo(412);
    assertThat(program.put("/api/v1/accounts/gone/disabled", "{\"disabled\":false}").status())
        .isEqualTo(428);
  }

  @Test
  void signsAPersonInByCodeAndProof() throws Exception {
    Answer added =
        server.program().post("/api/v1/accounts", "{\"name\":\"person\",\"role\":\"PROGRAM\"}");
    String password = added.json().path("password").asString();
    String verifier = "v".repeat(64);
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    String redirect = server.base() + "/swagger-ui/oauth2-redirect.html";
    String authorize =
        "/oauth2/authorize?response_type=code&client_id=touchstone-browser&state=s&redirect_uri="
            + encode(redirect)
            + "&code_challenge_method=S256&code_challenge="
            + challenge;
    Requests browser = server.stranger().with("Accept", "text/html");

    Answer toSignIn = browser.get(authorize);
    assertThat(toSignIn.status()).isEqualTo(302);
    String session = cookie(toSignIn, "touchstone-session");
    assertThat(toSignIn.headers().allValues("Set-Cookie"))
        .allMatch(c -> c.contains("Secure") && c.contains("HttpOnly") && c.contains("SameSite"));
    Answer form = browser.with("Cookie", session).get("/sign-in");
    String csrf = cookie(form, "touchstone-csrf");
    String field = "username=person&password=" + encode(password);

    assertThat(postForm(browser.with("Cookie", session), "/sign-in", field).status())
        .as("without the form's token")
        .isGreaterThanOrEqualTo(400);
    Answer in =
        postForm(
            browser.with("Cookie", session + "; " + csrf),
            "/sign-in",
            field + "&_csrf=" + encode(hiddenToken(form)));
    assertThat(in.status()).isEqualTo(302);
    assertThat(in.header("Location")).doesNotContain("error");
    String signedIn = cookie(in, "touchstone-session");
    assertThat(signedIn).as("a new session").isNotEqualTo(session);

    Answer back = browser.with("Cookie", signedIn).get(authorize);
    assertThat(back.header("Location")).startsWith(redirect);
    Matcher code = Pattern.compile("code=([^&]+)").matcher(back.header("Location"));
    assertThat(code.find()).isTrue();
    String exchange =
        "grant_type=authorization_code&client_id=touchstone-browser&code="
            + code.group(1)
            + "&redirect_uri="
            + encode(redirect)
            + "&code_verifier=";
    assertThat(postForm(server.stranger(), "/oauth2/token", exchange + "x".repeat(64)).status())
        .as("without the proof")
        .isEqualTo(400);
    Answer token = postForm(server.stranger(), "/oauth2/token", exchange + verifier);
    assertThat(token.status()).as(token.text()).isEqualTo(200);
    assertThat(
            server
                .as(token.json().path("access_token").asString())
                .get("/api/v1/account")
                .json()
                .path("name")
                .asString())
        .isEqualTo("person");

    Answer account = server.program().get("/api/v1/accounts/person");
    server
        .program()
        .with("If-Match", account.header("ETag"))
        .post("/api/v1/accounts/person/password-reset", null);
    Matcher late =
        Pattern.compile("code=([^&]+)")
            .matcher(browser.with("Cookie", signedIn).get(authorize).header("Location"));
    assertThat(late.find()).isTrue();
    assertThat(
            postForm(
                    server.stranger(),
                    "/oauth2/token",
                    exchange.replace(code.group(1), late.group(1)) + verifier)
                .status())
        .as("by a session from before the new password")
        .isBetween(400, 401);
  }

  @Test
  void speaksItalianAndEnglishOnItsPages() {
    Requests browser = server.stranger().with("Accept", "text/html");
    assertThat(browser.get("/sign-in").text())
        .contains("<html lang=\"en\"", "Sign in", "/sign-in?lang=it", "hreflang=\"it\"");
    for (Answer italian :
        List.of(
            browser.get("/sign-in?lang=it"),
            browser.with("Accept-Language", "it-IT,it;q=0.9,en;q=0.8").get("/sign-in"))) {
      assertThat(italian.text()).contains("<html lang=\"it\"", "Accedi").doesNotContain("Sign in");
    }

    Answer added =
        server.program().post("/api/v1/accounts", "{\"name\":\"italian\",\"role\":\"PROGRAM\"}");
    String password = added.json().path("password").asString();
    Answer form = browser.get("/sign-in?lang=it");
    Answer wrong = signIn(browser, form, "italian", "wrong");
    assertThat(wrong.header("Location")).endsWith("/sign-in?error&lang=it");
    assertThat(browser.get(wrong.header("Location")).text())
        .contains("Nome e password non corrispondono");

    Answer in = signIn(browser, form, "italian", password);
    Requests signedIn =
        browser.with(
            "Cookie", cookie(in, "touchstone-session") + "; " + cookie(form, "touchstone-csrf"));
    Answer choice = signedIn.get("/account/password?lang=it");
    assertThat(choice.text()).contains("<html lang=\"it\"", "Password attuale");
    assertThat(choose(signedIn, choice, password, "short").text())
        .contains("Una password ha da 12 a 200 caratteri");
    assertThat(choose(signedIn, choice, "wrong", "una password tutta mia").text())
        .contains("La password attuale è un’altra");
    assertThat(choose(signedIn, choice, password, "una password tutta mia").text())
        .contains("La password è stata cambiata");
  }

  private static Answer signIn(Requests browser, Answer form, String name, String password) {
    return postForm(
        browser.with("Cookie", cookie(form, "touchstone-csrf")),
        "/sign-in",
        "lang=it&username=%s&password=%s&_csrf=%s"
            .formatted(name, encode(password), encode(hiddenToken(form))));
  }

  private static Answer choose(Requests signedIn, Answer form, String present, String password) {
    return postForm(
        signedIn,
        "/account/password",
        "lang=it&present=%s&password=%s&_csrf=%s"
            .formatted(encode(present), encode(password), encode(hiddenToken(form))));
  }

  @Test
  void checksOnePasswordWhetherThereIsSuchAnAccountOrNot() {
    Requests program = server.program();
    program.post("/api/v1/accounts", "{\"name\":\"known\",\"role\":\"PROGRAM\"}");
    Answer added = program.post("/api/v1/accounts", "{\"name\":\"closed\",\"role\":\"PROGRAM\"}");
    program
        .with("If-Match", added.header("ETag"))
        .put("/api/v1/accounts/closed/disabled", "{\"disabled\":true}");
    Requests browser = server.stranger().with("Accept", "text/html");
    Answer form = browser.get("/sign-in");
    String refusal = token("known", "wrong").text();
    String page = signIn(browser, form, "known", "wrong").header("Location");
    for (String name : List.of("known", "closed", "unknown-one", "No Name At All")) {
      int before = PasswordChecks.count();
      Answer token = token(name, "wrong");
      assertThat(token.status()).as(name).isEqualTo(401);
      assertThat(token.text()).as(name).isEqualTo(refusal);
      assertThat(PasswordChecks.count() - before).as("token of " + name).isEqualTo(1);
      assertThat(signIn(browser, form, name, "wrong").header("Location")).as(name).isEqualTo(page);
      assertThat(PasswordChecks.count() - before).as("page of " + name).isEqualTo(2);
    }
  }

  @Test
  void refusesAScopeThatIsNotOfTheAccountsRole() {
    Answer added =
        server.program().post("/api/v1/accounts", "{\"name\":\"scoped\",\"role\":\"PROGRAM\"}");
    String password = added.json().path("password").asString();
    for (String scope : List.of("partner", "program vendor", "nonsense")) {
      Answer token = token("scoped", password, scope);
      assertThat(token.status()).as(scope).isEqualTo(400);
      assertThat(token.json().path("error").asString()).as(scope).isEqualTo("invalid_scope");
    }
    assertThat(token("scoped", password, "program").status()).isEqualTo(200);

    Requests browser = server.stranger().with("Accept", "text/html");
    Answer in = signIn(browser, browser.get("/sign-in"), "scoped", password);
    Requests signedIn = browser.with("Cookie", cookie(in, "touchstone-session"));
    String authorize =
        "/oauth2/authorize?response_type=code&client_id=touchstone-browser&state=s&redirect_uri="
            + encode(server.base() + "/swagger-ui/oauth2-redirect.html")
            + "&code_challenge_method=S256&code_challenge="
            + "c".repeat(43)
            + "&scope=";
    for (String scope : List.of("partner", "program+vendor")) {
      assertThat(signedIn.get(authorize + scope).header("Location"))
          .as(scope)
          .startsWith(server.base() + "/swagger-ui/oauth2-redirect.html?")
          .contains("error=invalid_scope", "state=s")
          .doesNotContain("&code=", "?code=");
    }
    assertThat(signedIn.get(authorize + "program").header("Location")).contains("code=");
  }

  @Test
  void takesNoCodeWithoutAProof() {
    Answer answer =
        server
            .stranger()
            .with("Accept", "text/html")
            .get(
                "/oauth2/authorize?response_type=code&client_id=touchstone-browser&redirect_uri="
                    + encode(server.base() + "/swagger-ui/oauth2-redirect.html"));
    assertThat(answer.header("Location")).contains("error=invalid_request");
  }

  /** The framework sends what it finds wrong with such a client to whatever address is named. */
  @Test
  void givesCodesToNoClientButTheBrowsers() {
    Requests browser = server.stranger().with("Accept", "text/html");
    for (String client :
        List.of("", "&client_id=program", "&client_id=nobody", "&client_id=%00%5C")) {
      for (String uri : List.of("", "&redirect_uri=" + encode("https://elsewhere.example/"))) {
        Answer answer = browser.get("/oauth2/authorize?response_type=code&state=s" + client + uri);
        assertThat(answer.status()).as("%s %s", client, uri).isEqualTo(400);
        assertThat(answer.header("Location")).as("%s %s", client, uri).isNullOrEmpty();
      }
    }
    Answer twice =
        browser.get(
            "/oauth2/authorize?response_type=code&client_id=touchstone-browser&client_id=program");
    assertThat(twice.status()).isEqualTo(400);
  }

  @Test
  void boundsAttemptsAtOneAccount() {
    Answer last = null;
    for (int i = 0; i < 9; i++) {
      last = token("guessed", "wrong");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isNotEmpty();
    assertThat(token("guessed-other", "wrong").status()).isEqualTo(401);
  }

  @Test
  void countsAttemptsHoweverTheNameIsWritten() {
    Answer last = null;
    for (String name :
        List.of("victim", "v%69ctim", "%76ictim", "VICTIM", "victi%6d", "vict%69m")) {
      last = token(name, "wrong");
      last = token(name, "wrong");
    }
    assertThat(last.status()).isEqualTo(429);
  }

  @Test
  void offersNothingElseThatTellsRightPasswordsFromWrongOnes() {
    for (String path :
        List.of("introspect", "revoke", "device_authorization", "device_verification", "par")) {
      Answer answer = postForm(server.stranger(), "/oauth2/" + path, "token=t");
      assertThat(answer.status()).as(path).isIn(403, 404);
    }
  }

  @Test
  void takesNoTokenThatSaysTooLittleOrTooMuch() {
    assertThat(server.stranger().get("/api/v1/account").status()).isEqualTo(401);
    assertThat(server.expired().get("/api/v1/account").status()).isEqualTo(401);
    assertThat(server.forged().get("/api/v1/account").status()).isEqualTo(401);
    assertThat(server.as("no.token.atall").get("/api/v1/account").status()).isEqualTo(401);
  }

  private static String passwords(String present, String chosen) {
    return "{\"presentPassword\":\"%s\",\"password\":\"%s\"}".formatted(present, chosen);
  }

  private static Answer token(String name, String password) {
    return token(name, password, "");
  }

  private static Answer token(String name, String password, String scope) {
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return postForm(
        server.stranger().with("Authorization", "Basic " + basic),
        "/oauth2/token",
        "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + encode(scope)));
  }

  private static Answer postForm(Requests requests, String path, String form) {
    HttpRequest request =
        requests
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return requests.send(request);
  }

  private static String cookie(Answer answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + answer));
  }

  private static String hiddenToken(Answer form) {
    Matcher matcher = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void sendsNobodyElsewhereWithACode() {
    Answer answer =
        server
            .stranger()
            .with("Accept", "text/html")
            .get(
                "/oauth2/authorize?response_type=code&client_id=touchstone-browser&redirect_uri="
                    + encode("https://evil.example/"));
    assertThat(answer.status()).isEqualTo(400);
  }
}
