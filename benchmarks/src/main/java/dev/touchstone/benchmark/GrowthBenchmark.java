package dev.touchstone.benchmark;

import dev.touchstone.benchmark.Turns.Medians;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A first night of many partners beside one of a tenth, each in a process with little heap. */
final class GrowthBenchmark {

  private static final String HEAP = "-Xmx512m";
  private static final int TENTH = 10;

  private final Settings settings;
  private long peakOfMany;
  private long peakOfFew;

  private GrowthBenchmark(Settings settings) {
    this.settings = settings;
  }

  static List<Figure> run(Settings settings) throws Exception {
    return new GrowthBenchmark(settings).figures();
  }

  private List<Figure> figures() throws Exception {
    int many = settings.growthPartners();
    int few = Math.max(1, many / TENTH);
    Medians medians =
        new Turns(
                settings.growthRepeats(),
                () -> {
                  Result result = night(few);
                  peakOfFew = Math.max(peakOfFew, result.peakHeap());
                  return Map.of("few", result.elapsed());
                },
                () -> {
                  Result result = night(many);
                  peakOfMany = Math.max(peakOfMany, result.peakHeap());
                  return Map.of("many", result.elapsed());
                })
            .withoutWarmUp()
            .run();
    return List.of(
        new Figure(
            String.format("full night at %,d partners", many),
            medians.of("many"),
            String.format("at %,d", few),
            medians.of("few"),
            11,
            String.format(
                "median of %d; %s; heap at most %d MB and %d MB",
                settings.growthRepeats(), HEAP, peakOfMany >> 20, peakOfFew >> 20)));
  }

  private record Result(Duration elapsed, long peakHeap) {}

  private static Result night(int partners) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-classpath",
                System.getProperty("java.class.path"),
                GrowthNight.class.getName(),
                Integer.toString(partners))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Result result = null;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] words = line.split(" ", -1);
        if (words[0].equals(GrowthNight.RESULT)) {
          result = new Result(Duration.ofNanos(Long.parseLong(words[1])), Long.parseLong(words[2]));
        } else {
          System.out.println(line);
        }
      }
    }
    int exitCode = process.waitFor();
    if (exitCode != 0 || result == null) {
      throw new IllegalStateException(
          "The night of " + partners + " partners ended with exit code " + exitCode);
    }
    return result;
  }
}
