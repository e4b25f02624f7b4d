package dev.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.application.access.Actor;
import dev.touchstone.batch.night.NightLauncher;
import dev.touchstone.batch.night.NightLauncher.NightRequest;
import dev.touchstone.batch.night.NightRun;
import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a partner's own standing costs beside a bare endpoint that reads one row, in the same
 * process, under wrk, in turns. It asserts no time; it prints the median of both and their ratio.
 */
@EnabledIfSystemProperty(
    named = "touchstone.benchmark.standing",
    matches = "\\d+",
    disabledReason =
        "a benchmark: install wrk and set -Dtouchstone.benchmark.standing=10 (seconds a turn)")
class StandingBenchmarkIT {

  private static final int PARTNERS = 2_000;
  private static final int TURNS = 5;

  /** Turns before the first that counts: until then the compiler is still at work. */
  private static final int WARM_UP = 6;

  private static final int CONNECTIONS = 16;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern BAD = Pattern.compile("Non-2xx|Socket errors");

  @Test
  void readsAStandingBesideABareEndpoint() throws Exception {
    assumeTrue(hasWrk(), "wrk is not installed");
    int seconds = Integer.getInteger("touchstone.benchmark.standing");
    try (ServerFixture server = ServerFixture.start(List.of(BareEndpoint.class))) {
      new SampleDataGenerator(YamlCatalogs.ofDefault().getCatalog(), 1)
          .generate(PARTNERS, server.folder().resolve("inbox"));
      NightRun night =
          server
              .bean(NightLauncher.class)
              .run(
                  new NightRequest(
                      SampleDataGenerator.BUSINESS_DATE,
                      server.folder().resolve("inbox"),
                      server.folder().resolve("feed"),
                      false,
                      false,
                      false,
                      false,
                      new Actor("program", "PROGRAM", "localhost")));
      assertThat(night).isInstanceOf(NightRun.Completed.class);
      String partner =
          server
              .sql()
              .sql("SELECT partner_id FROM standing WHERE held = 'GOLD' ORDER BY 1 LIMIT 1")
              .query(String.class)
              .single();
      String standing = "/api/v1/partners/" + partner + "/standing";
      String token = server.tokenOfPartner(partner);
      assertThat(server.as(token).get(standing).status()).isEqualTo(200);
      assertThat(server.stranger().get("/bare/" + partner).status()).isEqualTo(200);

      for (int turn = 0; turn < WARM_UP; turn++) {
        wrk(server.base() + standing, token, seconds);
        wrk(server.base() + "/bare/" + partner, token, seconds);
      }
      List<Double> own = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        own.add(wrk(server.base() + standing, token, seconds));
        bare.add(wrk(server.base() + "/bare/" + partner, token, seconds));
      }
      System.out.printf(
          "Own standing, %d partners, wrk -t1 -c%d, %d turns of %d s each, in turns:"
              + " %.0f requests a second beside %.0f of the bare endpoint, ratio %.2f%n",
          PARTNERS,
          CONNECTIONS,
          TURNS,
          seconds,
          median(own),
          median(bare),
          median(own) / median(bare));
    }
  }

  private static boolean hasWrk() throws InterruptedException {
    try {
      return new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor() >= 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static double wrk(String url, String token, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "-H",
                "Authorization: Bearer " + token,
                url)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(BAD.matcher(output).find()).as(output).isFalse();
    Matcher rate = RATE.matcher(output);
    assertThat(rate.find()).as(output).isTrue();
    return Double.parseDouble(rate.group(1));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
