package dev.touchstone.application.directory.search;

/**
 * How some of the words were taken.
 *
 * @param words as typed
 * @param as what they stand for
 * @param value the code of the specialization, province or region, the id of the place, or the text
 *     itself
 * @param corrected whether what was typed is not quite what it stands for
 */
public record UnderstoodWords(String words, As as, String value, boolean corrected) {

  /** What words can stand for. */
  public enum As {
    /** A specialization: the partner must be certified in it or offer it. */
    SPECIALIZATION,
    /** A town or the capital of a province: nearer partners come first. */
    PLACE,
    /** A province: partners near its capital come first. */
    PROVINCE,
    /** A region: partners in it come first. */
    REGION,
    /** A tier: partners that display it come first. */
    TIER,
    /** Any other words: they must occur in name, offers or specializations. */
    TEXT
  }
}
