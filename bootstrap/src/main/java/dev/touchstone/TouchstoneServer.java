package dev.touchstone;

import dev.touchstone.configuration.SignInConfiguration;
import dev.touchstone.server.ServerConfiguration;
import dev.touchstone.web.account.AccountWebConfiguration;
import dev.touchstone.web.api.ApiConfiguration;
import dev.touchstone.web.audit.AuditController;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What {@code serve} adds to the application: everything that is reached over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  ServerConfiguration.class,
  ApiConfiguration.class,
  SignInConfiguration.class,
  AccountWebConfiguration.class,
  AuditController.class
})
public class TouchstoneServer {}
