package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the previous program to the new one, and to the end of the rights that came with it. */
class CutoverIT {

  @TempDir Path folder;

  @Test
  void startsOnItsDayWithTheRightsOfThePreviousProgramAndEndsThem() {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      commands.write(
          "partners/p.csv",
          """
          partner_id,name,registered_on,legacy_level,status
          P-1,Uno,2009-01-01,GOLD_CERTIFIED,ACTIVE
          P-2,Due,2009-01-01,CERTIFIED,ACTIVE
          P-3,Tre,2009-01-01,,ACTIVE
          P-4,Quattro,2009-01-01,GOLD,ACTIVE
          """);

      CommandLineFixture.Outcome eve = commands.nightly("2010-10-29");
      assertThat(eve.exitCode()).isEqualTo(2);
      assertThat(eve.err())
          .contains(
              "No policy is in force on 2010-10-29. The first, partner-network version 1, takes"
                  + " effect on 2010-10-30.");
      assertThat(eve.out())
          .contains(
              "Levels in the previous program:",
              "  NONE                   1\n",
              "  CERTIFIED              1  P-2\n",
              "  GOLD_CERTIFIED         1  P-1\n");
      assertThat(commands.inbox().resolve("partners/p.csv")).exists();
      assertThat(commands.feed().resolve("manifest.json")).doesNotExist();

      assertThat(commands.nightly("2010-10-30").exitCode()).isZero();
      assertThat(standings(commands))
          .containsExactly(
              "P-1,REGISTERED,SILVER,SILVER,true",
              "P-2,REGISTERED,REGISTERED,REGISTERED,false",
              "P-3,REGISTERED,REGISTERED,REGISTERED,false");
      assertThat(commands.run("explain", "P-1").out())
          .contains("Holds and displays SILVER since 2010-10-30, by a right from the previous");

      assertThat(commands.nightly("2010-10-29").err())
          .contains("No policy is in force on 2010-10-29");
      assertThat(commands.nightly("2010-10-29").out()).contains("GOLD_CERTIFIED         1  P-1");

      assertThat(commands.nightly("2011-10-29").exitCode()).isZero();
      assertThat(standings(commands)).contains("P-1,REGISTERED,SILVER,SILVER,true");
      assertThat(commands.nightly("2011-10-30", "--confirm").exitCode()).isZero();
      assertThat(standings(commands)).contains("P-1,REGISTERED,REGISTERED,REGISTERED,false");
    }
  }

  private static List<String> standings(CommandLineFixture commands) {
    return commands.output("decisions").stream()
        .skip(1)
        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 5)))
        .toList();
  }
}
