package dev.touchstone.web.reference;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** References over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({
  ReferencesController.class,
  SigningPages.class,
  ReceiptPages.class,
  CustomerPageFailures.class
})
public class ReferenceWebConfiguration {}
