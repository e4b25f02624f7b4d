package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.domain.time.ProgramDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A signed reference counts in the night, and its receipt says so. */
class ReferenceUseIT {

  private static final Pattern LINK = Pattern.compile("(/references/sign/([A-Za-z0-9_-]{43}))");
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  @Test
  void receiptSaysWhereTheReferenceIsUsed() throws Exception {
    try (ServerFixture server = ServerFixture.start()) {
      EvidenceSql evidence = new EvidenceSql(server.sql());
      evidence.addPartner("P-1", "Officina", null, null);
      evidence.addCompetency("P-1", "CRM");
      Answer asked =
          server
              .partner("P-1")
              .post(
                  "/api/v1/partners/P-1/references",
                  """
                  {"specialization": "CRM", "customerName": "Rossi",
                   "signatoryEmail": "mario@rossi.example", "language": "en"}
                  """);
      assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
      String link = waitForLink(server.folder().resolve("data/mail"));
      CustomerBrowser browser = new CustomerBrowser(server);
      browser.open(link);
      Answer signed = browser.submit(link + "/sign", Map.of("signatory", "Mario Rossi"));
      String receipt = signed.header("Location");
      assertThat(browser.open(receipt).text()).contains("No nightly run has decided");

      LocalDate today = ProgramDays.today(Clock.systemUTC());
      NightRun run =
          server
              .bean(NightLauncher.class)
              .run(
                  new NightRequest(
                      today,
                      server.folder().resolve("inbox"),
                      server.folder().resolve("feed"),
                      true,
                      false,
                      false,
                      false,
                      ServerFixture.NIGHTWATCH));
      assertThat(run).isInstanceOf(NightRun.Completed.class);

      assertThat(browser.open(receipt).text())
          .contains("it was counted for: SILVER, GOLD.")
          .contains("The directory shows the partner as REGISTERED.");
      assertThat(
              server
                  .sql()
                  .sql("SELECT references_counted FROM tier_decision WHERE partner_id = 'P-1'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  private static String waitForLink(Path folder) throws Exception {
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            String unfolded = Files.readString(file).replace("=\r\n", "");
            Matcher matcher = LINK.matcher(unfolded);
            if (matcher.find()) {
              return matcher.group(1);
            }
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("No mail came to " + folder);
  }
}
