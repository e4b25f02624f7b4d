package dev.touchstone.web.night;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The nights over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  NightsController.class,
  NightIntakeController.class,
  NightFindingsController.class,
  NightDecisionsController.class
})
public class NightWebConfiguration {}
