package dev.touchstone.batch.recalculation;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.domain.partner.PartnerId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides the partners of a night. A range's name tells its bounds too: a restart finds the step of
 * the very same range again, and where another program or setting cuts otherwise, none is taken for
 * a range that it is not. Of what is cut anew some is decided again, which changes nothing.
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
      partitions.put(nameOf(range, i, divided.size()), context);
    }
    return partitions;
  }

  private static String nameOf(PartnerRange range, int number, int count) {
    CRC32 bounds = new CRC32();
    bounds.update(range.from().value().getBytes(StandardCharsets.UTF_8));
    bounds.update(0);
    if (range.until() != null) {
      bounds.update(range.until().value().getBytes(StandardCharsets.UTF_8));
    }
    return String.format("range-%02d-of-%02d-%08x", number, count, bounds.getValue());
  }

  /** The range that a partition's context states. */
  static PartnerRange rangeOf(ExecutionContext context) {
    return new PartnerRange(
        new PartnerId(context.getString(FROM)),
        context.containsKey(UNTIL) ? new PartnerId(context.getString(UNTIL)) : null);
  }
}
