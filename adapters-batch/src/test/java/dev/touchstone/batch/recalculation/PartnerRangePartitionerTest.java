package dev.touchstone.batch.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class PartnerRangePartitionerTest {

  @Test
  void tellsEachRangeInItsContext() {
    assertThat(partition("A", "K").values())
        .extracting(PartnerRangePartitioner::rangeOf)
        .containsExactlyElementsOf(ranges("A", "K"));
  }

  @Test
  void givesTheSameCutTheSameNames() {
    assertThat(names("A", "K", "T")).containsExactlyElementsOf(names("A", "K", "T"));
  }

  @Test
  void saysWhichOfHowMany() {
    assertThat(names("A", "K").get(0)).matches("range-00-of-02-[0-9a-f]{8}");
    assertThat(names("A", "K").get(1)).matches("range-01-of-02-[0-9a-f]{8}");
  }

  @Test
  void givesRangesOfAnotherCutOtherNames() {
    assertThat(names("A")).doesNotContainAnyElementsOf(names("A", "K"));
    assertThat(names("A", "L")).doesNotContainAnyElementsOf(names("A", "K"));
  }

  @Test
  void keepsTheNamesOfRangesThatAnotherCutLeavesAsTheyAre() {
    assertThat(names("A", "K", "U").get(0)).isEqualTo(names("A", "K", "T").get(0));
    assertThat(names("A", "K", "U").subList(1, 3))
        .doesNotContainAnyElementsOf(names("A", "K", "T"));
  }

  private static List<String> names(String... starts) {
    return List.copyOf(partition(starts).keySet());
  }

  private static Map<String, ExecutionContext> partition(String... starts) {
    return new PartnerRangePartitioner(most -> ranges(starts)).partition(starts.length);
  }

  private static List<PartnerRange> ranges(String... starts) {
    List<PartnerRange> ranges = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      ranges.add(
          new PartnerRange(
              new PartnerId(starts[i]),
              i + 1 < starts.length ? new PartnerId(starts[i + 1]) : null));
    }
    return ranges;
  }
}
