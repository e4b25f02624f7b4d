package dev.touchstone.batch.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a survey workbook as a vendor would, in constant memory. */
public final class SurveyWorkbookWriter implements AutoCloseable {

  private static final DateTimeFormatter ITALIAN_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  private final Path target;
  private final SurveyLayout layout;
  private final XSSFWorkbook template;
  private final SXSSFWorkbook workbook;
  private final Sheet sheet;
  private final CellStyle dateStyle;
  private int at;

  private SurveyWorkbookWriter(Path target, SurveyLayout layout) {
    this.target = target;
    this.layout = layout;
    this.template = new XSSFWorkbook();
    if (layout == SurveyLayout.FROM_1904) {
      if (!template.getCTWorkbook().isSetWorkbookPr()) {
        template.getCTWorkbook().addNewWorkbookPr();
      }
      template.getCTWorkbook().getWorkbookPr().setDate1904(true);
    }
    this.workbook = new SXSSFWorkbook(template);
    this.sheet = workbook.createSheet(layout == SurveyLayout.ITALIAN ? "Risposte" : "Responses");
    this.dateStyle = workbook.createCellStyle();
    dateStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    writeHeader();
  }

  /** Begins a workbook; nothing is at the target before it is closed. */
  public static SurveyWorkbookWriter open(Path target, SurveyLayout layout) {
    return new SurveyWorkbookWriter(target, layout);
  }

  /**
   * One response as a vendor's file may have it, right or wrong.
   *
   * @param date a {@link LocalDate}, or any text
   * @param satisfaction an {@link Integer}, or any text
   */
  public record Response(
      String id,
      String partner,
      Object date,
      String customer,
      Object satisfaction,
      @Nullable Integer recommend,
      @Nullable String email,
      @Nullable String comment) {}

  /** Writes one row. */
  public void write(Response response) {
    Row row = sheet.createRow(at++);
    List<@Nullable Object> values =
        layout == SurveyLayout.FROM_1904
            ? Arrays.asList(
                response.comment(),
                "telefono",
                response.satisfaction(),
                response.customer(),
                response.date(),
                response.partner(),
                response.id(),
                response.recommend(),
                response.email())
            : Arrays.asList(
                response.id(),
                response.partner(),
                response.date(),
                response.customer(),
                response.satisfaction(),
                response.recommend(),
                response.email(),
                response.comment());
    for (int i = 0; i < values.size(); i++) {
      put(row, i, values.get(i));
    }
  }

  /** Puts the workbook into its place. */
  @Override
  public void close() throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
    try {
      try (template;
          workbook;
          OutputStream out = Files.newOutputStream(temporary)) {
        workbook.write(out);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void writeHeader() {
    if (layout == SurveyLayout.ITALIAN) {
      sheet.createRow(at++).createCell(0).setCellValue("Indagine di soddisfazione dei clienti");
      // A row that the file does not have, as under many titles.
      at++;
    }
    Row row = sheet.createRow(at++);
    List<String> headers =
        switch (layout) {
          case ENGLISH ->
              List.of(
                  "Response ID",
                  "Partner ID",
                  "Survey date",
                  "Customer",
                  "Overall satisfaction",
                  "Would recommend",
                  "Respondent e-mail",
                  "Comment");
          case ITALIAN ->
              List.of(
                  "ID risposta",
                  "Codice partner",
                  "Data",
                  "Cliente",
                  "Soddisfazione complessiva",
                  "Raccomanderebbe",
                  "E-mail",
                  "Commento");
          case FROM_1904 ->
              List.of(
                  "Comment",
                  "Channel",
                  "Overall satisfaction",
                  "Customer",
                  "Survey date",
                  "Partner ID",
                  "Response ID",
                  "Would recommend",
                  "Respondent e-mail");
        };
    for (int i = 0; i < headers.size(); i++) {
      row.createCell(i).setCellValue(headers.get(i));
    }
  }

  private void put(Row row, int column, @Nullable Object value) {
    if (value instanceof String text) {
      row.createCell(column).setCellValue(text);
    } else if (value instanceof LocalDate date) {
      putDate(row, column, date);
    } else if (value instanceof Integer number) {
      if (layout == SurveyLayout.ITALIAN) {
        row.createCell(column).setCellValue(number.toString());
      } else {
        row.createCell(column).setCellValue(number);
      }
    }
  }

  private void putDate(Row row, int column, LocalDate date) {
    if (layout == SurveyLayout.ITALIAN) {
      row.createCell(column).setCellValue(date.format(ITALIAN_DATE));
      return;
    }
    LocalDate dayZero = layout == SurveyLayout.FROM_1904 ? DAY_0_OF_1904 : DAY_0_OF_1900;
    var cell = row.createCell(column);
    cell.setCellValue((double) ChronoUnit.DAYS.between(dayZero, date));
    cell.setCellStyle(dateStyle);
  }
}
