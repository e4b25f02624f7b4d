package dev.touchstone;

import dev.touchstone.configuration.ArrivalConfiguration;
import dev.touchstone.configuration.ReferenceConfiguration;
import dev.touchstone.configuration.ScheduleConfiguration;
import dev.touchstone.configuration.SignInConfiguration;
import dev.touchstone.configuration.UploadConfiguration;
import dev.touchstone.observation.ObservationConfiguration;
import dev.touchstone.server.ServerConfiguration;
import dev.touchstone.web.account.AccountWebConfiguration;
import dev.touchstone.web.api.ApiConfiguration;
import dev.touchstone.web.appeal.AppealWebConfiguration;
import dev.touchstone.web.audit.AuditController;
import dev.touchstone.web.catalog.CatalogWebConfiguration;
import dev.touchstone.web.certification.CertificationWebConfiguration;
import dev.touchstone.web.directory.DirectoryWebConfiguration;
import dev.touchstone.web.night.NightWebConfiguration;
import dev.touchstone.web.page.PageConfiguration;
import dev.touchstone.web.partner.PartnerWebConfiguration;
import dev.touchstone.web.reference.ReferenceWebConfiguration;
import dev.touchstone.web.standing.StandingWebConfiguration;
import dev.touchstone.web.standing.WaiverWebConfiguration;
import dev.touchstone.web.tier.TierWebConfiguration;
import dev.touchstone.web.upload.UploadWebConfiguration;
import dev.touchstone.web.whatif.WhatIfWebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What {@code serve} adds to the application: everything that is reached over HTTP, and what runs
 * by itself.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  ServerConfiguration.class,
  ObservationConfiguration.class,
  ApiConfiguration.class,
  SignInConfiguration.class,
  AccountWebConfiguration.class,
  AuditController.class,
  CatalogWebConfiguration.class,
  PartnerWebConfiguration.class,
  CertificationWebConfiguration.class,
  UploadConfiguration.class,
  UploadWebConfiguration.class,
  PageConfiguration.class,
  ReferenceConfiguration.class,
  ReferenceWebConfiguration.class,
  StandingWebConfiguration.class,
  DirectoryWebConfiguration.class,
  AppealWebConfiguration.class,
  TierWebConfiguration.class,
  WaiverWebConfiguration.class,
  WhatIfWebConfiguration.class,
  NightWebConfiguration.class,
  ScheduleConfiguration.class,
  ArrivalConfiguration.class
})
public class TouchstoneServer {}
