package dev.touchstone.benchmark;

import dev.touchstone.batch.sample.SampleDataGenerator;
import dev.touchstone.persistence.catalog.YamlCatalogs;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;

/** A first night of so many partners, in a process of its own whose heap is measured. */
final class GrowthNight {

  /** Begins the line that tells the result: nanoseconds, then bytes. */
  static final String RESULT = "growth-night";

  private GrowthNight() {}

  /** Takes the number of partners. */
  public static void main(String[] args) throws Exception {
    int partners = Integer.parseInt(args[0]);
    try (Installation installation = Installation.create()) {
      Path inbox = installation.folder("inbox");
      new SampleDataGenerator(YamlCatalogs.ofDefault().getCatalog(), 1).generate(partners, inbox);
      List<MemoryPoolMXBean> pools =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .toList();
      pools.forEach(MemoryPoolMXBean::resetPeakUsage);
      Installation.Night night = installation.runFullNight(inbox);
      // The pools peak at different moments, so their sum is more than there ever was.
      long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      System.out.println(night.run().steps());
      System.out.println(RESULT + " " + night.elapsed().toNanos() + " " + peak);
    }
    System.exit(0);
  }
}
