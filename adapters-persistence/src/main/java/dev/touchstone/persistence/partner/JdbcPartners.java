package dev.touchstone.persistence.partner;

import dev.touchstone.application.audit.Recording;
import dev.touchstone.application.partner.KnownPartner;
import dev.touchstone.application.partner.port.out.Partners;
import dev.touchstone.domain.partner.LegacyLevel;
import dev.touchstone.domain.partner.Partner;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.partner.PartnerStatus;
import dev.touchstone.persistence.audit.RecordedChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners in {@code partner}, {@code partner_status} and {@code partner_hiding}. */
public final class JdbcPartners implements Partners {

  /**
   * The version is a sum of numbers none of which ever falls, and of which each change raises one:
   * a change of status may only supersede a row.
   */
  private static final String KNOWN =
      """
      SELECT p.partner_id, p.name, p.vat_number, p.city, p.province, p.country, p.website,
        p.contact_email, p.registered_on, p.legacy_level, s.status,
        coalesce(h.hidden, false) AS hidden,
        p.version_id + coalesce(h.version_id, 0) + c.changes AS version
      FROM partner p
      LEFT JOIN partner_hiding h ON h.partner_id = p.partner_id AND h.superseded_at IS NULL
      CROSS JOIN LATERAL (
        SELECT t.status FROM partner_status t
        WHERE t.partner_id = p.partner_id AND t.superseded_at IS NULL AND t.valid_from <= :day
        ORDER BY t.valid_from DESC
        LIMIT 1
      ) s
      CROSS JOIN LATERAL (
        SELECT max(t.version_id) + count(t.superseded_at) AS changes FROM partner_status t
        WHERE t.partner_id = p.partner_id
      ) c
      WHERE p.superseded_at IS NULL
      """;

  private static final String FIND = KNOWN + "AND p.partner_id = :partner";

  private static final String LIST =
      KNOWN
          + """
          AND p.partner_id > :after AND (:part = '' OR strpos(lower(p.name), lower(:part)) > 0)
          ORDER BY p.partner_id
          LIMIT :limit
          """;

  private static final String NEXT =
      """
      SELECT concat_ws('-', 'P', own_series(), lpad(n::text, greatest(6, length(n::text)), '0'))
      FROM nextval('partner_number') n
      """;

  private static final String IS_KNOWN =
      "SELECT EXISTS (SELECT FROM partner p WHERE p.partner_id = :partner)";

  private static final String SUPERSEDE_PROFILE =
      """
      UPDATE partner SET superseded_at = :recordedAt
      WHERE partner_id = :partner AND superseded_at IS NULL
      """;

  private static final String ADD_PROFILE =
      """
      INSERT INTO partner (partner_id, name, vat_number, city, province, country, website,
        contact_email, registered_on, legacy_level, business_date, audit_id, recorded_at)
      VALUES (:partner, :name, :vatNumber, :city, :province, :country, :website, :contactEmail,
        :registeredOn, :legacyLevel, :date, :audit, :recordedAt)
      """;

  private static final String ADD_FIRST_STATUS =
      """
      INSERT INTO partner_status
        (partner_id, status, valid_from, business_date, audit_id, recorded_at)
      VALUES (:partner, :status, '-infinity', :date, :audit, :recordedAt)
      """;

  private static final String SUPERSEDE_STATUS_OF_THE_DAY =
      """
      UPDATE partner_status SET superseded_at = :recordedAt
      WHERE partner_id = :partner AND superseded_at IS NULL AND valid_from = :date
      """;

  /**
   * Where the status holds from before, nothing is to be added, but for a suspension that only
   * files have made so far: by hand it outlasts what they say.
   */
  private static final String ADD_STATUS =
      """
      INSERT INTO partner_status
        (partner_id, status, valid_from, business_date, audit_id, recorded_at)
      SELECT :partner, :status, :date, :date, :audit, :recordedAt
      WHERE NOT EXISTS (
        SELECT FROM (
          SELECT t.status, t.audit_id FROM partner_status t
          WHERE t.partner_id = :partner AND t.superseded_at IS NULL AND t.valid_from <= :date
          ORDER BY t.valid_from DESC
          LIMIT 1
        ) held
        WHERE held.status = :status AND (held.status <> 'SUSPENDED' OR held.audit_id IS NOT NULL)
      )
      """;

