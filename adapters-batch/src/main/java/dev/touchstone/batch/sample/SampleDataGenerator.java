package dev.touchstone.batch.sample;

import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.batch.workbook.SurveyLayout;
import dev.touchstone.batch.workbook.SurveyWorkbookWriter;
import dev.touchstone.domain.catalog.Catalog;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes an invented inbox (formats.md, Commands: sample-data): the tiers in about the shares of a
 * real program, one row in a hundred bad, every reason among them once there are a few thousand
 * partners. The same seed writes the same inbox.
 */
public final class SampleDataGenerator {

  /** The business date for which the evidence is made. */
  public static final LocalDate BUSINESS_DATE = LocalDate.of(2010, 11, 15);

  private static final int ROWS_PER_CSV = 200_000;
  private static final int ROWS_PER_WORKBOOK = 50_000;

  private static final List<String> VENDORS = List.of("aurora", "bussola", "cometa");

  private static final List<SurveyLayout> LAYOUTS =
      List.of(SurveyLayout.ENGLISH, SurveyLayout.ITALIAN, SurveyLayout.FROM_1904);

  private final SamplePartners partners;

  /** Invents from the catalog's codes. */
  public SampleDataGenerator(Catalog catalog, long seed) {
    this.partners = new SamplePartners(catalog, seed, BUSINESS_DATE);
  }

  /**
   * Writes the inbox.
   *
   * @throws DirectoryNotEmptyException if something lies in the folder already
   */
  public void generate(int count, Path inbox) throws IOException {
    if (Files.isDirectory(inbox)) {
      try (Stream<Path> entries = Files.list(inbox)) {
        if (entries.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(inbox.toString());
        }
      }
    }
    writePartners(count, inbox.resolve("partners"));
    writeEnrollments(count, inbox.resolve("enrollments"));
    writeCertifications(count, inbox.resolve("certifications"));
    writeReferences(count, inbox.resolve("references"));
    for (int vendor = 0; vendor < VENDORS.size(); vendor++) {
      writeSurveys(count, vendor, inbox.resolve("surveys").resolve(VENDORS.get(vendor)));
    }
  }

  private void writePartners(int count, Path folder) throws IOException {
    int half = count / 2;
    writePartners(1, half, folder.resolve("partners-01.csv"), SampleCsv.Dialect.COMMAS);
    writePartners(half + 1, count, folder.resolve("partners-02.csv"), SampleCsv.Dialect.SEMICOLONS);
  }

  private void writePartners(int first, int last, Path file, SampleCsv.Dialect dialect)
      throws IOException {
    try (SampleCsv csv = SampleCsv.open(file, dialect, EvidenceKind.PARTNERS)) {
      for (int i = first; i <= last; i++) {
        SamplePartner partner = partners.get(i);
        String site = SampleWords.slug(partner.name());
        Object registeredOn = partner.registeredOn();
        Object status = partner.status();
        String name = partner.name();
        if (BadRows.isDue(i)) {
          switch (BadRows.which(i, 3)) {
            case 0 -> name = "";
            case 1 -> registeredOn = "31/06/2010";
            default -> status = "SLEEPING";
          }
        }
        csv.write(
            partner.id(),
            name,
            String.format("9%010d", i),
            partner.city(),
            partner.province(),
            "IT",
            "https://www." + site + ".example.it/",
            "info@" + site + ".example.it",
            registeredOn,
            partner.legacyLevel(),
            status);
      }
    }
  }

  private void writeEnrollments(int count, Path folder) throws IOException {
    try (SampleCsv csv =
        SampleCsv.open(
            folder.resolve("enrollments-01.csv"),
            SampleCsv.Dialect.COMMAS,
            EvidenceKind.ENROLLMENTS)) {
      int row = 0;
      for (int i = 1; i <= count; i++) {
        SamplePartner partner = partners.get(i);
        for (SamplePartner.Enrolled enrolled : partner.enrollments()) {
          csv.write(
              partner.id(), enrolled.specialization(), enrolled.kind(), enrolled.from(), null);
          if (BadRows.isDue(++row)) {
            switch (BadRows.which(row, 4)) {
              case 0 ->
                  csv.write(
                      "P-NOBODY",
                      enrolled.specialization(),
                      enrolled.kind(),
                      enrolled.from(),
                      null);
              case 1 ->
                  csv.write(partner.id(), "TELEPATHY", enrolled.kind(), enrolled.from(), null);
              case 2 ->
                  csv.write(
                      partner.id(),
                      enrolled.specialization(),
                      enrolled.kind(),
                      enrolled.from().plusDays(1),
                      enrolled.from());
              default ->
                  csv.write(
                      partner.id(),
                      enrolled.specialization(),
                      enrolled.kind(),
                      enrolled.from(),
                      BUSINESS_DATE.plusYears(1));
            }
          }
        }
      }
    }
  }

