package dev.touchstone.persistence.intake;

import dev.touchstone.application.intake.EvidenceRow.CertificationRow;
import dev.touchstone.application.intake.EvidenceRow.PartnerRow;
import dev.touchstone.application.intake.ParsedRow;
import dev.touchstone.application.intake.port.out.EvidenceStore.MergeCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A second opinion on merging: the contract's rules row by row in plain Java. */
final class MergeModel {

  private final Map<String, PartnerRow> partners = new TreeMap<>();
  private final Map<String, CertificationRow> certificates = new TreeMap<>();
  private final Map<String, History> statuses = new TreeMap<>();
  private final Map<String, History> employers = new TreeMap<>();

  private List<ParsedRow> valid = List.of();
  private List<String> rejects = List.of();
  private long added;
  private long superseding;

  /** What the model says of one file. */
  record Outcome(MergeCounts counts, List<String> rejects) {}

  Outcome mergePartners(LocalDate date, List<ParsedRow> rows) {
    begin(rows);
    rejectFaults(row -> false);
    rejectDuplicates(row -> partner(row).partner().id(), ParsedRow::row);
    for (ParsedRow row : valid) {
      PartnerRow now = partner(row);
      PartnerRow before = partners.put(now.partner().id().value(), now);
      count(before == null, now.equals(before));
    }
    for (ParsedRow row : valid) {
      historyIn(statuses, partner(row).partner().id().value())
          .say(date, partner(row).status().name());
    }
    return outcome(rows);
  }

  Outcome mergeCertifications(LocalDate date, List<ParsedRow> rows) {
    begin(rows);
    rejectFaults(row -> !partners.containsKey(certificate(row).partner().value()));
    Map<String, Set<String>> claims = new HashMap<>();
    for (ParsedRow row : valid) {
      claims
          .computeIfAbsent(certificate(row).person().value(), person -> new HashSet<>())
          .add(certificate(row).partner().value());
    }
    reject("PERSON_CLAIMED_TWICE", row -> claims.get(certificate(row).person().value()).size() > 1);
    rejectDuplicates(row -> certificate(row).certificate(), row -> contentOf(certificate(row)));
    for (ParsedRow row : valid) {
      CertificationRow now = certificate(row);
      CertificationRow before = certificates.put(now.certificate().value(), now);
      count(before == null, before != null && contentOf(now).equals(contentOf(before)));
    }
    for (ParsedRow row : valid) {
      historyIn(employers, certificate(row).person().value())
          .say(date, certificate(row).partner().value());
    }
    return outcome(rows);
  }

  List<String> listCertificates() {
    return certificates.values().stream()
        .map(row -> row.certificate() + " " + row.person() + " " + row.code())
        .toList();
  }

  List<String> listNames() {
    return partners.values().stream()
        .map(row -> row.partner().id() + " " + row.partner().name())
        .toList();
  }

  List<String> listStatuses() {
    return list(statuses);
  }

  List<String> listEmployers() {
    return list(employers);
  }

  private static List<String> list(Map<String, History> histories) {
    List<String> all = new ArrayList<>();
    histories.forEach((subject, history) -> history.addTo(all, subject));
    return all;
  }

  private void begin(List<ParsedRow> rows) {
    valid =
        rows.stream()
            .sorted(Comparator.comparing(row -> row.place().line()))
            .collect(Collectors.toCollection(ArrayList::new));
    rejects = new ArrayList<>();
    added = 0;
    superseding = 0;
  }

  private void rejectFaults(Predicate<ParsedRow> unknownPartner) {
    for (ParsedRow row : List.copyOf(valid)) {
      if (row.row() == null) {
        reject(row, row.fault().reason().name());
      } else if (unknownPartner.test(row)) {
        reject(row, "UNKNOWN_PARTNER");
      } else if (row.fault() != null) {
        reject(row, row.fault().reason().name());
      }
    }
  }

  private void rejectDuplicates(
      Function<ParsedRow, Object> key, Function<ParsedRow, @Nullable Object> content) {
    Map<Object, Object> first = new HashMap<>();
    for (ParsedRow row : List.copyOf(valid)) {
      Object before = first.putIfAbsent(key.apply(row), content.apply(row));
      if (before != null) {
        if (!before.equals(content.apply(row))) {
          reject(row, "DUPLICATE_KEY");
        } else {
          valid.remove(row);
        }
      }
    }
  }

  private void reject(String reason, Predicate<ParsedRow> bad) {
    List.copyOf(valid).stream().filter(bad).forEach(row -> reject(row, reason));
  }

  private void reject(ParsedRow row, String reason) {
    valid.remove(row);
    rejects.add(row.place().line() + " " + reason);
  }

  private void count(boolean isNew, boolean isEqual) {
    if (isNew) {
      added++;
    } else if (!isEqual) {
      superseding++;
    }
  }

  private Outcome outcome(List<ParsedRow> rows) {
    rejects.sort(Comparator.comparing(reject -> Long.valueOf(reject.split(" ")[0])));
    long unchanged = rows.size() - added - superseding - rejects.size();
    return new Outcome(
        new MergeCounts(rows.size(), added, superseding, unchanged, rejects.size()), rejects);
  }

  private static PartnerRow partner(ParsedRow row) {
    return (PartnerRow) row.row();
  }

  private static CertificationRow certificate(ParsedRow row) {
    return (CertificationRow) row.row();
  }

  private static List<Object> contentOf(CertificationRow row) {
    return List.of(row.person(), row.code());
  }

  private static History historyIn(Map<String, History> histories, String subject) {
    return histories.computeIfAbsent(subject, s -> new History());
  }

  /** What was said of a subject, day by day. */
  private static final class History {
    private final TreeMap<LocalDate, String> byDay = new TreeMap<>();

    void say(LocalDate day, String value) {
      byDay.put(day, value);
    }

    /** The first value from the start, then the changes. */
    void addTo(List<String> all, String subject) {
      String before = null;
      for (Map.Entry<LocalDate, String> entry : byDay.entrySet()) {
        if (!entry.getValue().equals(before)) {
          String from = before == null ? "-infinity" : entry.getKey().toString();
          all.add(subject + " " + from + " " + entry.getValue());
        }
        before = entry.getValue();
      }
    }
  }
}
