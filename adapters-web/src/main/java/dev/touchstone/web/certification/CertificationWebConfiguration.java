package dev.touchstone.web.certification;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The people of partners over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(PeopleController.class)
public class CertificationWebConfiguration {}
