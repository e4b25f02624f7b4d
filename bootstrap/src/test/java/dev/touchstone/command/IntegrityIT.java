package dev.touchstone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.command.CommandLineFixture.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights on evidence with an oddity of each kind, and much that only looks like one. */
class IntegrityIT {

  private static final String FIRST = "2010-11-15";
  private static final String SECOND = "2010-11-16";
  private static final String CERTIFICATIONS =
      "certificate_id,person_id,person_name,partner_id,certification_code,awarded_on\n";

  @TempDir static Path folder;

  private static CommandLineFixture commands;
  private static Outcome firstNight;

  @BeforeAll
  static void runTwoNights() throws IOException {
    commands = new CommandLineFixture(folder.resolve("nights"));
    commands.write(
        "partners/p.csv",
        """
        partner_id,name,registered_on,website,contact_email
        P-1,Uno,2009-01-01,https://www.officina.it/it,uno@posta.it
        P-2,Due,2009-01-01,,due@posta.it
        P-3,Tre,2009-01-01,,info@tre.it
        """);
    commands.write(
        "references/r.csv",
        """
        reference_id,partner_id,specialization,customer_name,signatory_name,signatory_email,requested_on,signed_on,withdrawn_on
        R-1,P-1,CRM,Uno,Anna,Anna@cliente.it,2010-01-01,2010-01-05,
        R-2,P-1,CRM,Due,Anna,anna@cliente.it,2010-01-01,2010-01-05,
        R-3,P-1,ERP,Tre,,anna@CLIENTE.it,2010-01-01,2010-01-05,
        R-4,P-1,ERP,Tre,Anna R.,anna@cliente.it,2010-01-01,2010-01-05,
        R-5,P-1,CRM,Uno,Bruno,bruno@officina.it,2010-01-01,2010-01-05,
        R-6,P-2,CRM,Uno,Carlo,,2010-01-01,2010-01-05,
        R-7,P-2,CRM,Uno,Carlo,,2010-01-01,2010-01-05,
        R-8,P-2,CRM,Uno,Carlo,,2010-01-01,2010-01-05,
        R-9,P-2,CRM,Uno,Carlo,,2010-01-01,2010-01-05,2010-02-01
        R-10,P-2,CRM,Uno,Dora,dora@posta.it,2010-01-01,2010-01-05,
        R-11,P-3,CRM,Uno,Elio,ELIO@TRE.IT,2010-01-01,2010-01-05,
        R-12,P-3,CRM,Uno,Fosca,fosca@tre.it,2010-01-01,,
        """);
    commands.write(
        "certifications/c.csv",
        CERTIFICATIONS
            + """
            C-1,H-1,Ada,P-1,TC-109,2010-01-01
            C-2,H-2,Bea,P-1,TC-109,2010-01-01
            C-3,H-3,Cia,P-1,TC-109,2010-01-01
            C-4,H-4,Dea,P-1,TC-109,2010-01-01
            C-5,H-4,Dea,P-2,TC-115,2010-01-01
            """);
    writeSurvey();
    firstNight = commands.nightly(FIRST);
    commands.write(
        "certifications/c.csv",
        CERTIFICATIONS
            + """
            C-1,H-9,Ida,P-3,TC-109,2010-01-01
            C-2,H-2,Bea,P-2,TC-109,2010-01-01
            C-3,H-3,Cia,P-1,TC-109,2010-02-02
            """);
    assertThat(commands.nightly(SECOND).exitCode()).isZero();
  }

  @AfterAll
  static void dropTheDatabase() {
    commands.close();
  }

  @Test
  void findsCustomersThatGaveMoreThanThePolicyCounts() {
    assertThat(findings(FIRST, "CUSTOMER_OVER_CAP"))
        .containsExactly(
            "CUSTOMER_OVER_CAP,P-1,SOCIETA ROSSI,"
                + "\"gave 9 responses after 2009-11-15, of which 8 count\"");
  }

  @Test
  void findsSignatoriesOnManyReferencesOfAPartner() {
    assertThat(findings(FIRST, "SIGNATORY_REPEATED"))
        .containsExactly(
            "SIGNATORY_REPEATED,P-1,Anna@cliente.it,\"signed 4 valid references, more than 3\"");
  }

