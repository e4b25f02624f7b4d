package dev.touchstone.web.directory;

import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.directory.OfferContent;
import dev.touchstone.domain.directory.OfferText;
import dev.touchstone.web.api.ApiException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an offer is to say. */
@Schema(description = "Title and text are given in Italian, in English or in both.")
record OfferRequest(
    @Size(max = OfferText.LONGEST_TITLE) @Schema(example = "Gestionale su misura")
        @Nullable String titleIt,
    @Size(max = OfferText.LONGEST_TITLE) @Schema(example = "Tailored ERP") @Nullable String titleEn,
    @Size(max = OfferText.LONGEST_TEXT) @Schema(example = "Analisi, avvio e assistenza.")
        @Nullable String textIt,
    @Size(max = OfferText.LONGEST_TEXT) @Schema(example = "Analysis, launch and support.")
        @Nullable String textEn,
    @NotEmpty
        @Size(max = OfferContent.MOST_SPECIALIZATIONS)
        @Schema(example = "[\"CRM\"]", description = "Codes that the partner requests.")
        List<@NotBlank @Size(max = 1000) String> specializations,
    @NotEmpty
        @Size(max = 120)
        @Schema(example = "[\"MI\",\"TO\"]", description = "Provinces of Italy, or ALL alone.")
        List<@NotBlank @Size(max = 3) String> provinces) {

  /**
   * The content.
   *
   * @throws ApiException if it makes no offer
   */
  OfferContent toContent() {
    try {
      return new OfferContent(
          toText(titleIt, textIt),
          toText(titleEn, textEn),
          specializations.stream().map(SpecializationCode::new).toList(),
          provinces);
    } catch (IllegalArgumentException e) {
      throw ApiException.ruleViolated(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable OfferText toText(@Nullable String title, @Nullable String text) {
    if (title == null && text == null) {
      return null;
    }
    return new OfferText(title == null ? "" : title, text == null ? "" : text);
  }
}
