package dev.touchstone.application.upload.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileLabelTest {

  @Test
  void leavesAnOrdinaryNameAsItIs() {
    assertThat(FileLabel.of("Qualità 2010 (1).xlsx")).isEqualTo("Qualità 2010 (1).xlsx");
  }

  @Test
  void hasNoFolders() {
    assertThat(FileLabel.of("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileLabel.of("C:\\vendor\\a.xlsx")).isEqualTo("a.xlsx");
  }

  @Test
  void hasNoCharactersThatPlayTricks() {
    assertThat(FileLabel.of("a\0b\r\nc\u202Etxt\uD800.xlsx")).isEqualTo("abctxt.xlsx");
  }

  @Test
  void isNeverEmptyNorLong() {
    assertThat(FileLabel.of(" \t")).isEqualTo("workbook.xlsx");
    assertThat(FileLabel.of("folder/")).isEqualTo("workbook.xlsx");
    assertThat(FileLabel.of("x".repeat(5_000))).hasSize(FileLabel.LONGEST);
  }
}
