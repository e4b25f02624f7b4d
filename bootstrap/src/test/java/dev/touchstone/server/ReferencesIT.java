package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A reference from the request to its end, over HTTP and by mail. */
class ReferencesIT {

  private static final String PARTNER = "P-1";
  private static final String REFERENCES = "/api/v1/partners/P-1/references";
  private static final Pattern LINK =
      Pattern.compile("http://localhost:\\d+(/references/(?:sign|receipt)/([A-Za-z0-9_-]{43}))");
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static final List<String> TOKENS = new ArrayList<>();
  private static GreenMail mail;
  private static ServerFixture server;
  private static int customers;

  @BeforeAll
  static void start() {
    mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    server =
        ServerFixture.start(
            "spring.mail.host=localhost",
            "spring.mail.port=" + mail.getSmtp().getPort(),
            "touchstone.mail.resend-every=200ms");
    LOG.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    EvidenceSql evidence = new EvidenceSql(server.sql());
    evidence.addPartner(
        PARTNER, "Officina \"Più\" <b>S.r.l.</b>", "https://www.officina.example", null);
    evidence.addCompetency(PARTNER, "CRM");
    evidence.addPartner("P-2", "Altro", null, null);
    evidence.addReference("F-1", PARTNER, "CRM");
  }

  @AfterAll
  static void stop() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
    server.close();
    mail.stop();
  }

  @Test
  void goesFromTheRequestToTheWithdrawal() throws Exception {
    Customer customer = ask("it");
    MimeMessage invitation = customer.mail(1);
    assertThat(invitation.getSubject())
        .isEqualTo("Una referenza per Officina \"Più\" <b>S.r.l.</b>");
    assertThat(invitation.getRecipients(Message.RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly(customer.email);

    CustomerBrowser browser = new CustomerBrowser(server);
    String sign = linkIn(invitation);
    browser.open(sign);
    Answer page = browser.open(sign);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("<html lang=\"it\"")
        .contains("conferma che il partner Officina")
        .contains("«CRM»")
        .contains(customer.name);

    Answer signed = browser.submit(sign + "/sign", Map.of("signatory", "Mario Rossi"));
    assertThat(signed.status()).as(signed.toString()).isEqualTo(303);
    Answer receipt = browser.open(signed.header("Location"));
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.text())
        .contains("Firmata da Mario Rossi")
        .contains("Nessuna elaborazione notturna")
        .contains("Ritira la dichiarazione");
    assertThat(customer.read().path("status").asString()).isEqualTo("SIGNED");

    MimeMessage confirmation = customer.mail(2);
    assertThat(confirmation.getSubject()).startsWith("Ricevuta: la Sua referenza per Officina");
    String kept = linkIn(confirmation);
    assertThat(kept).isEqualTo(signed.header("Location").replaceAll("\\?.*", ""));
    assertThat(new CustomerBrowser(server).open(sign).status()).isEqualTo(410);

    Answer withdrawn = browser.submit(kept + "/withdraw", Map.of());
    assertThat(withdrawn.status()).isEqualTo(303);
    Answer after = browser.open(withdrawn.header("Location"));
    assertThat(after.text()).contains("Ha ritirato la dichiarazione").doesNotContain("<form");
    assertThat(customer.read().path("status").asString()).isEqualTo("WITHDRAWN");
    assertThat(actionsOn(customer.reference))
        .containsExactly(
            "WITHDRAW_REFERENCE CUSTOMER", "SIGN_REFERENCE CUSTOMER", "REQUEST_REFERENCE PARTNER");
  }

  @Test
  void declines() {
    Customer customer = ask("en");
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    browser.open(link);

    Answer declined = browser.submit(link + "/decline", Map.of());
    assertThat(declined.status()).isEqualTo(200);
    assertThat(declined.text()).contains("You have declined to sign");
    Answer again = browser.open(link);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.text()).contains("The request was declined");
    assertThat(customer.read().path("status").asString()).isEqualTo("DECLINED");
    assertThat(actionsOn(customer.reference)).first().isEqualTo("DECLINE_REFERENCE CUSTOMER");
  }

  @Test
  void speaksTheLanguageThatIsAskedFor() {
    String link = linkIn(ask("it").mail(1));
    assertThat(new CustomerBrowser(server).open(link).text()).contains("<html lang=\"it\"");
    assertThat(new CustomerBrowser(server, "de, en;q=0.5").open(link).text())
        .contains("<html lang=\"en\"")
        .contains("confirms that the partner");
    assertThat(new CustomerBrowser(server, "de").open(link).text()).contains("<html lang=\"it\"");
    assertThat(new CustomerBrowser(server, "it").open(link + "?lang=en").text())
        .contains("<html lang=\"en\"")
        .contains("href=\"" + link + "?lang=it\"");
  }

  @Test
  void takesNoFormWithoutTheTokenOfThePage() {
    Customer customer = ask("it");
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    browser.open(link);
    String statement = browser.hiddenFields().get("statement");

    for (String form : List.of("/sign", "/decline")) {
      Answer refused =
          browser.submitOnly(
              link + form, Map.of("signatory", "Mario", "statement", statement, "lang", "it"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.header("Content-Type")).startsWith("text/html");
      assertThat(refused.text())
          .contains("<html lang=\"it\"", "Consenta i cookie per questo sito")
          .doesNotContain(link);
    }
    assertThat(browser.submitOnly(link + "/decline", Map.of("lang", "en")).text())
        .contains("<html lang=\"en\"", "allow cookies for this site");
    assertThat(customer.read().path("status").asString()).isEqualTo("REQUESTED");
  }

  @Test
  void guardsItsPagesAndCookies() {
    Answer page = new CustomerBrowser(server).open(linkIn(ask("it").mail(1)));
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .contains("Secure", "HttpOnly", "SameSite=Strict");
    assertThat(page.text()).doesNotContain("<script");
  }

  @Test
  void escapesWhatPeopleWrite() {
    Customer customer = ask("en", "<script>alert(1)</script> & \"Söhne\" " + ++customers);
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    assertThat(browser.open(link).text())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;")
        .doesNotContain("<script>", "<b>S.r.l.");
    Answer signed = browser.submit(link + "/sign", Map.of("signatory", "<img src=x onerror=a>"));
    assertThat(browser.open(signed.header("Location")).text())
        .contains("&lt;img src=x onerror=a&gt;")
        .doesNotContain("<img");
    String letter = textOf(customer.mail(1));
    assertThat(letter.substring(letter.indexOf("<!DOCTYPE html>")))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>", "<b>S.r.l.");
  }

  @Test
  void asksForANameOfOneLine() {
    Customer customer = ask("it");
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    for (String name : List.of("", "  ", "Mario\r\nRossi", "a\u0000b", "x".repeat(201))) {
      browser.open(link);
      Answer answer = browser.submit(link + "/sign", Map.of("signatory", name));
      assertThat(answer.status()).as(name).isEqualTo(400);
      assertThat(answer.text()).contains("Scriva il Suo nome in una sola riga");
    }
    assertThat(customer.read().path("status").asString()).isEqualTo("REQUESTED");
  }

  @Test
  void signsOnlyWhatWasShown() {
    Customer customer = ask("it");
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    browser.open(link);

    Answer changed =
        browser.submit(
            link + "/sign", Map.of("signatory", "Mario", "statement", "of another text"));
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.text()).contains("Il testo è cambiato");
    assertThat(customer.read().path("status").asString()).isEqualTo("REQUESTED");
  }

  @Test
  void signsOnceHoweverOftenTheButtonIsPressed() throws Exception {
    Customer customer = ask("it");
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    browser.open(link);
    ExecutorService hands = Executors.newFixedThreadPool(4);
    List<Callable<Answer>> presses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      presses.add(() -> browser.submit(link + "/sign", Map.of("signatory", "Mario")));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Answer> answer : hands.invokeAll(presses)) {
      statuses.add(answer.get().status());
    }
    hands.shutdown();

    assertThat(statuses).containsExactlyInAnyOrder(303, 410, 410, 410);
    assertThat(actionsOn(customer.reference)).filteredOn(a -> a.startsWith("SIGN")).hasSize(1);
  }

  @Test
  void saysWhyALinkIsNotTaken() {
    CustomerBrowser browser = new CustomerBrowser(server);
    for (String path : List.of("/references/sign/", "/references/receipt/")) {
      for (String token : List.of("x", "A".repeat(43), "%00", "%F0%9F%98%80")) {
        Answer unknown = browser.open(path + token + "?lang=en");
        if (!token.equals("%00")) {
          assertThat(unknown.status()).as(token).isEqualTo(404);
          assertThat(unknown.text()).contains("This link does not exist");
        } else {
          assertThat(unknown.status()).isBetween(400, 404);
        }
      }
    }

    Customer customer = ask("en");
    String link = linkIn(customer.mail(1));
    server
        .sql()
        .sql("UPDATE reference_request SET expires_at = now() WHERE reference_id = :id")
        .param("id", customer.reference)
        .update();
    Answer expired = browser.open(link);
    assertThat(expired.status()).isEqualTo(410);
    assertThat(expired.text()).contains("The time to sign is over");
    assertThat(customer.read().path("status").asString()).isEqualTo("EXPIRED");
  }

  @Test
  void sendsAgainAfterSevenDays() {
    Customer customer = ask("en");
    String earlier = linkIn(customer.mail(1));
    String resend = REFERENCES + "/" + customer.reference + "/resend";
    String version = customer.settled().header("ETag");
    Requests partner = server.partner(PARTNER);

    assertThat(partner.post(resend, "").problem()).isEqualTo("if-match-required");
    assertThat(partner.with("If-Match", "\"77\"").post(resend, "").problem())
        .isEqualTo("lost-update");
    Answer tooSoon = partner.with("If-Match", version).post(resend, "");
    assertThat(tooSoon.problem()).isEqualTo("rule-violated");
    assertThat(server.partner("P-2").with("If-Match", version).post(resend, "").status())
        .isEqualTo(404);

    server
        .sql()
        .sql(
            """
            UPDATE reference_link SET mail_at = mail_at - interval '7 days'
            WHERE reference_id = :id
            """)
        .param("id", customer.reference)
        .update();
    Answer resent = partner.with("If-Match", version).post(resend, "");
    assertThat(resent.status()).as(resent.toString()).isEqualTo(200);
    String later = linkIn(customer.mail(2));
    customer.settled();
    assertThat(later).isNotEqualTo(earlier);
    Answer replaced = new CustomerBrowser(server).open(earlier);
    assertThat(replaced.status()).isEqualTo(410);
    assertThat(replaced.text()).contains("A later mail has brought a new link");
    assertThat(new CustomerBrowser(server).open(later).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatTheRulesForbid() {
    assertThat(post("CRM", "Rossi", "mario@crm.officina.example").problem())
        .isEqualTo("rule-violated");
    assertThat(post("NO_SUCH", "Rossi", "mario@rossi.example").problem())
        .isEqualTo("rule-violated");
    assertThat(post("ERP", "Rossi", "mario@rossi.example").text()).contains("does not request ERP");
    assertThat(post("CRM", "Rossi", "mario@rossi.example\\r\\nBcc: b@c.it").problem())
        .isEqualTo("invalid-request");
    assertThat(post("CRM", "Rossi\\r\\nBcc: b@c.it", "mario@rossi.example").problem())
        .isEqualTo("invalid-request");
    assertThat(server.partner("P-2").get(REFERENCES).status()).isEqualTo(404);
    assertThat(server.program().post(REFERENCES, body("CRM", "Rossi", "m@r.it", "it")).status())
        .isEqualTo(403);

    Customer customer = ask("it");
    Answer again = post("CRM", customer.name.toUpperCase(java.util.Locale.ROOT), "x@y.example");
    assertThat(again.problem()).isEqualTo("rule-violated");
    assertThat(again.text()).contains(customer.reference);
  }

  @Test
  void asksOnceForOneKey() {
    customers++;
    String name = "Cliente " + customers;
    String email = "c" + customers + "@cliente.example";
    Requests partner = server.partner(PARTNER).with("Idempotency-Key", "key-of-" + customers);
    String body = body("CRM", name, email, "it");

    Answer first = partner.post(REFERENCES, body);
    Answer second = partner.post(REFERENCES, body);
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(new Customer(name, email, first.json().path("id").asString()).mail(1)).isNotNull();
  }

  @Test
  void listsReferencesByFileAndByMail() {
    Customer customer = ask("it");
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = server.program().get(REFERENCES + "?limit=2" + after).json();
      page.path("items").forEach(item -> ids.add(item.path("id").asString()));
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());

    assertThat(ids).contains("F-1", customer.reference).isSorted().doesNotHaveDuplicates();
    Answer byFile = server.partner(PARTNER).get(REFERENCES + "/F-1");
    assertThat(byFile.json().path("status").asString()).isEqualTo("REQUESTED");
    assertThat(byFile.json().has("request")).isFalse();
  }

  @Test
  void keepsTheVersionWhateverBecomesOfTheMail() {
    customers++;
    String email = "c" + customers + "@cliente.example";
    Answer created =
        server.partner(PARTNER).post(REFERENCES, body("CRM", "Cliente " + customers, email, "it"));
    Customer customer =
        new Customer("Cliente " + customers, email, created.json().path("id").asString());

    Answer settled = customer.settled();
    assertThat(settled.json().path("request").path("mail").path("state").asString())
        .isEqualTo("SENT");
    assertThat(settled.header("ETag")).isEqualTo(created.header("ETag"));
    Answer again =
        server
            .partner(PARTNER)
            .with("If-None-Match", settled.header("ETag"))
            .get(REFERENCES + "/" + customer.reference);
    assertThat(again.status()).isEqualTo(200);
  }

  @Test
  void triesAFailedMailAgainByItself() throws Exception {
    int port = mail.getSmtp().getPort();
    mail.stop();
    Customer customer;
    try {
      customer = ask("it");
      JsonNode failed = customer.settled().json().path("request").path("mail");
      assertThat(failed.path("nextAttemptAt").asString()).isNotEmpty();
    } finally {
      mail = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
      mail.start();
    }
    server
        .sql()
        .sql("UPDATE reference_link SET due_at = now() WHERE reference_id = :id")
        .param("id", customer.reference)
        .update();

    assertThat(new CustomerBrowser(server).open(linkIn(customer.mail(1))).status()).isEqualTo(200);
    JsonNode sent = customer.settled().json().path("request").path("mail");
    assertThat(sent.path("state").asString()).isEqualTo("SENT");
    assertThat(sent.path("attempt").asInt()).isEqualTo(2);
    assertThat(List.copyOf(LOG.list).stream().map(ILoggingEvent::getFormattedMessage).toList())
        .anyMatch(
            line -> line.contains(customer.reference) && line.contains("is not known to be sent"))
        .noneMatch(line -> line.contains(customer.email));
  }

  @Test
  void saysWhyAMailWasNotSent() throws Exception {
    GreenMail other = mail;
    int port = other.getSmtp().getPort();
    other.stop();
    Customer customer;
    try {
      customer = ask("it");
      JsonNode sent = customer.settled().json().path("request").path("mail");
      assertThat(sent.path("state").asString()).isEqualTo("FAILED");
      assertThat(sent.path("failure").asString()).contains("mail server");
    } finally {
      mail = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
      mail.start();
    }
    Answer resent =
        server
            .partner(PARTNER)
            .with("If-Match", customer.settled().header("ETag"))
            .post(REFERENCES + "/" + customer.reference + "/resend", "");
    assertThat(resent.status()).as(resent.toString()).isEqualTo(200);
    assertThat(new CustomerBrowser(server).open(linkIn(customer.mail(1))).status()).isEqualTo(200);
  }

  @Test
  void tellsNobodyElseAToken() {
    Customer customer = ask("it");
    String link = linkIn(customer.mail(1));
    CustomerBrowser browser = new CustomerBrowser(server);
    browser.open(link);
    browser.submit(link + "/sign", Map.of("signatory", "Mario"));
    linkIn(customer.mail(2));

    String said =
        server.partner(PARTNER).get(REFERENCES + "?limit=500").text()
            + server.program().get("/api/v1/audit?limit=500").text();
    List<String> logged =
        List.copyOf(LOG.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    for (String token : List.copyOf(TOKENS)) {
      assertThat(said).doesNotContain(token);
      assertThat(logged).noneMatch(line -> line.contains(token));
    }
    for (String table :
        server
            .sql()
            .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            .query(String.class)
            .list()) {
      String everything =
          server
              .sql()
              .sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM \"%s\" t".formatted(table))
              .query(String.class)
              .single();
      for (String token : List.copyOf(TOKENS)) {
        assertThat(everything).as(table).doesNotContain(token);
      }
    }
  }

  private static Customer ask(String language) {
    return ask(language, "Cliente " + ++customers);
  }

  private static Customer ask(String language, String name) {
    String email = "c" + customers + "@cliente.example";
    Answer answer = server.partner(PARTNER).post(REFERENCES, body("CRM", name, email, language));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    String id = answer.json().path("id").asString();
    assertThat(answer.header("Location")).isEqualTo(REFERENCES + "/" + id);
    assertThat(answer.header("ETag")).isNotEmpty();
    return new Customer(name, email, id);
  }

  private static Answer post(String specialization, String name, String email) {
    return server.partner(PARTNER).post(REFERENCES, body(specialization, name, email, "it"));
  }

  private static String body(String specialization, String name, String email, String language) {
    return """
        {"specialization": "%s", "customerName": "%s", "signatoryEmail": "%s", "language": "%s"}
        """
        .formatted(specialization, name.replace("\"", "\\\""), email, language);
  }

  private static List<String> actionsOn(String reference) {
    List<String> actions = new ArrayList<>();
    server
        .program()
        .get("/api/v1/audit?limit=500")
        .json()
        .path("items")
        .forEach(
            entry -> {
              if (entry.path("subject").asString().equals("reference/" + reference)) {
                actions.add(entry.path("action").asString() + " " + entry.path("role").asString());
              }
            });
    return actions;
  }

  private static String linkIn(MimeMessage message) {
    Matcher matcher = LINK.matcher(textOf(message));
    assertThat(matcher.find()).isTrue();
    TOKENS.add(matcher.group(2));
    return matcher.group(1);
  }

  /** All parts of a message, one after another. */
  private static String textOf(MimeMessage message) {
    try {
      return partsOf(message.getContent());
    } catch (java.io.IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String partsOf(Object content) throws java.io.IOException, MessagingException {
    if (content instanceof jakarta.mail.Multipart parts) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(partsOf(parts.getBodyPart(i).getContent()));
      }
      return text.toString();
    }
    return String.valueOf(content);
  }

  /** A customer who was asked. */
  private static final class Customer {

    private final String name;
    private final String email;
    private final String reference;

    Customer(String name, String email, String reference) {
      this.name = name;
      this.email = email;
      this.reference = reference;
    }

    JsonNode read() {
      return server.partner(PARTNER).get(REFERENCES + "/" + reference).json();
    }

    /** The reference once its latest mail is not pending any more. */
    Answer settled() {
      long deadline = System.nanoTime() + PATIENCE;
      while (System.nanoTime() < deadline) {
        Answer answer = server.partner(PARTNER).get(REFERENCES + "/" + reference);
        String state = answer.json().path("request").path("mail").path("state").asString();
        if (!state.equals("PENDING")) {
          return answer;
        }
        pause();
      }
      throw new AssertionError("The mail to " + email + " stays pending");
    }

    /** The first mail, the second and so on; waits for it. */
    MimeMessage mail(int number) {
      long deadline = System.nanoTime() + PATIENCE;
      while (System.nanoTime() < deadline) {
        List<MimeMessage> received = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
          if (isTo(message)) {
            received.add(message);
          }
        }
        if (received.size() >= number) {
          return received.get(number - 1);
        }
        pause();
      }
      throw new AssertionError("No mail number " + number + " came to " + email);
    }

    private boolean isTo(MimeMessage message) {
      try {
        return message.getAllRecipients()[0].toString().equals(email);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void pause() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
