package dev.touchstone.web.catalog;

import dev.touchstone.application.access.Role;
import dev.touchstone.domain.catalog.Catalog;
import dev.touchstone.domain.catalog.Catalogs;
import dev.touchstone.domain.catalog.CertificationCode;
import dev.touchstone.domain.catalog.Specialization;
import dev.touchstone.domain.catalog.SpecializationKind;
import dev.touchstone.web.api.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The program's specializations, for everybody. */
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
public class CatalogController {

  private final Catalogs catalogs;

  /** Shows the program's catalog. */
  public CatalogController(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  record CatalogResponse(
      @Schema(example = "partner-network") String catalog,
      @Schema(example = "1") int version,
      List<SpecializationResponse> specializations) {

    static CatalogResponse of(Catalog catalog) {
      return new CatalogResponse(
          catalog.name(),
          catalog.version(),
          catalog.listSpecializations().stream().map(SpecializationResponse::of).toList());
    }

    /** A digest of all that is shown. */
    String digest() {
      try {
        byte[] content = toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every JDK has SHA-256", e);
      }
    }
  }

  record SpecializationResponse(
      @Schema(example = "CRM") String code,
      SpecializationKind kind,
      @Schema(
              description = "Its names by language.",
              example = "{\"en\": \"Customer relations\", \"it\": \"Relazioni con i clienti\"}")
          Map<String, String> names,
      @Schema(
              description = "The certification codes that a person may bring for it.",
              example = "[\"TC-109\"]")
          List<String> accepts) {

    static SpecializationResponse of(Specialization specialization) {
      return new SpecializationResponse(
          specialization.code().value(),
          specialization.kind(),
          new TreeMap<>(specialization.names()),
          specialization.accepts().stream().sorted().map(CertificationCode::value).toList());
    }
  }

  /** The catalog. */
  @GetMapping
  @Access(Role.PUBLIC)
  @Operation(summary = "All specializations, by code")
  ResponseEntity<CatalogResponse> get() {
    CatalogResponse catalog = CatalogResponse.of(catalogs.getCatalog());
    return ResponseEntity.ok().eTag(catalog.digest()).body(catalog);
  }
}