  @Test
  void findsSignatoriesThatWriteFromThePartnersOwnDomain() {
    assertThat(findings(FIRST, "SIGNATORY_OF_PARTNER"))
        .containsExactly(
            "SIGNATORY_OF_PARTNER,P-1,bruno@officina.it,"
                + "signed from the partner's own domain; valid references: 1",
            "SIGNATORY_OF_PARTNER,P-3,ELIO@TRE.IT,"
                + "signed from the partner's own domain; valid references: 1");
  }

  @Test
  void findsCertificatesThatNameTwoPersons() {
    assertThat(findings(FIRST, "CERTIFICATE_ON_TWO_PERSONS")).isEmpty();
    assertThat(findings(SECOND, "CERTIFICATE_ON_TWO_PERSONS"))
        .containsExactly("CERTIFICATE_ON_TWO_PERSONS,P-3,C-1,\"was said to be of H-1, H-9\"");
  }

  @Test
  void findsPersonsThatTwoPartnersClaim() {
    assertThat(findings(FIRST, "PERSON_CLAIMED_TWICE"))
        .containsExactly("PERSON_CLAIMED_TWICE,P-1,H-4,\"is claimed for P-1, P-2; rows rejected\"");
    assertThat(findings(SECOND, "PERSON_CLAIMED_TWICE"))
        .containsExactly(
            "PERSON_CLAIMED_TWICE,P-2,H-2,\"is claimed for P-1, P-2; moved from P-1 to P-2\"");
  }

  @Test
  void listsTheLatestNightByKindPartnerAndSubject() {
    assertThat(commands.output("findings"))
        .startsWith("kind,partner_id,subject,detail")
        .extracting(line -> line.split(",", 4))
        .extracting(values -> values[0] + " " + values[1] + " " + values[2])
        .containsExactly(
            "kind partner_id subject",
            "CUSTOMER_OVER_CAP P-1 SOCIETA ROSSI",
            "SIGNATORY_REPEATED P-1 Anna@cliente.it",
            "SIGNATORY_OF_PARTNER P-1 bruno@officina.it",
            "SIGNATORY_OF_PARTNER P-3 ELIO@TRE.IT",
            "CERTIFICATE_ON_TWO_PERSONS P-3 C-1",
            "PERSON_CLAIMED_TWICE P-2 H-2");
  }

  @Test
  void showsThemInTheNightsSummary() {
    assertThat(firstNight.exitCode()).isZero();
    assertThat(firstNight.out().lines())
        .contains(
            "To be looked at, counted all the same (findings --out FILE.csv lists all):",
            "  SIGNATORY_OF_PARTNER               2",
            "    P-1, Anna@cliente.it: signed 4 valid references, more than 3");
  }

  @Test
  void countsThemAllTheSame() {
    assertThat(commands.output("decisions", "--date", FIRST))
        // Eight responses of the one customer and one of the other, with satisfaction 8 each.
        .anyMatch(line -> line.startsWith("P-1,REGISTERED,") && line.endsWith(",9,72,"));
  }

  @Test
  void saysWhereThereIsNothingToList() {
    Outcome none =
        commands.run(
            "findings", "--out", folder.resolve("none.csv").toString(), "--date", "2010-11-17");

    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("There has been no night of 2010-11-17");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  private static List<String> findings(String date, String kind) {
    return commands.output("findings", "--date", date).stream()
        .filter(line -> line.startsWith(kind + ","))
        .toList();
  }

  /** Nine responses of one customer, written in two ways, one of another and one too old. */
  private static void writeSurvey() throws IOException {
    Path file = commands.inbox().resolve("surveys/alfa/s.xlsx");
    Files.createDirectories(file.getParent());
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("Responses");
      add(sheet, "Response ID", "Partner ID", "Survey date", "Customer", "Overall satisfaction");
      for (int i = 1; i <= 9; i++) {
        String customer = i % 2 == 0 ? "Società Rossi" : "SOCIETA ROSSI";
        add(sheet, "S-" + i, "P-1", "2010-06-0" + i, customer, "8");
      }
      add(sheet, "S-10", "P-1", "2010-06-01", "Bianchi", "8");
      add(sheet, "S-11", "P-1", "2009-11-15", "Società Rossi", "8");
      workbook.write(out);
    }
  }

  private static void add(Sheet sheet, String... values) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (String value : values) {
      row.createCell(row.getPhysicalNumberOfCells()).setCellValue(value);
    }
  }
}
