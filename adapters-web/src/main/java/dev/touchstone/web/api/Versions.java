package dev.touchstone.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of resources as entity tags. All are strong: equal tags are equal bytes, so each
 * representation of a version has its own.
 */
public final class Versions {

  /** A version, and which representation of it, where there is another than JSON. */
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-[a-z]+)?\"");

  /** One member of a list (RFC 9110, 5.6.1 and 8.8.3); lists may have empty ones. */
  private static final Pattern MEMBER =
      Pattern.compile("[ \\t]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")?[ \\t]*(?:,|$)");

  private Versions() {}

  /** The entity tag of a version as JSON. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The entity tag of a version in another representation.
   *
   * @param representation which, in small letters
   */
  public static String etag(long version, String representation) {
    return "\"" + version + "-" + representation + "\"";
  }

  /**
   * The version that a tag names; none where no version has such a tag, a weak one for instance.
   */
  static Optional<Long> findVersion(String tag) {
    Matcher matcher = TAG.matcher(tag);
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  /**
   * The versions that a list of tags names, each once. Tags are compared strongly: a weak one
   * matches nothing.
   *
   * @throws InvalidRequestException if it is no list of tags
   */
  static List<Long> parseList(String tags) {
    List<Long> versions = new ArrayList<>();
    boolean anyTag = false;
    Matcher member = MEMBER.matcher(tags);
    int end = 0;
    while (end < tags.length()) {
      if (!member.find(end) || member.start() != end) {
        throw malformed();
      }
      end = member.end();
      String tag = member.group(1);
      if (tag != null) {
        anyTag = true;
        findVersion(tag).filter(version -> !versions.contains(version)).ifPresent(versions::add);
      }
    }
    if (!anyTag) {
      throw malformed();
    }
    return versions;
  }

  private static InvalidRequestException malformed() {
    return new InvalidRequestException(
        "If-Match", "is * or a list of ETags, each in its quotes, as answers give them");
  }
}
