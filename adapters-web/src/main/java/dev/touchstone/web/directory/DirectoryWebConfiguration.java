package dev.touchstone.web.directory;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of the directory. */
@Configuration(proxyBeanMethods = false)
@Import(OffersController.class)
public class DirectoryWebConfiguration {}
