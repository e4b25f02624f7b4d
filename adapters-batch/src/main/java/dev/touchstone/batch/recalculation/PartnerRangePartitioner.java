package dev.touchstone.batch.recalculation;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides the partners of a night. The same night gives the same ranges under the same names, so
 * that a restart finds each range's step again.
 */
final class PartnerRangePartitioner implements Partitioner {

  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final IntFunction<List<PartnerRange>> ranges;

  /**
   * @param ranges divides the partners into so many ranges at the most
   */
  PartnerRangePartitioner(IntFunction<List<PartnerRange>> ranges) {
    this.ranges = ranges;
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
    List<PartnerRange> divided = ranges.apply(gridSize);
    for (int i = 0; i < divided.size(); i++) {
      PartnerRange range = divided.get(i);
      ExecutionContext context = new ExecutionContext();
      context.putString(FROM, range.from().value());
      if (range.until() != null) {
        context.putString(UNTIL, range.until().value());
      }
      partitions.put(String.format("range-%02d", i), context);
    }
    return partitions;
  }

  /** The range that a partition's context states. */
  static PartnerRange rangeOf(ExecutionContext context) {
    return new PartnerRange(
        new PartnerId(context.getString(FROM)),
        context.containsKey(UNTIL) ? new PartnerId(context.getString(UNTIL)) : null);
  }
}
