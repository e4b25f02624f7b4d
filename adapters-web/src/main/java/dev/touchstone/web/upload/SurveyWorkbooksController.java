package dev.touchstone.web.upload;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.upload.SurveyUpload;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase.AbandonUploadCommand;
import dev.touchstone.application.upload.port.in.AbandonUploadUseCase.AbandonUploadResult;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.AdmitUploadResult;
import dev.touchstone.application.upload.port.in.AdmitUploadUseCase.Admitted;
import dev.touchstone.application.upload.port.in.FindAnnotatedWorkbookUseCase;
import dev.touchstone.application.upload.port.in.FindAnnotatedWorkbookUseCase.FindAnnotatedWorkbookResult;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase.ReceiveUploadCommand;
import dev.touchstone.application.upload.port.in.ReceiveUploadUseCase.ReceiveUploadResult;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadStorageException;
import dev.touchstone.domain.survey.SurveyVendor;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.Caller;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import dev.touchstone.web.api.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Survey workbooks: a vendor uploads one as it is and gets it back with every bad row marked. */
@RestController
@RequestMapping(SurveyWorkbooksController.PATH)
@Tag(name = "Survey workbooks")
public class SurveyWorkbooksController {

  static final String PATH = "/api/v1/surveys/workbooks";

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Logger LOG = LoggerFactory.getLogger(SurveyWorkbooksController.class);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final AbandonUploadUseCase abandonUpload;
  private final AdmitUploadUseCase admitUpload;
  private final ReceiveUploadUseCase receiveUpload;
  private final FindAnnotatedWorkbookUseCase findAnnotatedWorkbook;
  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final UploadPace pace;

  /** Takes its collaborators. */
  public SurveyWorkbooksController(
      AbandonUploadUseCase abandonUpload,
      AdmitUploadUseCase admitUpload,
      ReceiveUploadUseCase receiveUpload,
      FindAnnotatedWorkbookUseCase findAnnotatedWorkbook,
      SurveyUploads uploads,
      UploadFiles files,
      UploadPace pace) {
    this.abandonUpload = abandonUpload;
    this.admitUpload = admitUpload;
    this.receiveUpload = receiveUpload;
    this.findAnnotatedWorkbook = findAnnotatedWorkbook;
    this.uploads = uploads;
    this.files = files;
    this.pace = pace;
  }

