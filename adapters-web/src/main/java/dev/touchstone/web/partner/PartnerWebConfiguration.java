package dev.touchstone.web.partner;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Partners and their enrollments over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({PartnersController.class, PartnerController.class, EnrollmentsController.class})
public class PartnerWebConfiguration {}
