package dev.touchstone.persistence.reference;

import dev.touchstone.application.reference.RequestingPartner;
import dev.touchstone.application.reference.port.out.RequestingPartners;
import dev.touchstone.domain.catalog.SpecializationCode;
import dev.touchstone.domain.partner.PartnerId;
import dev.touchstone.domain.reference.PartnerAddresses;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners in the evidence tables. */
public final class JdbcRequestingPartners implements RequestingPartners {

  private static final String PARTNER =
      """
      SELECT p.name, p.registered_on <= :day AND (
        SELECT s.status FROM partner_status s
        WHERE s.partner_id = p.partner_id AND s.superseded_at IS NULL AND s.valid_from <= :day
        ORDER BY s.valid_from DESC
        LIMIT 1
      ) = 'ACTIVE' AS takes_part
      FROM partner p
      WHERE p.partner_id = :partner AND p.superseded_at IS NULL
      """;

  private static final String REQUESTED =
      """
      SELECT DISTINCT e.specialization FROM enrollment e
      WHERE e.partner_id = :partner
        AND e.kind = 'COMPETENCY'
        AND e.superseded_at IS NULL
        AND e.valid_from <= :day
        AND (e.valid_until IS NULL OR e.valid_until > :day)
      """;

  /** Earlier versions, too: who changes the profile today does not sign tomorrow. */
  private static final String WEBSITES =
      """
      SELECT DISTINCT p.website FROM partner p
      WHERE p.partner_id = :partner AND p.website IS NOT NULL
      """;

  private static final String CONTACTS =
      """
      SELECT DISTINCT p.contact_email FROM partner p
      WHERE p.partner_id = :partner AND p.contact_email IS NOT NULL
      """;

  private static final String PEOPLE =
      """
      SELECT DISTINCT c.person_email
      FROM employment e JOIN certification c USING (person_id)
      WHERE e.partner_id = :partner
        AND e.superseded_at IS NULL
        AND c.superseded_at IS NULL
        AND c.person_email IS NOT NULL
      """;

  private static final String NAME =
      "SELECT p.name FROM partner p WHERE p.partner_id = :partner AND p.superseded_at IS NULL";

  /** By the index of V21, which orders hosts from their ends: a range holds all below a domain. */
  private static final String CONTACT_OF_OTHERS =
      """
      SELECT EXISTS (
        SELECT FROM partner p
        WHERE p.file_id IS NOT NULL
          AND (reverse(lower(split_part(p.contact_email, '@', -1))) || '.') COLLATE "C" >= :from
          AND (reverse(lower(split_part(p.contact_email, '@', -1))) || '.') COLLATE "C" < :to
          AND p.partner_id <> :partner
      )
      """;

  private final JdbcClient client;

  /** Partners in the database of the data source. */
  public JdbcRequestingPartners(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  @Override
  public Optional<RequestingPartner> find(PartnerId partner, LocalDate day) {
    return client
        .sql(PARTNER)
        .param("partner", partner.value())
        .param("day", day)
        .query(
            (row, number) ->
                new RequestingPartner(
                    partner,
                    row.getString("name"),
                    row.getBoolean("takes_part"),
                    findRequested(partner, day),
                    new PartnerAddresses(
                        texts(WEBSITES, partner),
                        texts(CONTACTS, partner),
                        texts(PEOPLE, partner))))
        .optional();
  }

  private Set<SpecializationCode> findRequested(PartnerId partner, LocalDate day) {
    return client
        .sql(REQUESTED)
        .param("partner", partner.value())
        .param("day", day)
        .query(String.class)
        .list()
        .stream()
        .map(SpecializationCode::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isKnown(PartnerId partner) {
    return findName(partner).isPresent();
  }

  @Override
  public String getName(PartnerId partner) {
    return findName(partner)
        .orElseThrow(() -> new IllegalArgumentException("No partner " + partner));
  }

  private Optional<String> findName(PartnerId partner) {
    return client.sql(NAME).param("partner", partner.value()).query(String.class).optional();
  }

  @Override
  public boolean isContactDomainOfOthers(String domain, PartnerId partner) {
    String fromItsEnd = new StringBuilder(domain).reverse().toString();
    return client
        .sql(CONTACT_OF_OTHERS)
        .param("from", fromItsEnd + '.')
        // The character behind the dot.
        .param("to", fromItsEnd + '/')
        .param("partner", partner.value())
        .query(Boolean.class)
        .single();
  }

  private List<String> texts(String sql, PartnerId partner) {
    return client.sql(sql).param("partner", partner.value()).query(String.class).list();
  }
}
