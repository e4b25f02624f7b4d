package dev.touchstone.persistence.program;

import dev.touchstone.application.program.ProgramFileException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file that knows its place. Each method throws where the value is another. */
public final class YamlValue {

  /** A hundred years in days: beyond it no program plans, and dates leave what a database takes. */
  public static final int MAX_DAYS = 36_525;

  /** A key stands in sentences and in the paths of the keys below it. */
  private static final int MAX_KEY = 100;

  /** How much of a wrong value a sentence repeats. */
  private static final int MAX_QUOTED = 100;

  /** Plain digits, few enough for exact arithmetic to be quick; an exponent can mean millions. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,10}(\\.\\d{1,10})?");

  /** What a file can say without naming it, and no program reads more. */
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.TIMESTAMP,
          Tag.NULL,
          Tag.MERGE);

  private final String file;
  private final String key;
  private final Node node;

  YamlValue(String file, String key, Node node) {
    this.file = file;
    this.key = key;
    this.node = node;
  }

  /** The line, from 1, on which it begins. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** An error at this value. */
  public ProgramFileException error(String problem) {
    return new ProgramFileException(file, line(), key, problem);
  }

  /** A mapping; its keys are read by name, and any other is an error. */
  public YamlMapping mapping() {
    return new YamlMapping(this, entries());
  }

  /** A mapping of any keys, in the file's order. */
  public Map<String, YamlValue> entries() {
    requirePlainTag();
    if (!(node instanceof MappingNode mapping)) {
      throw error("must be a mapping of keys to values");
    }
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlValue name = new YamlValue(file, key, tuple.getKeyNode());
      String text = name.scalar("a key");
      if (text.length() > MAX_KEY) {
        throw name.error("has a key of more than " + MAX_KEY + " characters");
      }
      String path = key.isEmpty() ? text : key + "." + text;
      if (entries.put(text, new YamlValue(file, path, tuple.getValueNode())) != null) {
        throw new YamlValue(file, path, tuple.getKeyNode()).error("stands twice; keep one");
      }
    }
    return entries;
  }

  /** A list, which may be empty. */
  public List<YamlValue> list() {
    requirePlainTag();
    if (!(node instanceof SequenceNode sequence)) {
      throw error("must be a list");
    }
    List<YamlValue> values = new ArrayList<>();
    for (int i = 0; i < sequence.getValue().size(); i++) {
      values.add(new YamlValue(file, key + "[" + i + "]", sequence.getValue().get(i)));
    }
    return values;
  }

  /** Text that is not empty. */
  public String text() {
    String text = scalar("text");
    if (text.isBlank()) {
      throw error("is empty; a value is needed");
    }
    return text;
  }

  /** A whole number in a range. */
  public int wholeNumber(int least, int most) {
    String text = scalar("a whole number");
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one sentence for both.
    }
    throw error(
        "must be a whole number of "
            + least
            + (most == Integer.MAX_VALUE ? " or more" : " to " + most)
            + ", not "
            + quoted(text));
  }

  /** A number, exact as written, in a range. */
  public BigDecimal number(BigDecimal least, BigDecimal most) {
    String text = scalar("a number");
    if (NUMBER.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
        return number;
      }
    }
    throw error("must be a number from " + least + " to " + most + ", not " + quoted(text));
  }

  /** True or false. */
  public boolean truth() {
    return switch (scalar("true or false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("must be true or false");
    };
  }

  /** A date. */
  public LocalDate date() {
    String text = scalar("a date");
    try {
      // Longer ones have a sign and a year that no database takes.
      if (text.length() == "yyyy-MM-dd".length()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // Falls through to the one sentence for both.
    }
    throw error("must be a date as yyyy-MM-dd, not " + quoted(text));
  }

  /** A period that is longer than nothing, and short enough for every date to reach back by it. */
  public Period period() {
    String text = scalar("a period");
    try {
      Period period = Period.parse(text);
      if (!period.isNegative()
          && !period.isZero()
          && !LocalDate.EPOCH.plus(period).isAfter(LocalDate.EPOCH.plusDays(MAX_DAYS))) {
        return period;
      }
    } catch (DateTimeException e) {
      // Falls through to the one sentence for both.
    }
    throw error("must be a period such as P12M, of at most 100 years, not " + quoted(text));
  }

  /** One of the names of an enumeration, exact in case. */
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    String text = scalar("one word");
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    throw error("must be one of " + names + ", not " + quoted(text));
  }

  /** Builds what this value describes; what the domain refuses becomes an error at this place. */
  public <T> T build(Supplier<T> builder) {
    try {
      return builder.get();
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private void requirePlainTag() {
    if (!PLAIN_TAGS.contains(node.getTag())) {
      throw error("has a tag, " + quoted(node.getTag().getValue()) + "; leave it out");
    }
  }

  private String scalar(String what) {
    requirePlainTag();
    if (!(node instanceof ScalarNode scalar)) {
      throw error("must be " + what);
    }
    if (node.getTag().equals(Tag.NULL)) {
      throw error("has no value; " + what + " is needed");
    }
    return scalar.getValue();
  }

  private static String quoted(String text) {
    return '"' + (text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…") + '"';
  }
}
