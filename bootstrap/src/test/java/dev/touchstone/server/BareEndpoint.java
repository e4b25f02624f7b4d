package dev.touchstone.server;

import dev.touchstone.application.access.Role;
import dev.touchstone.web.api.Access;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The reference of the benchmark: a handler that reads one row, without any security before it. */
@Configuration(proxyBeanMethods = false)
@Import(BareEndpoint.BareController.class)
class BareEndpoint {

  @Bean
  WebSecurityCustomizer bareIsOpen() {
    return web -> web.ignoring().requestMatchers("/bare/**");
  }

  @RestController
  @Hidden
  static class BareController {

    private final JdbcClient client;

    BareController(DataSource dataSource) {
      this.client = JdbcClient.create(dataSource);
    }

    record Row(String partnerId, LocalDate businessDate, String earned, String held) {}

    @GetMapping("/bare/{partnerId}")
    @Access(Role.PUBLIC)
    Row get(@PathVariable String partnerId) {
      return client
          .sql(
              """
              SELECT partner_id, business_date, earned, held FROM standing
              WHERE partner_id = :partner
              ORDER BY business_date DESC, run DESC LIMIT 1
              """)
          .param("partner", partnerId)
          .query(
              (row, number) ->
                  new Row(
                      row.getString("partner_id"),
                      row.getObject("business_date", LocalDate.class),
                      row.getString("earned"),
                      row.getString("held")))
          .single();
    }
  }
}
