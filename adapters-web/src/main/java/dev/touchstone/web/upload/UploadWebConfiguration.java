package dev.touchstone.web.upload;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Uploads over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(SurveyWorkbooksController.class)
public class UploadWebConfiguration {}
