package dev.touchstone.domain.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static final String FACE = "\uD83D\uDE00";

  @Test
  void trimsTextsAndTakesEmptyOnesForAbsent() {
    Profile profile = new Profile(" Rossi\u00A0", " ", "", "RM", null, "\t", " a@b.example ");

    assertThat(profile)
        .isEqualTo(new Profile("Rossi", null, null, "RM", null, null, "a@b.example"));
  }

  @Test
  void needsAName() {
    assertThat(named(" ").findObjection(null)).contains("name is empty; every partner has one.");
    assertThat(named("R").findObjection(null)).isEmpty();
  }

  @Test
  void countsLengthAsTheFilesDo() {
    assertThat(named(FACE.repeat(1_000)).findObjection(null)).isEmpty();
    assertThat(named(FACE.repeat(1_001)).findObjection(null))
        .contains("name is longer than 1000 characters; shorten it.");
  }

  @Test
  void refusesWhatNoLineCanHave() {
    for (String name : new String[] {"a\0b", "a\uD83D", "a\nb"}) {
      assertThat(named(name).findObjection(null))
          .hasValueSatisfying(
              objection -> assertThat(objection).startsWith("name contains a line break or"));
    }
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThat(at("ftp://rossi.example", null).findObjection(null))
        .hasValueSatisfying(objection -> assertThat(objection).startsWith("website "));
    assertThat(at(null, "rossi.example").findObjection(null))
        .hasValueSatisfying(objection -> assertThat(objection).startsWith("contactEmail "));
    assertThat(at("https://rossi.example", "info@rossi.example").findObjection(null)).isEmpty();
  }

  @Test
  void judgesOnlyWhatIsNew() {
    Profile before = at("www.rossi.example", "nobody");

    assertThat(before.findObjection(before)).isEmpty();
    assertThat(at("www.rossi.example", "somebody").findObjection(before)).isPresent();
  }

  @Test
  void namesTheFieldsThatDiffer() {
    assertThat(at("https://a.example", null).changesFrom(at("https://b.example", "a@b.example")))
        .containsExactly("website", "contactEmail");
    assertThat(named("R").changesFrom(named("R"))).isEmpty();
    assertThat(named("R").changesFrom(null)).containsExactly("name");
  }

  private static Profile named(String name) {
    return new Profile(name, null, null, null, null, null, null);
  }

  private static Profile at(@Nullable String website, @Nullable String contactEmail) {
    return new Profile("Rossi", null, null, null, null, website, contactEmail);
  }
}
