package dev.touchstone.web.api;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * The versions that a change may be made to, from the header {@code If-Match} (RFC 9110, 13.1.1);
 * handlers of changes take it as an argument. A request without the header is answered 428, one
 * that does not name the present version 412.
 */
public final class IfMatch {

  private final boolean any;
  private final List<Long> versions;

  private IfMatch(boolean any, List<Long> versions) {
    this.any = any;
    this.versions = List.copyOf(versions);
  }

  /**
   * Reads the header.
   *
   * @param header its value; several headers are joined by commas
   * @throws InvalidRequestException if it is neither {@code *} nor a list of entity tags
   */
  static IfMatch parse(String header) {
    return header.strip().equals("*")
        ? new IfMatch(true, List.of())
        : new IfMatch(false, Versions.parseList(header));
  }

  /**
   * The version that the change is made to: the one that is named, or of several, and of {@code *},
   * the present one. Should another take its place before the change is made, that is a lost update
   * like any other.
   *
   * @param present reads the resource; it is asked only where one version is not named
   * @throws ApiException if the present version is not among those that are named
   */
  public long version(Supplier<? extends ResponseEntity<?>> present) {
    if (!any && versions.isEmpty()) {
      throw ApiException.lostUpdate();
    }
    if (versions.size() == 1) {
      return versions.get(0);
    }
    String tag = present.get().getHeaders().getETag();
    return Versions.findVersion(tag == null ? "" : tag)
        .filter(version -> any || versions.contains(version))
        .orElseThrow(ApiException::lostUpdate);
  }
}
