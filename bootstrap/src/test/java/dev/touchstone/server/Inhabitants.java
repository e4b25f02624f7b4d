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
    EvidenceSql evidence = new EvidenceSql(server.sql());
    evidence.addPartner(OWNER, "Owner", null, null);
    evidence.addPartner(OTHER, "Other", null, null);
    evidence.addCompetency(OWNER, "CRM");
    evidence.addReference("REF-OWNER", OWNER, "CRM");
    new Nightwatch(server).run("2010-11-15");
    return new Inhabitants(
        Map.of(
            "partnerId",
            OWNER,
            "name",
            "somebody",
            "referenceId",
            "REF-OWNER",
            "offerId",
            create(
                server,
                "offers",
                """
                {"titleIt":"t","textIt":"t","specializations":["CRM"],"provinces":["MI"]}
                """,
                "offerId"),
            "appealId",
            create(
                server,
                "appeals",
                """
                {"date":"2010-11-15","tier":"SUBSCRIBER","criterion":"toolkits","evidence":"e"}
                """,
                "appealId")));
  }

  /** Creates something of the owner's and tells its id. */
  private static String create(ServerFixture server, String what, String body, String id) {
    return server
        .partner(OWNER)
        .post("/api/v1/partners/" + OWNER + "/" + what, body)
        .json()
        .path(id)
        .asString();
  }

  /** The id of the owner's, by the name of a path's variable. */
  Map<String, String> ids() {
    return ids;
  }
}
