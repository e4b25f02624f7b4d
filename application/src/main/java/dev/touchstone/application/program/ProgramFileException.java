package dev.touchstone.application.program;

/**
 * A catalog or policy file with an error (formats.md, Catalog and policy). The message names file,
 * line and key and says what is wrong.
 */
public final class ProgramFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String key;

  /**
   * @param file the file's name
   * @param line the line, from 1; 0 where the file as a whole is meant
   * @param key the path of the key, such as {@code tiers.GOLD[0].survey.window}; empty where the
   *     file as a whole is meant
   * @param problem what is wrong and what to do, without a full stop
   */
  public ProgramFileException(String file, int line, String key, String problem) {
    super(new ProgramFilePlace(file, line, key).sentence(problem));
    this.file = file;
    this.line = line;
    this.key = key;
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 where the file as a whole is meant. */
  public int line() {
    return line;
  }

  /** The path of the key; empty where the file as a whole is meant. */
  public String key() {
    return key;
  }
}
