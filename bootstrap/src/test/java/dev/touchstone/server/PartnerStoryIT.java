package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.touchstone.application.access.Actor;
import dev.touchstone.application.account.port.in.OpenFirstAccountUseCase;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The whole story: from the first sign-in to a partner that is GOLD and can read why. */
class PartnerStoryIT {

  private static final Pattern LINK =
      Pattern.compile("http://[^\\s\"<]+/references/sign/[^\\s\"<]+");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));

  /** Each with a certification code that no other of them accepts. */
  private static final Map<String, String> COMPETENCIES =
      Map.of(
          "CRM", "TC-109",
          "ERP", "TC-121",
          "DESKTOP", "TC-115",
          "DATA_PLATFORM", "TC-112");

  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

  private static GreenMail mail;
  private static ServerFixture server;

  @BeforeAll
  static void start() {
    mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    server =
        ServerFixture.start(
            "spring.mail.host=localhost", "spring.mail.port=" + mail.getSmtp().getPort());
    LOG.start();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(LOG);
  }

  @AfterAll
  static void stop() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
    server.close();
    mail.stop();
  }

  @Test
  void aPartnerBecomesGoldAndReadsWhy() throws Exception {
    String oneTime =
        server
            .bean(OpenFirstAccountUseCase.class)
            .open(new Actor("test", "COMMAND_LINE", "localhost"))
            .orElseThrow();
    Requests program = signIn("program", oneTime);
    created(
        program.post(
            "/api/v1/partners",
            """
            {"partnerId": "P-1", "name": "Officina Software S.r.l.", "province": "MI",
             "website": "https://officina.example", "contactEmail": "info@officina.example",
             "registeredOn": "2010-11-01"}"""));
    Requests partner = withAccount(program, "officina", "\"PARTNER\", \"partnerId\": \"P-1\"");
    Requests vendor = withAccount(program, "sondaggi", "\"VENDOR\", \"vendor\": \"sondaggi\"");

    enroll(partner);
    askAndSign(partner);
    uploadSurvey(vendor);
    Files.createDirectories(server.folder().resolve("inbox/certifications"));
    Files.writeString(server.folder().resolve("inbox/certifications/export.csv"), certifications());
    runNight(program);

    JsonNode standing = ok(partner.get("/api/v1/partners/P-1/standing")).json();
    assertThat(standing.path("earned").asString()).isEqualTo("GOLD");
    assertThat(standing.path("displayed").asString()).isEqualTo("GOLD");
    assertThat(standing.path("businessDate").asString()).isEqualTo(TODAY.toString());
    String why = ok(partner.get("/api/v1/partners/P-1/explanation")).text();
    assertThat(why).contains("GOLD", "H-CRM", "H-ERP", "H-DESKTOP", "H-DATA_PLATFORM");
    assertThat(ok(partner.get("/api/v1/partners/P-1/survey-summary")).text())
        .doesNotContain("Cliente", "secret comment", "@");
    assertThat(ok(program.get("/api/v1/audit?limit=500")).text())
        .contains("REGISTER_PARTNER", "ADD_ENROLLMENT", "SIGN_REFERENCE", "START_NIGHT")
        .doesNotContain(oneTime);
    assertNoSecretsInTheLog(oneTime, "a secret comment", "capo@cliente");
  }

  private static void enroll(Requests partner) {
    created(
        partner.post(
            "/api/v1/partners/P-1/enrollments",
            "{\"specialization\": \"CRM\", \"kind\": \"TOOLKIT\"}"));
    for (String specialization : COMPETENCIES.keySet()) {
      created(
          partner.post(
              "/api/v1/partners/P-1/enrollments",
              "{\"specialization\": \"%s\", \"kind\": \"COMPETENCY\"}".formatted(specialization)));
    }
  }

  private static void askAndSign(Requests partner) throws Exception {
    List<String> asked = List.of("CRM", "ERP", "DESKTOP", "DATA_PLATFORM", "CRM");
    for (int i = 0; i < asked.size(); i++) {
      created(
          partner.post(
              "/api/v1/partners/P-1/references",
              """
              {"specialization": "%s", "customerName": "Cliente %d S.p.A.",
               "signatoryEmail": "capo@cliente%d.example", "language": "it"}"""
                  .formatted(asked.get(i), i, i)));
    }
    assertThat(mail.waitForIncomingEmail(30_000, asked.size())).isTrue();
    for (MimeMessage message : mail.getReceivedMessages()) {
      Matcher link = LINK.matcher(textOf(message.getContent()));
      if (link.find()) {
        CustomerBrowser browser = new CustomerBrowser(server);
        ok(browser.open(link.group()));
        Answer signed = browser.submit(link.group() + "/sign", Map.of("signatory", "Anna Capo"));
        assertThat(signed.status()).as(signed.toString()).isEqualTo(303);
      }
    }
  }

  private static void uploadSurvey(Requests vendor) throws IOException {
    JsonNode upload = Uploads.run(vendor, survey());
    assertThat(upload.path("state").asString()).as(upload.toString()).isEqualTo("TAKEN");
    JsonNode again = Uploads.run(vendor, survey());
    assertThat(again.path("state").asString()).as(again.toString()).isEqualTo("REPEATED");
  }

  private static byte[] cachedSurvey;

  /** Ten answers of ten customers; the same bytes each time. */
  private static byte[] survey() throws IOException {
    if (cachedSurvey == null) {
      try (XSSFWorkbook workbook = new XSSFWorkbook();
          ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
        Sheet sheet = workbook.createSheet("Risposte");
        List<String> headers =
            List.of(
                "ID risposta",
                "Codice partner",
                "Data",
                "Cliente",
                "Soddisfazione complessiva",
                "Commento");
        Row header = sheet.createRow(0);
        for (int i = 0; i < headers.size(); i++) {
          header.createCell(i).setCellValue(headers.get(i));
        }
        for (int i = 1; i <= 10; i++) {
          Row row = sheet.createRow(i);
          row.createCell(0).setCellValue("S-" + i);
          row.createCell(1).setCellValue("P-1");
          row.createCell(2).setCellValue(TODAY.minusDays(i).toString());
          row.createCell(3).setCellValue("Cliente " + i);
          row.createCell(4).setCellValue(8);
          row.createCell(5).setCellValue("a secret comment");
        }
        workbook.write(bytes);
        cachedSurvey = bytes.toByteArray();
      }
    }
    return cachedSurvey;
  }

  private static String certifications() {
    StringBuilder csv =
        new StringBuilder(
            "certificate_id,person_id,person_name,partner_id,certification_code,awarded_on\n");
    COMPETENCIES.forEach(
        (specialization, code) ->
            csv.append(
                "C-%s,H-%s,Name of %s,P-1,%s,2026-01-10\n"
                    .formatted(specialization, specialization, specialization, code)));
    return csv.toString();
  }

  private static void runNight(Requests program) {
    Answer started = program.post("/api/v1/nights", "{}");
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    String state = "RUNNING";
    for (int i = 0; i < 1_200 && state.equals("RUNNING"); i++) {
      Uploads.pause();
      state =
          ok(program.get(started.header("Location"))).json().path("night").path("state").asString();
    }
    assertThat(state).isEqualTo("COMPLETE");
  }

  private static Requests withAccount(Requests program, String name, String role) {
    Answer added =
        created(
            program.post(
                "/api/v1/accounts", "{\"name\": \"%s\", \"role\": %s}".formatted(name, role)));
    return signIn(name, added.json().path("password").asString());
  }

  private static Requests signIn(String name, String password) {
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    Requests client = server.stranger().with("Authorization", "Basic " + basic);
    Answer token =
        ok(
            client.send(
                client
                    .request("/oauth2/token")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build()));
    return server.as(token.json().path("access_token").asString());
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private static Answer created(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  private static String textOf(Object content) throws Exception {
    if (content instanceof Multipart parts) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(textOf(parts.getBodyPart(i).getContent()));
      }
      return text.toString();
    }
    return String.valueOf(content);
  }

  /** No line of the log holds a token, a link, a password or what a person wrote. */
  private static void assertNoSecretsInTheLog(String... secrets) {
    List<String> lines =
        List.copyOf(LOG.list).stream()
            .filter(event -> !event.getLoggerName().startsWith("com.icegreen"))
            .map(ILoggingEvent::getFormattedMessage)
            .toList();
    assertThat(lines).as("the server says something").isNotEmpty();
    assertThat(lines)
        .noneMatch(line -> line.contains("eyJ"))
        .noneMatch(line -> line.contains("/references/sign/"))
        .noneMatch(line -> List.of(secrets).stream().anyMatch(line::contains));
  }
}
