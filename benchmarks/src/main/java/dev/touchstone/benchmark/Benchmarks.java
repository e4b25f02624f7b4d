package dev.touchstone.benchmark;

import dev.touchstone.benchmark.Settings.Group;
import java.util.ArrayList;
import java.util.List;

/** Measures what was chosen and prints one table. */
public final class Benchmarks {

  private Benchmarks() {}

  /** Takes no arguments but the system properties of {@link Settings}. */
  public static void main(String[] args) throws Exception {
    Settings settings = Settings.fromSystemProperties();
    List<String> lines = new ArrayList<>(Surroundings.lines(settings));
    List<Figure> figures = new ArrayList<>();
    if (settings.has(Group.SURVEY) || settings.has(Group.CERTIFICATIONS)) {
      figures.addAll(IntakeBenchmark.run(settings));
    }
    if (settings.has(Group.KERNEL)) {
      figures.add(KernelBenchmark.run(settings));
    }
    if (settings.has(Group.NIGHTS)) {
      figures.addAll(NightBenchmark.run(settings));
    }
    if (settings.has(Group.GROWTH)) {
      figures.addAll(GrowthBenchmark.run(settings));
    }
    lines.add("");
    lines.add(Figure.HEADER);
    figures.forEach(figure -> lines.add(figure.line()));
    System.out.println();
    lines.forEach(System.out::println);
    System.exit(0);
  }
}
