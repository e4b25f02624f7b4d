package dev.touchstone.web.tier;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The policies over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({PoliciesController.class})
public class TierWebConfiguration {}
