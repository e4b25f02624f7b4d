package dev.touchstone.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.domain.catalog.SpecializationCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferContentTest {

  private static final OfferText TEXT = new OfferText("Gestionale", "Su misura");
  private static final List<SpecializationCode> CRM = List.of(new SpecializationCode("CRM"));

  @Test
  void putsCodesInOrderAndEachOnce() {
    OfferContent content =
        new OfferContent(
            TEXT,
            null,
            List.of(
                new SpecializationCode("ERP"),
                new SpecializationCode("CRM"),
                new SpecializationCode("ERP")),
            List.of("TO", "MI", "TO"));

    assertThat(content.specializations())
        .containsExactly(new SpecializationCode("CRM"), new SpecializationCode("ERP"));
    assertThat(content.provinces()).containsExactly("MI", "TO");
  }

  @Test
  void needsALanguage() {
    assertThatThrownBy(() -> new OfferContent(null, null, CRM, List.of("MI")))
        .hasMessageContaining("in Italian, in English or in both");
  }

  @Test
  void isAboutOneToTenSpecializations() {
    List<SpecializationCode> eleven =
        IntStream.range(0, 11).mapToObj(i -> new SpecializationCode("S" + i)).toList();

    assertThat(new OfferContent(TEXT, null, eleven.subList(0, 10), List.of("MI")).specializations())
        .hasSize(10);
    assertThatThrownBy(() -> new OfferContent(TEXT, null, eleven, List.of("MI")))
        .hasMessage("An offer is about 1 to 10 specializations, not 11.");
    assertThatThrownBy(() -> new OfferContent(TEXT, null, List.of(), List.of("MI")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mi", "XX", "MIL", "", "all"})
  void refusesWhatIsNoProvince(String code) {
    assertThatThrownBy(() -> new OfferContent(TEXT, null, CRM, List.of("MI", code)))
        .hasMessageContaining("is no province of Italy");
  }

  @Test
  void servesAllAloneOrSomeProvince() {
    assertThat(new OfferContent(TEXT, null, CRM, List.of("ALL", "ALL")).provinces())
        .containsExactly("ALL");
    assertThatThrownBy(() -> new OfferContent(TEXT, null, CRM, List.of("ALL", "MI")))
        .hasMessageContaining("names no province besides");
    assertThatThrownBy(() -> new OfferContent(TEXT, null, CRM, List.of()))
        .hasMessageContaining("at least one province");
  }

  @Test
  void knowsAllProvincesOfToday() {
    assertThat(
            List.of("AO", "BT", "FC", "MB", "PU", "SU", "VB", "RM", "NA", "TN", "BZ", "FM", "OG"))
        .allSatisfy(
            code ->
                assertThat(new OfferContent(TEXT, null, CRM, List.of(code)).provinces())
                    .containsExactly(code));
  }

  @Test
  void countsTextAsAReaderDoes() {
    assertThat(new OfferText("😀".repeat(120), "x".repeat(4_000)).title()).hasSize(240);
    assertThatThrownBy(() -> new OfferText("x".repeat(121), "text"))
        .hasMessage("An offer's title has up to 120 characters, not 121.");
    assertThatThrownBy(() -> new OfferText("title", "x".repeat(4_001)))
        .hasMessage("An offer's text has up to 4000 characters, not 4001.");
  }

  @Test
  void needsBothPartsOfALanguage() {
    assertThat(new OfferText(" title ", "\u00a0text\n")).isEqualTo(new OfferText("title", "text"));
    assertThatThrownBy(() -> new OfferText(" \t", "text")).hasMessageContaining("title is missing");
    assertThatThrownBy(() -> new OfferText("title", "\n")).hasMessageContaining("text is missing");
    assertThatThrownBy(() -> new OfferText("two\nlines", "text"))
        .hasMessageContaining("title is one line");
  }
}
