package dev.touchstone.application.tier.port.out;

import dev.touchstone.application.program.ProgramFileException;
import dev.touchstone.application.tier.PolicyFile;
import java.nio.file.Path;

/** The policy files (formats.md, Catalog and policy). */
public interface PolicyFiles {

  /**
   * Reads a file.
   *
   * @throws ProgramFileException if it cannot be read or is no policy
   */
  PolicyFile read(Path file);

  /**
   * Reads a file that lies nowhere.
   *
   * @param name what sentences call it
   * @throws ProgramFileException if it is no policy
   */
  PolicyFile read(String name, byte[] content);

  /** Reads the one that ships with the product. */
  PolicyFile readDefault();
}
