package dev.touchstone.persistence.program;

import dev.touchstone.application.program.ProgramFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** A YAML file of one document. */
public final class YamlFile {

  /** Far beyond any catalog or policy. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int MAX_PROBLEM = 200;

  private YamlFile() {}

  /**
   * Reads a file from disk.
   *
   * @throws ProgramFileException if it cannot be read, or is no YAML
   */
  public static YamlValue read(Path file) {
    return parse(nameOf(file), readText(file));
  }

  /** The name by which sentences call a file. */
  public static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /**
   * The text of a file on disk.
   *
   * @throws ProgramFileException if it cannot be read
   */
  public static String readText(Path file) {
    String name = nameOf(file);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw tooLarge(name);
      }
      return decode(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ProgramFileException(
          name, 0, "", "cannot be read from " + file + "; check the path and its permissions");
    }
  }

  /** Reads a file that ships inside the product. */
  public static YamlValue readShipped(String resource) {
    return parse(nameOf(Path.of(resource)), readShippedText(resource));
  }

  /** The text of a file that ships inside the product. */
  public static String readShippedText(String resource) {
    try (InputStream in = YamlFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The product ships without " + resource);
      }
      return decode(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("The product's own " + resource + " cannot be read", e);
    }
  }

  /**
   * The text of a file's bytes.
   *
   * @param name what sentences call it
   * @throws ProgramFileException if they are no text, or too many
   */
  public static String decode(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw tooLarge(name);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProgramFileException(name, 0, "", "is not UTF-8 text");
    }
  }

  private static ProgramFileException tooLarge(String name) {
    return new ProgramFileException(name, 0, "", "is larger than 1 MB, which no such file is");
  }

  /**
   * Reads a text.
   *
   * @param name what sentences call it
   * @throws ProgramFileException if it is no YAML
   */
  public static YamlValue parse(String name, String text) {
    try {
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        throw new ProgramFileException(name, 0, "", "is empty");
      }
      return new YamlValue(name, "", root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new ProgramFileException(
          name,
          mark == null ? 0 : mark.getLine() + 1,
          "",
          "is no valid YAML: " + firstLine(e.getProblem()));
    } catch (YAMLException e) {
      throw new ProgramFileException(name, 0, "", "is no valid YAML: " + firstLine(e.getMessage()));
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(MAX_BYTES);
    return new Yaml(
        new SafeConstructor(options),
        new Representer(new DumperOptions()),
        new DumperOptions(),
        options);
  }

  /** Problems repeat what they are about, which can be long. */
  private static String firstLine(@Nullable String problem) {
    String line = String.valueOf(problem).lines().findFirst().orElse("");
    return line.length() <= MAX_PROBLEM ? line : line.substring(0, MAX_PROBLEM) + "…";
  }
}
