package dev.touchstone.web.appeal;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of appeals. */
@Configuration(proxyBeanMethods = false)
@Import({PartnerAppealsController.class, AppealsController.class})
public class AppealWebConfiguration {}
