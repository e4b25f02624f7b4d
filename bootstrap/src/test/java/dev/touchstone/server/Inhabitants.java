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
    Map<String, String> ids = new HashMap<>();
    require(
        server.program().post("/api/v1/accounts", "{\"name\":\"somebody\",\"role\":\"PROGRAM\"}"));
    ids.put("name", "somebody");
    EvidenceSql evidence = new EvidenceSql(server.sql());
    evidence.addPartner(OWNER, "Owner", null, null);
    evidence.addPartner(OTHER, "Other", null, null);
    evidence.addReference("REF-OWNER", OWNER, "CRM");
    ids.put("partnerId", OWNER);
    ids.put("referenceId", "REF-OWNER");
    settleData(server, ids);
    settleUpload(server, ids);
    settleNight(server, ids);
    settleDecided(server, ids);
    settleProgram(server, ids);
    return new Inhabitants(ids);
  }

  /** The first vendor has sent a workbook with a bad row. */
  private static void settleUpload(ServerFixture server, Map<String, String> ids) {
    Answer upload =
        require(Uploads.upload(server.vendor(VENDOR), Uploads.sample("alfa/alfa-2010-1.xlsx")));
    ids.put("uploadId", upload.json().path("uploadId").asString());
    Uploads.await(server.vendor(VENDOR), upload.header("Location"));
  }

  private static void settleNight(ServerFixture server, Map<String, String> ids) {
    new Nightwatch(server).run("2010-11-15");
    ids.put("date", "2010-11-15");
    ids.put("run", "1");
    ids.put("policy", "partner-network");
    ids.put("version", "1");
  }

  /** The night has decided the owner, who appeals and offers something. */
  private static void settleDecided(ServerFixture server, Map<String, String> ids) {
    Requests owner = server.partner(OWNER);
    Answer offer =
        require(
            owner.post(
                "/api/v1/partners/" + OWNER + "/offers",
                """
                {"titleIt":"t","textIt":"t","specializations":["CRM"],"provinces":["MI"]}
                """));
    ids.put("offerId", offer.json().path("offerId").asString());
    Answer appeal =
        require(
            owner.post(
                "/api/v1/partners/" + OWNER + "/appeals",
                """
                {"date":"2010-11-15","tier":"SUBSCRIBER","criterion":"toolkits","evidence":"e"}
                """));
    ids.put("appealId", appeal.json().path("appealId").asString());
  }

  /** The program has waived something and tried a policy. */
  private static void settleProgram(ServerFixture server, Map<String, String> ids) {
    Answer waiver =
        require(
            server
                .program()
                .post(
                    "/api/v1/waivers",
                    """
                    {"cohort":{"province":"Milano"},"criterion":"GOLD.survey","reason":"One",
                     "from":"2010-11-01","to":"2010-12-01"}
                    """));
    ids.put("waiverId", lastPart(waiver.header("Location")));
    Answer whatIf =
        require(
            server
                .program()
                .post("/api/v1/what-ifs", "{\"policy\":\"partner-network\",\"version\":1}"));
    ids.put("whatIfId", lastPart(whatIf.header("Location")));
  }

  private static String lastPart(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** The owner is enrolled in something, and somebody has left it. */
  private static void settleData(ServerFixture server, Map<String, String> ids) {
    Answer enrollment =
        require(
            server
                .partner(OWNER)
                .post(
                    "/api/v1/partners/" + OWNER + "/enrollments",
                    "{\"specialization\":\"CRM\",\"kind\":\"COMPETENCY\"}"));
    ids.put("enrollmentKey", enrollment.json().path("enrollmentKey").asString());
    server
        .sql()
        .sql(
            """
            INSERT INTO employment
              (person_id, partner_id, valid_from, business_date, file_id, recorded_at)
            VALUES ('H-LEAVER', :partner, '-infinity', '2010-10-30', 1, '2010-10-30T20:00:00Z')
            """)
        .param("partner", OWNER)
        .update();
    ids.put("personId", "H-LEAVER");
    require(
        server
            .partner(OWNER)
            .post("/api/v1/partners/" + OWNER + "/people/H-LEAVER/departure", "{}"));
  }

  private static Answer require(Answer answer) {
    if (answer.status() >= 400) {
      throw new AssertionError("The inhabitants cannot settle: " + answer);
    }
    return answer;
  }

  /** The id of the owner's, by the name of a path's variable. */
  Map<String, String> ids() {
    return ids;
  }
}
