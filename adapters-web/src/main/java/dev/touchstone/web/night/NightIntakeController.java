package dev.touchstone.web.night;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.intake.EvidenceKind;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.IntakeFile;
import dev.touchstone.application.intake.IntakeFileReport;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.application.intake.RejectTable;
import dev.touchstone.application.intake.RejectedRow;
import dev.touchstone.application.intake.RowPlace;
import dev.touchstone.application.intake.port.out.IntakeReports;
import dev.touchstone.application.intake.port.out.IntakeReports.RejectPlace;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.table.port.out.TableFormat;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageKey;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.table.TableDownload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files that nights took, and what was rejected of them. */
@RestController
@RequestMapping(NightPath.ONE)
@Tag(name = "Nights")
public class NightIntakeController {

  private static final String CSV = "text/csv";

  private final FindNightUseCase findNight;
  private final IntakeReports reports;
  private final TableFormat csvTables;

  /** Takes its ports. */
  public NightIntakeController(
      FindNightUseCase findNight,
      IntakeReports reports,
      @Qualifier("csvTables") TableFormat csvTables) {
    this.findNight = findNight;
    this.reports = reports;
    this.csvTables = csvTables;
  }

  record FileResponse(
      @Schema(example = "42") String id,
      EvidenceKind kind,
      @Schema(description = "Of surveys, the vendor.", example = "doxa") @Nullable String vendor,
      @Schema(description = "Below the inbox.", example = "partners/p.csv") String path,
      long bytes,
      String sha256,
      IntakeFile.State state,
      long rowsRead,
      long rowsNew,
      long rowsSuperseding,
      long rowsUnchanged,
      long rowsRejected,
      @Schema(description = "Why the file was rejected whole.") @Nullable FaultResponse fault) {

    static FileResponse of(IntakeFileReport report) {
      IntakeFile file = report.file();
      SurveyVendor vendor = file.file().vendor();
      Fault fault = report.fault();
      return new FileResponse(
          Long.toString(file.id()),
          file.file().kind(),
          vendor == null ? null : vendor.value(),
          file.file().path(),
          file.file().bytes(),
          file.file().sha256(),
          file.state(),
          report.rowsRead(),
          report.rowsNew(),
          report.rowsSuperseding(),
          report.rowsUnchanged(),
          report.rowsRejected(),
          fault == null ? null : new FaultResponse(fault.reason(), fault.detail()));
    }
  }

  record FaultResponse(RejectReason reason, String detail) {}

  record RejectResponse(
      @Schema(description = "The file's path below the inbox.", example = "partners/p.csv")
          String file,
      @Schema(description = "Of a workbook.", example = "Foglio1") @Nullable String sheet,
      @Schema(description = "Absent where the whole file is rejected.", example = "7")
          @Nullable Long line,
      @Schema(description = "The key's parts, joined by |.", example = "P00001") String key,
      RejectReason reason,
      String detail) {

    static RejectResponse of(RejectedRow row) {
      RowPlace place = row.place();
      return new RejectResponse(
          row.path(),
          place == null ? null : place.sheet(),
          place == null ? null : (Long) place.line(),
          row.key(),
          row.fault().reason(),
          row.fault().detail());
    }
  }

  /** The files of a night. */
  @GetMapping("/files")
  @Access(Role.PROGRAM)
  @Operation(summary = "The files that a night took, in its order")
  Page<FileResponse> files(
      @PathVariable("date") LocalDate date,
      @PathVariable("run") int run,
      PageQuery page,
      @Parameter(description = "Only files in this state.")
          @RequestParam(name = "state", required = false)
          IntakeFile.@Nullable State state) {
    NightId night = NightPath.find(findNight, date, run).night().id();
    long after = PageKey.isAbsent(page) ? 0 : PageKey.number(page, 0);
    return Page.of(
            reports.listFiles(night, state, after, page.fetch()),
            page,
            report -> List.of(Long.toString(report.file().id())))
        .map(FileResponse::of);
  }

  /** What a night rejected. */
  @GetMapping("/rejects")
  @Access(Role.PROGRAM)
  @Operation(summary = "What a night rejected, by file, sheet and line")
  Page<RejectResponse> rejects(
      @PathVariable("date") LocalDate date, @PathVariable("run") int run, PageQuery page) {
    NightId night = NightPath.find(findNight, date, run).night().id();
    return Page.of(
            reports.listRejects(night, placeOf(page), page.fetch()),
            page,
            reject -> keyOf(reject.place()))
        .map(reject -> RejectResponse.of(reject.row()));
  }

  private static @Nullable RejectPlace placeOf(PageQuery page) {
    return PageKey.isAbsent(page)
        ? null
        : new RejectPlace(
            PageKey.text(page, 0),
            PageKey.text(page, 1),
            PageKey.number(page, 2),
            PageKey.number(page, 3));
  }

  private static List<String> keyOf(RejectPlace place) {
    return List.of(
        place.path(), place.sheet(), Long.toString(place.line()), Long.toString(place.id()));
  }

  /** What a night rejected, as a file. */
  @GetMapping(path = "/rejects.csv", produces = CSV)
  @Access(Role.PROGRAM)
  @Operation(summary = "What a night rejected as CSV, with the columns of the command rejects")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  void rejectsCsv(
      @PathVariable("date") LocalDate date,
      @PathVariable("run") int run,
      HttpServletResponse response)
      throws IOException {
    NightId night = NightPath.find(findNight, date, run).night().id();
    TableDownload.send(
        csvTables,
        RejectTable.TABLE,
        consumer -> reports.forEachReject(night, consumer),
        "rejects-" + night.businessDate() + "-" + night.run() + ".csv",
        response);
  }
}
