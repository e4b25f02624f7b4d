package dev.touchstone.web.night;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.night.NightOverview;
import dev.touchstone.application.night.port.in.FindNightUseCase;
import dev.touchstone.application.standing.DecisionTable;
import dev.touchstone.application.standing.port.out.Decisions;
import dev.touchstone.application.table.port.out.TableFormat;
import dev.touchstone.domain.time.NightId;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.table.TableDownload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nights decided, as files. */
@RestController
@RequestMapping(NightPath.ONE)
@Tag(name = "Nights")
public class NightDecisionsController {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final FindNightUseCase findNight;
  private final Decisions decisions;
  private final TableFormat csvTables;
  private final TableFormat workbookTables;

  /** Takes its ports. */
  public NightDecisionsController(
      FindNightUseCase findNight,
      Decisions decisions,
      @Qualifier("csvTables") TableFormat csvTables,
      @Qualifier("workbookTables") TableFormat workbookTables) {
    this.findNight = findNight;
    this.decisions = decisions;
    this.csvTables = csvTables;
    this.workbookTables = workbookTables;
  }

  /** All partners as CSV. */
  @GetMapping(path = "/decisions.csv", produces = CSV)
  @Access(Role.PROGRAM)
  @Operation(summary = "What a night decided as CSV, with the columns of the command decisions")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  void csv(
      @PathVariable("date") LocalDate date,
      @PathVariable("run") int run,
      HttpServletResponse response)
      throws IOException {
    send(csvTables, date, run, "csv", response);
  }

  /** All partners as a workbook. */
  @GetMapping(path = "/decisions.xlsx", produces = XLSX)
  @Access(Role.PROGRAM)
  @Operation(summary = "What a night decided as a workbook")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
  void workbook(
      @PathVariable("date") LocalDate date,
      @PathVariable("run") int run,
      HttpServletResponse response)
      throws IOException {
    send(workbookTables, date, run, "xlsx", response);
  }

  private void send(
      TableFormat format, LocalDate date, int run, String extension, HttpServletResponse response)
      throws IOException {
    NightOverview overview = NightPath.find(findNight, date, run);
    NightId night = overview.night().id();
    if (!overview.state().isDecided()) {
      throw ApiException.conflict(
          "The night of %s has not decided all partners; its state is %s."
              .formatted(night, overview.state()));
    }
    TableDownload.send(
        format,
        DecisionTable.TABLE,
        consumer -> decisions.forEach(night, consumer),
        "decisions-" + night.businessDate() + "-" + night.run() + "." + extension,
        response);
  }
}
