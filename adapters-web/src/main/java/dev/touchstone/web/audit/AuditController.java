package dev.touchstone.web.audit;

import dev.touchstone.application.access.Role;
import dev.touchstone.application.audit.AuditEntry;
import dev.touchstone.application.audit.port.out.AuditLog;
import dev.touchstone.web.api.Access;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.Page;
import dev.touchstone.web.api.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, when and from where. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
public class AuditController {

  private final AuditLog auditLog;

  /** Takes the log. */
  public AuditController(AuditLog auditLog) {
    this.auditLog = auditLog;
  }

  record AuditResponse(
      @Schema(example = "4711") String id,
      Instant at,
      @Schema(example = "acme") String actor,
      @Schema(example = "PARTNER") String role,
      @Schema(example = "192.0.2.7") String address,
      @Schema(example = "ADD_ENROLLMENT") String action,
      @Schema(example = "partner/P00001") String subject,
      @Schema(example = "COMPETENCY CRM from 2010-10-30") String detail) {

    static AuditResponse of(AuditEntry entry) {
      return new AuditResponse(
          Long.toString(entry.id()),
          entry.at(),
          entry.actor().name(),
          entry.actor().role(),
          entry.actor().address(),
          entry.action(),
          entry.subject(),
          entry.detail());
    }
  }

  /** The entries, newest first. */
  @GetMapping
  @Access(Role.PROGRAM)
  @Operation(summary = "All changes, newest first")
  Page<AuditResponse> list(PageQuery page) {
    List<AuditEntry> found = auditLog.list(before(page), page.fetch());
    return Page.of(found, page, entry -> List.of(Long.toString(entry.id()))).map(AuditResponse::of);
  }

  private static @Nullable Long before(PageQuery page) {
    if (page.after().isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(page.after().get(0));
    } catch (NumberFormatException foreign) {
      throw new InvalidRequestException("after", "is what a page gave as next, unchanged");
    }
  }
}