  @Schema(description = "A workbook, and whether it is only to be judged.")
  record UploadRequest(
      @Schema(
              type = "string",
              format = "binary",
              description = "The workbook (.xlsx), up to 200 MB.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          String file,
      @Schema(
              type = "boolean",
              description = "Judge all rows as in earnest, but change nothing.",
              defaultValue = "false",
              example = "true")
          @Nullable Boolean dryRun) {}

  /**
   * Takes the workbook in; what becomes of it is told by what the location names. Who may not
   * upload now is told so before the body is read.
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Access(Role.VENDOR)
  @Operation(
      summary = "Upload a survey workbook",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = UploadRequest.class))))
  @ApiResponse(
      responseCode = "202",
      description = "Received, or known already; Location names the upload.",
      content = @Content(schema = @Schema(implementation = UploadResponse.class)))
  ResponseEntity<UploadResponse> upload(
      Caller caller,
      HttpServletRequest request,
      @Parameter(description = "Judge all rows as in earnest, but change nothing.")
          @RequestParam(name = "dryRun", defaultValue = "false")
          boolean dryRun) {
    SurveyVendor vendor = new SurveyVendor(caller.requireVendor());
    Admitted transfer = admit(vendor, request.getContentLengthLong());
    try (WorkbookForm form = WorkbookForm.read(request, files, pace)) {
      ReceiveUploadResult result =
          receiveUpload.receive(
              new ReceiveUploadCommand(
                  caller.actor(),
                  vendor,
                  form.fileName(),
                  dryRun || form.dryRun(),
                  form.arrival()));
      if (result instanceof ReceiveUploadResult.NoWorkbook none) {
        throw new ApiException(ProblemType.UNSUPPORTED_MEDIA_TYPE, none.reason());
      }
      SurveyUpload upload = ((ReceiveUploadResult.Received) result).upload();
      return ResponseEntity.accepted()
          .location(URI.create(PATH + "/" + upload.id()))
          .body(UploadResponse.of(upload));
    } catch (UploadStorageException e) {
      LOG.error("The disk does not take an upload of vendor {}", vendor, e);
      throw new ApiException(
          ProblemType.INSUFFICIENT_STORAGE,
          "The server's disk does not take the workbook; upload it again later, and tell the"
              + " program manager if it lasts.");
    } finally {
      transfer.close();
    }
  }

  /** Where nobody says how much will come, or too much, it is as much as is ever read. */
  private Admitted admit(SurveyVendor vendor, long announced) {
    long bytes =
        announced < 0 ? WorkbookForm.MOST_BYTES : Math.min(announced, WorkbookForm.MOST_BYTES);
    AdmitUploadResult result = admitUpload.admit(vendor, bytes);
    if (result instanceof AdmitUploadUseCase.NoRoom noRoom) {
      throw new ApiException(ProblemType.INSUFFICIENT_STORAGE, noRoom.reason());
    }
    if (result instanceof AdmitUploadUseCase.Refused refused) {
      throw new ApiException(ProblemType.TOO_MANY_REQUESTS, refused.reason());
    }
    return (Admitted) result;
  }

  /** A vendor's own uploads; to the program everybody's. */
  @GetMapping
  @Access({Role.VENDOR, Role.PROGRAM})
  @Operation(summary = "Uploads, newest first")
  Page<UploadResponse> list(
      Caller caller,
      PageQuery page,
      @Parameter(description = "Whose; a vendor sees its own.", example = "alfa")
          @RequestParam(name = "vendor", required = false)
          @Nullable String vendor) {
    List<SurveyUpload> found = uploads.list(whose(caller, vendor), before(page), page.fetch());
    return Page.of(found, page, upload -> List.of(Long.toString(upload.id())))
        .map(UploadResponse::of);
  }

  private static @Nullable SurveyVendor whose(Caller caller, @Nullable String asked) {
    if (caller.role() == Role.PROGRAM) {
      return asked == null ? null : new SurveyVendor(asked);
    }
    String own = caller.requireVendor();
    if (asked != null && !asked.equals(own)) {
      throw ApiException.notFound("There is no such vendor for you.");
    }
    return new SurveyVendor(own);
  }

  private static @Nullable Long before(PageQuery page) {
    if (page.after().isEmpty()) {
      return null;
    }
    String key = page.after().get(0);
    if (!NUMBER.matcher(key).matches()) {
      throw new InvalidRequestException("after", "is what a page gave as next, unchanged");
    }
    return Long.valueOf(key);
  }

  /** How far an upload is, and what became of its rows. */
  @GetMapping("/{uploadId}")
  @Access({Role.VENDOR, Role.PROGRAM})
  @Operation(summary = "One upload: its progress, and counts by reason")
  UploadResponse get(Caller caller, @PathVariable("uploadId") String uploadId) {
    return UploadResponse.of(find(caller, uploadId));
  }

  /** The workbook with every bad row marked and explained. */
  @GetMapping("/{uploadId}/annotated")
  @Access({Role.VENDOR, Role.PROGRAM})
  @Operation(summary = "The workbook with every bad row marked")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> annotated(Caller caller, @PathVariable("uploadId") String uploadId) {
    SurveyUpload upload = find(caller, uploadId);
    FindAnnotatedWorkbookResult result = findAnnotatedWorkbook.find(upload);
    if (result instanceof FindAnnotatedWorkbookResult.None none) {
      throw ApiException.notFound(none.reason());
    }
    if (result instanceof FindAnnotatedWorkbookResult.Gone gone) {
      throw new ApiException(ProblemType.GONE, gone.reason());
    }
    if (result instanceof FindAnnotatedWorkbookResult.Elsewhere elsewhere) {
      throw new ApiException(ProblemType.UNAVAILABLE, elsewhere.reason());
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XLSX))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("annotated-" + upload.id() + ".xlsx")
                .build()
                .toString())
        .body(new FileSystemResource(((FindAnnotatedWorkbookResult.Found) result).file()));
  }

  /** Ends an upload that lies with a server that is gone, so that later ones have their turn. */
  @PostMapping("/{uploadId}/abandonment")
  @Access(Role.PROGRAM)
  @Operation(
      summary = "Give up an upload that lies with a server that is gone",
      description =
          "It ends as FAILED, and the vendor's later workbooks are read. Where this server has the"
              + " workbook, or another one is reading it, nothing is changed (409).")
  UploadResponse abandon(Caller caller, @PathVariable("uploadId") String uploadId) {
    SurveyUpload upload = find(caller, uploadId);
    AbandonUploadResult result =
        abandonUpload.abandon(new AbandonUploadCommand(caller.actor(), upload.id()));
    if (result instanceof AbandonUploadUseCase.Refused refused) {
      throw ApiException.conflict(refused.reason());
    }
    if (result instanceof AbandonUploadUseCase.Abandoned abandoned) {
      return UploadResponse.of(abandoned.upload());
    }
    throw unknown();
  }

  private static ApiException unknown() {
    return ApiException.notFound("There is no such upload.");
  }

  private SurveyUpload find(Caller caller, String uploadId) {
    return numberOf(uploadId)
        .flatMap(
            id ->
                caller.role() == Role.PROGRAM
                    ? uploads.findUpload(id)
                    : uploads.findUpload(id, new SurveyVendor(caller.requireVendor())))
        .orElseThrow(SurveyWorkbooksController::unknown);
  }

  private static Optional<Long> numberOf(String uploadId) {
    return NUMBER.matcher(uploadId).matches()
        ? Optional.of(Long.valueOf(uploadId))
        : Optional.empty();
  }
}
