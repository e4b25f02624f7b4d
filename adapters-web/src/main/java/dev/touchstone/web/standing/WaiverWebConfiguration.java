package dev.touchstone.web.standing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The waivers over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({WaiversController.class})
public class WaiverWebConfiguration {}