  private static final String IS_SUSPENDED_BY_HAND =
      """
      SELECT EXISTS (
        SELECT FROM (
          SELECT t.status, t.audit_id FROM partner_status t
          WHERE t.partner_id = :partner AND t.superseded_at IS NULL AND t.valid_from <= :day
          ORDER BY t.valid_from DESC
          LIMIT 1
        ) held
        WHERE held.status = 'SUSPENDED' AND held.audit_id IS NOT NULL
      )
      """;

  private static final String SUPERSEDE_HIDING =
      """
      UPDATE partner_hiding SET superseded_at = :recordedAt
      WHERE partner_id = :partner AND superseded_at IS NULL
      """;

  private static final String ADD_HIDING =
      """
      INSERT INTO partner_hiding (partner_id, hidden, business_date, audit_id, recorded_at)
      VALUES (:partner, :hidden, :date, :audit, :recordedAt)
      """;

  private final JdbcClient client;

  /** Partners in the database of the data source. */
  public JdbcPartners(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<KnownPartner> find(PartnerId partner, LocalDate day) {
    return client
        .sql(FIND)
        .param("partner", partner.value())
        .param("day", day)
        .query(JdbcPartners::toKnownPartner)
        .optional();
  }

  @Override
  public List<KnownPartner> list(
      @Nullable String namePart, @Nullable PartnerId after, int limit, LocalDate day) {
    return client
        .sql(LIST)
        .param("part", namePart == null ? "" : namePart)
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .param("day", day)
        .query(JdbcPartners::toKnownPartner)
        .list();
  }

  @Override
  public PartnerId nextId() {
    while (true) {
      PartnerId id = new PartnerId(client.sql(NEXT).query(String.class).single());
      if (!client.sql(IS_KNOWN).param("partner", id.value()).query(Boolean.class).single()) {
        return id;
      }
    }
  }

  @Override
  public void add(Partner partner, Recording recording) {
    addProfile(partner, recording);
    RecordedChange.statement(client, ADD_FIRST_STATUS, recording)
        .param("partner", partner.id().value())
        .param("status", PartnerStatus.ACTIVE.name())
        .update();
  }

  @Override
  public void change(Partner partner, Recording recording) {
    RecordedChange.statement(client, SUPERSEDE_PROFILE, recording)
        .param("partner", partner.id().value())
        .update();
    addProfile(partner, recording);
  }

  @Override
  public void hide(PartnerId partner, boolean hidden, Recording recording) {
    RecordedChange.statement(client, SUPERSEDE_HIDING, recording)
        .param("partner", partner.value())
        .update();
    RecordedChange.statement(client, ADD_HIDING, recording)
        .param("partner", partner.value())
        .param("hidden", hidden)
        .update();
  }

  @Override
  public boolean isSuspendedByHand(PartnerId partner, LocalDate day) {
    return client
        .sql(IS_SUSPENDED_BY_HAND)
        .param("partner", partner.value())
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void changeStatus(PartnerId partner, PartnerStatus status, Recording recording) {
    RecordedChange.statement(client, SUPERSEDE_STATUS_OF_THE_DAY, recording)
        .param("partner", partner.value())
        .update();
    RecordedChange.statement(client, ADD_STATUS, recording)
        .param("partner", partner.value())
        .param("status", status.name())
        .update();
  }

  private void addProfile(Partner partner, Recording recording) {
    RecordedChange.statement(client, ADD_PROFILE, recording)
        .param("partner", partner.id().value())
        .param("name", partner.name())
        .param("vatNumber", partner.vatNumber())
        .param("city", partner.city())
        .param("province", partner.province())
        .param("country", partner.country())
        .param("website", partner.website())
        .param("contactEmail", partner.contactEmail())
        .param("registeredOn", partner.registeredOn())
        .param("legacyLevel", partner.legacyLevel().name())
        .update();
  }

  private static KnownPartner toKnownPartner(ResultSet row, int number) throws SQLException {
    return new KnownPartner(
        new Partner(
            new PartnerId(row.getString("partner_id")),
            row.getString("name"),
            row.getString("vat_number"),
            row.getString("city"),
            row.getString("province"),
            row.getString("country"),
            row.getString("website"),
            row.getString("contact_email"),
            row.getObject("registered_on", LocalDate.class),
            LegacyLevel.valueOf(row.getString("legacy_level"))),
        PartnerStatus.valueOf(row.getString("status")),
        row.getBoolean("hidden"),
        row.getLong("version"));
  }
}
