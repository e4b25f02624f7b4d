package dev.touchstone.web.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything about signing in over HTTP, but the token endpoint. */
@Configuration(proxyBeanMethods = false)
@Import({
  SecurityConfiguration.class,
  AccountPages.class,
  AccountsController.class,
  OwnAccountController.class
})
public class AccountWebConfiguration {}
