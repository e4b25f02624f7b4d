package dev.touchstone.application.program;

/**
 * A place in a catalog or policy file.
 *
 * @param file the file's name
 * @param line the line, from 1; 0 where the file as a whole is meant
 * @param key the path of the key, such as {@code tiers.GOLD[0].survey.window}; empty where the file
 *     as a whole is meant
 */
public record ProgramFilePlace(String file, int line, String key) {

  /**
   * The sentence on what is wrong here; it names file, line and key.
   *
   * @param problem what is wrong and what to do, without a full stop
   */
  public String sentence(String problem) {
    return file
        + (line > 0 ? ", line " + line : "")
        + (key.isEmpty() ? "" : ", key " + key)
        + ": "
        + problem
        + ".";
  }
}
