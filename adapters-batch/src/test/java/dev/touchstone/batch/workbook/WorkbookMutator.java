package dev.touchstone.batch.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damages workbooks at random, each mutant told by its seed alone. */
final class WorkbookMutator {

  private final Map<String, byte[]> originals;
  private final List<String> names;

  /**
   * @param originals sound workbooks by their names
   */
  WorkbookMutator(Map<String, byte[]> originals) {
    this.originals = originals;
    this.names = originals.keySet().stream().sorted().toList();
  }

  /**
   * A damaged workbook.
   *
   * @param seed by which it can be made again
   * @param story what it was made of, and how
   */
  record Mutant(long seed, String story, byte[] content) {

    @Override
    public String toString() {
      return "seed " + seed + ": " + story;
    }
  }

  /** Makes the mutant of a seed. */
  Mutant mutate(long seed) {
    // Neighbouring seeds begin alike otherwise.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    String original = names.get(random.nextInt(names.size()));
    List<String> story = new ArrayList<>(List.of(original));
    byte[] content = originals.get(original);
    boolean inParts = random.nextInt(10) < 7;
    if (inParts) {
      WorkbookParts parts = WorkbookParts.unpack(content);
      for (int i = rounds(random); i > 0; i--) {
        PartMutation[] all = PartMutation.values();
        story.add(all[random.nextInt(all.length)].apply(parts, random));
      }
      content = parts.pack();
    }
    if (!inParts || random.nextInt(10) == 0) {
      for (int i = rounds(random); i > 0 && content.length > 64; i--) {
        ZipMutation[] all = ZipMutation.values();
        ZipMutation mutation = all[random.nextInt(all.length)];
        content = mutation.change(content, random);
        story.add(mutation.name());
      }
    }
    return new Mutant(seed, String.join(", ", story), content);
  }

  /** Mostly one, so that what is behind the damage is reached as well. */
  private static int rounds(Random random) {
    return random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(3);
  }
}
