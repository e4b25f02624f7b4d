package dev.touchstone.server;

import java.util.Map;

/** Two partners and two survey vendors, of whom the first of each have one of everything. */
final class Inhabitants {

  static final String OWNER = "P-OWNER";
  static final String OTHER = "P-OTHER";
  static final String VENDOR = "first-vendor";
  static final String OTHER_VENDOR = "other-vendor";

  private final Map<String, String> ids;

  private Inhabitants(Map<String, String> ids) {
    this.ids = Map.copyOf(ids);
  }

  /** Lets them move in. */
  static Inhabitants settle(ServerFixture server) {
    server.program().post("/api/v1/accounts", "{\"name\":\"somebody\",\"role\":\"PROGRAM\"}");
    return new Inhabitants(Map.of("partnerId", OWNER, "name", "somebody"));
  }

  /** The id of the owner's, by the name of a path's variable. */
  Map<String, String> ids() {
    return ids;
  }
}
