package dev.touchstone.batch.standing;

import dev.touchstone.application.tier.PartnerRange;
import dev.touchstone.application.tier.port.out.Dossiers;
import dev.touchstone.domain.partner.PartnerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides the partners known at a moment. The same moment gives the same ranges under the same
 * names, so that a restart finds each range's step again.
 */
final class PartnerRangePartitioner implements Partitioner {

  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final Dossiers dossiers;
  private final Instant knownAt;

  PartnerRangePartitioner(Dossiers dossiers, Instant knownAt) {
    this.dossiers = dossiers;
    this.knownAt = knownAt;
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
    List<PartnerRange> ranges = dossiers.partition(gridSize, knownAt);
    for (int i = 0; i < ranges.size(); i++) {
      PartnerRange range = ranges.get(i);
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