  private void writeCertifications(int count, Path folder) throws IOException {
    int i = 1;
    for (int part = 1; i <= count; part++) {
      try (SampleCsv csv =
          SampleCsv.open(
              folder.resolve(String.format("certifications-%02d.csv", part)),
              part % 2 == 1 ? SampleCsv.Dialect.COMMAS : SampleCsv.Dialect.SEMICOLONS,
              EvidenceKind.CERTIFICATIONS)) {
        for (int row = 0; row < ROWS_PER_CSV && i <= count; i++) {
          SamplePartner partner = partners.get(i);
          for (SamplePartner.Certificate certificate : partner.certificates()) {
            write(csv, certificate, certificate.id(), certificate.code(), partner.id());
            if (BadRows.isDue(++row)) {
              String id = certificate.id() + "X";
              if (BadRows.which(row, 2) == 0) {
                write(csv, certificate, id, "TC-NONE", partner.id());
              } else {
                claimTwice(csv, certificate, id, partner.id(), partners.get(1).id());
              }
            }
          }
        }
      }
    }
  }

  private static void claimTwice(
      SampleCsv csv, SamplePartner.Certificate like, String id, String one, String other) {
    for (String partner : List.of(one, other)) {
      csv.write(
          id + partner,
          like.personId() + "X",
          like.personName(),
          null,
          partner,
          like.code(),
          like.awardedOn(),
          null,
          null);
    }
  }

  private static void write(
      SampleCsv csv,
      SamplePartner.Certificate certificate,
      String id,
      Object code,
      String partner) {
    csv.write(
        id,
        certificate.personId(),
        certificate.personName(),
        SampleWords.slug(certificate.personName()).replace('-', '.') + "@example.com",
        partner,
        code,
        certificate.awardedOn(),
        certificate.expiresOn(),
        certificate.revokedOn());
  }

  private void writeReferences(int count, Path folder) throws IOException {
    try (SampleCsv csv =
        SampleCsv.open(
            folder.resolve("references-01.csv"),
            SampleCsv.Dialect.COMMAS,
            EvidenceKind.REFERENCES)) {
      int row = 0;
      for (int i = 1; i <= count; i++) {
        SamplePartner partner = partners.get(i);
        for (SamplePartner.Referenced reference : partner.references()) {
          write(csv, reference, reference.id(), partner.id(), reference.customer());
          if (BadRows.isDue(++row)) {
            String customer = BadRows.which(row, 2) == 0 ? "" : "Molto lungo ".repeat(100);
            write(csv, reference, reference.id() + "X", partner.id(), customer);
          }
        }
      }
    }
  }

  private static void write(
      SampleCsv csv,
      SamplePartner.Referenced reference,
      String id,
      String partner,
      String customer) {
    String address =
        SampleWords.slug(reference.signatory()).replace('-', '.')
            + "@"
            + SampleWords.slug(reference.customer())
            + ".example.com";
    csv.write(
        id,
        partner,
        reference.specialization(),
        customer,
        null,
        reference.signatory(),
        address,
        reference.requestedOn(),
        reference.signedOn(),
        reference.declinedOn(),
        reference.withdrawnOn());
  }

  private void writeSurveys(int count, int vendor, Path folder) throws IOException {
    SurveyLayout layout = LAYOUTS.get(vendor);
    int i = 1;
    for (int part = 1; i <= count; part++) {
      Path file = folder.resolve(String.format("%s-%02d.xlsx", VENDORS.get(vendor), part));
      try (SurveyWorkbookWriter workbook = SurveyWorkbookWriter.open(file, layout)) {
        for (int row = 0; row < ROWS_PER_WORKBOOK && i <= count; i++) {
          SamplePartner partner = partners.get(i);
          for (SamplePartner.Response response : partner.responses()) {
            if (response.vendor() == vendor) {
              write(workbook, response, response.id(), partner.id(), response.satisfaction());
              if (BadRows.isDue(++row)) {
                Object satisfaction = BadRows.which(row, 2) == 0 ? "ottimo" : "11";
                write(workbook, response, response.id() + "X", partner.id(), satisfaction);
              }
            }
          }
        }
      }
    }
  }

  private static void write(
      SurveyWorkbookWriter workbook,
      SamplePartner.Response response,
      String id,
      String partner,
      Object satisfaction) {
    workbook.write(
        new SurveyWorkbookWriter.Response(
            id,
            partner,
            response.date(),
            response.customer(),
            satisfaction,
            response.recommend(),
            "cliente@" + SampleWords.slug(response.customer()) + ".example.com",
            response.recommend() > 8 ? "Molto soddisfatti del lavoro svolto" : null));
  }
}
