package dev.touchstone.application.intake;

/** From which day a workbook counts its serial dates. */
public enum DateSystem {
  /** 1 is 1 January 1900, and 60 a 29 February 1900 that never was. */
  FROM_1900,
  /** 0 is 1 January 1904. */
  FROM_1904
}
