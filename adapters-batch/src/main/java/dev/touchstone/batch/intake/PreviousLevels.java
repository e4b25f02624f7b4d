package dev.touchstone.batch.intake;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.EvidenceRow;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.SourceFile;
import dev.touchstone.application.intake.SourceRow;
import dev.touchstone.application.intake.port.in.ParseRowUseCase;
import dev.touchstone.application.intake.port.out.PartnerLevels;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.PartnerId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What partners were in the previous program, for a date on which the new one has not begun: the
 * known ones and, without taking anything in, those of an inbox.
 */
public final class PreviousLevels {

  private static final Logger LOG = LoggerFactory.getLogger(PreviousLevels.class);

  private final PartnerLevels known;
  private final SourceFormats formats;
  private final ParseRowUseCase parseRow;

  /** Looks into these. */
  public PreviousLevels(PartnerLevels known, SourceFormats formats, ParseRowUseCase parseRow) {
    this.known = known;
    this.formats = formats;
    this.parseRow = parseRow;
  }

  /**
   * The partners of each level. Rows and files of the inbox that a night would reject are passed
   * over: the night that takes them in will report them.
   */
  public SortedMap<LegacyLevel, NavigableSet<PartnerId>> list(Path inbox) throws IOException {
    Map<PartnerId, LegacyLevel> levels = known.listLevels();
    for (SourceFile file : InboxScanner.scan(inbox).files()) {
      if (file.kind() == EvidenceKind.PARTNERS) {
        addLevels(inbox.resolve(file.path()), levels);
      }
    }
    SortedMap<LegacyLevel, NavigableSet<PartnerId>> partners = new TreeMap<>();
    levels.forEach(
        (partner, level) -> partners.computeIfAbsent(level, of -> new TreeSet<>()).add(partner));
    return partners;
  }

  private void addLevels(Path file, Map<PartnerId, LegacyLevel> levels) throws IOException {
    try (SourceRows rows = formats.open(file, EvidenceKind.PARTNERS)) {
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        ParsedRow parsed = parseRow.parse(EvidenceKind.PARTNERS, row);
        if (parsed.fault() == null && parsed.row() instanceof EvidenceRow.PartnerRow partner) {
          levels.put(partner.partner().id(), partner.partner().legacyLevel());
        }
      }
    } catch (UnusableFileException unusable) {
      LOG.info("{} tells no levels", file, unusable);
    }
  }
}
