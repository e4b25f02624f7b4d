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
    Map<String, String> ids = new HashMap<>();
    ids.put("partnerId", OWNER);
    ids.put("name", "somebody");
    EvidenceSql evidence = new EvidenceSql(server.sql());
    evidence.addPartner(OWNER, "Owner", null, null);
    evidence.addPartner(OTHER, "Other", null, null);
    evidence.addReference("REF-OWNER", OWNER, "CRM");
    ids.put("referenceId", "REF-OWNER");
    settleData(server, ids);
    settleProgram(server, ids);
    return new Inhabitants(ids);
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

  /** The program has run a night, granted a waiver and tried a policy. */
  private static void settleProgram(ServerFixture server, Map<String, String> ids) {
    Requests program = server.program();
    new ProgramNights(server).run("2010-11-15");
    ids.put("date", "2010-11-15");
    ids.put("run", "1");
    ids.put("policy", "partner-network");
    ids.put("version", "1");
    Answer waiver =
        require(
            program.post(
                "/api/v1/waivers",
                """
                {"partner":"P-OWNER","criterion":"GOLD.survey","reason":"One",
                 "from":"2010-11-01","to":"2010-12-01"}
                """));
    ids.put("waiverId", waiver.json().path("id").asString());
    Answer trial =
        require(program.post("/api/v1/what-ifs", "{\"policy\":\"partner-network\",\"version\":1}"));
    ids.put("whatIfId", trial.json().path("id").asString());
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
