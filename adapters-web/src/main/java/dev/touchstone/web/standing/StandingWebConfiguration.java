package dev.touchstone.web.standing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources on a partner's standing. */
@Configuration(proxyBeanMethods = false)
@Import({StandingController.class, DecisionController.class, SurveySummaryController.class})
public class StandingWebConfiguration {}
