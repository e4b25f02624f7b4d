package dev.touchstone.server;

import java.util.HashMap;
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
    new ProgramNights(server).run("2010-11-15");
    server
        .program()
        .post(
            "/api/v1/waivers",
            "{\"cohort\":{\"province\":\"Milano\"},\"criterion\":\"GOLD.survey\","
                + "\"reason\":\"One\",\"from\":\"2010-11-01\",\"to\":\"2010-12-01\"}");
    server.program().post("/api/v1/what-ifs", "{\"policy\":\"partner-network\",\"version\":1}");
    Map<String, String> ids = new HashMap<>();
    ids.put("partnerId", OWNER);
    ids.put("name", "somebody");
    ids.put("date", "2010-11-15");
    ids.put("run", "1");
    ids.put("policy", "partner-network");
    ids.put("version", "1");
    ids.put("waiverId", "1");
    ids.put("whatIfId", "1");
    return new Inhabitants(ids);
  }

  /** The id of the owner's, by the name of a path's variable. */
  Map<String, String> ids() {
    return ids;
  }
}
