package dev.touchstone.batch.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Names for files that take no other file's place. */
public final class FreePath {

  private static final String COUNTED = "%s_%04d%s";

  private FreePath() {}

  /**
   * A name in the folder of a path that no file has: the path itself, or else one with a number,
   * which comes behind it in the order in which a night takes files.
   */
  public static Path beside(Path wished) {
    return besideOthers(wished, taken -> false);
  }

  /**
   * Such a name that no other file has: the first that is free, or that the same has already.
   *
   * @param same whether a file is the one that the name is for
   */
  public static Path besideOthers(Path wished, Predicate<Path> same) {
    String name = wished.getFileName().toString();
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    Path free = wished;
    for (int number = 2; Files.exists(free) && !same.test(free); number++) {
      free =
          wished.resolveSibling(
              COUNTED.formatted(name.substring(0, dot), number, name.substring(dot)));
    }
    return free;
  }
}
