package dev.touchstone;

import dev.touchstone.batch.directory.PublishFeedStepConfiguration;
import dev.touchstone.batch.intake.IntakeStepsConfiguration;
import dev.touchstone.batch.integrity.CheckIntegrityStepConfiguration;
import dev.touchstone.batch.night.NightlyJobConfiguration;
import dev.touchstone.batch.recalculation.RecalculationStepConfiguration;
import dev.touchstone.configuration.AccountConfiguration;
import dev.touchstone.configuration.AppealConfiguration;
import dev.touchstone.configuration.AuditConfiguration;
import dev.touchstone.configuration.CatalogConfiguration;
import dev.touchstone.configuration.CertificationConfiguration;
import dev.touchstone.configuration.DirectoryConfiguration;
import dev.touchstone.configuration.IntakeConfiguration;
import dev.touchstone.configuration.IntegrityConfiguration;
import dev.touchstone.configuration.NightConfiguration;
import dev.touchstone.configuration.PartnerConfiguration;
import dev.touchstone.configuration.RecalculationConfiguration;
import dev.touchstone.configuration.StandingConfiguration;
import dev.touchstone.configuration.TierConfiguration;
import dev.touchstone.configuration.TraceConfiguration;
import dev.touchstone.configuration.WhatIfConfiguration;
import dev.touchstone.database.DatabaseConfiguration;
import dev.touchstone.database.MigrationConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The composition root: nothing is scanned, everything that is wired stands here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  DatabaseConfiguration.class,
  MigrationConfiguration.class,
  AuditConfiguration.class,
  AppealConfiguration.class,
  AccountConfiguration.class,
  CatalogConfiguration.class,
  PartnerConfiguration.class,
  CertificationConfiguration.class,
  TierConfiguration.class,
  IntakeConfiguration.class,
  IntakeStepsConfiguration.class,
  IntegrityConfiguration.class,
  CheckIntegrityStepConfiguration.class,
  RecalculationConfiguration.class,
  StandingConfiguration.class,
  WhatIfConfiguration.class,
  RecalculationStepConfiguration.class,
  DirectoryConfiguration.class,
  PublishFeedStepConfiguration.class,
  NightConfiguration.class,
  NightlyJobConfiguration.class,
  TraceConfiguration.class
})
public class TouchstoneApplication {}
