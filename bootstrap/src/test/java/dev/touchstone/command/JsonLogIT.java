package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One property sends the log to the console, as JSON, beside the command's own words. */
class JsonLogIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void tellsTheLogAsJsonWhereAskedTo() throws IOException, InterruptedException {
    List<String> lines = night("--touchstone.log.console=INFO");

    List<JsonNode> logged =
        lines.stream().filter(line -> line.startsWith("{")).map(JSON::readTree).toList();
    assertThat(logged).isNotEmpty();
    assertThat(logged)
        .allSatisfy(
            line -> {
              assertThat(line.path("@timestamp").asString()).isNotEmpty();
              assertThat(line.path("log").path("level").asString()).isNotEmpty();
              assertThat(line.path("service").path("name").asString()).isEqualTo("touchstone");
            });
    assertThat(lines).anyMatch(line -> line.startsWith("Night of 2010-11-15 complete"));
  }

  @Test
  void tellsNothingOfItElsewhere() throws IOException, InterruptedException {
    assertThat(night()).isNotEmpty().noneMatch(line -> line.startsWith("{"));
  }

  private List<String> night(String... more) throws IOException, InterruptedException {
    try (CommandLineFixture commands = new CommandLineFixture(folder)) {
      Files.createDirectories(commands.inbox());
      Process process = commands.startNightly("2010-11-15", more);
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(out).isZero();
      return out.lines().toList();
    }
  }
}
