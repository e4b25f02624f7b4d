package dev.touchstone.web.catalog;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The catalog over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(CatalogController.class)
public class CatalogWebConfiguration {}
