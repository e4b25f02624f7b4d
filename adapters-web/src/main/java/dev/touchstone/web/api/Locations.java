package dev.touchstone.web.api;

import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** Where created things are found. */
public final class Locations {

  private Locations() {}

  /** A path with values, whatever characters they have, in the places of its variables. */
  public static URI of(String path, Object... values) {
    return UriComponentsBuilder.fromPath(path).encode().buildAndExpand(values).toUri();
  }
}
