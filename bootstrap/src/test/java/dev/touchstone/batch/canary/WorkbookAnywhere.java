package dev.touchstone.batch.canary;

import dev.touchstone.application.canary.service.Doer;
import dev.touchstone.persistence.canary.JobInPersistence;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Breaks rules on purpose: POI elsewhere, a service and another adapter known to an adapter. */
public class WorkbookAnywhere {

  XSSFWorkbook workbook() {
    throw new UnsupportedOperationException();
  }

  Doer doer() {
    return new Doer();
  }

  JobInPersistence neighbour() {
    return new JobInPersistence();
  }
}
