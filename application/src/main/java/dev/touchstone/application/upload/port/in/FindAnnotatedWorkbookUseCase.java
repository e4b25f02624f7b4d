package dev.touchstone.application.upload.port.in;

import dev.touchstone.application.upload.SurveyUpload;
import java.nio.file.Path;

/** Finds the workbook that a vendor gets back (formats.md, Reports of rejected rows). */
public interface FindAnnotatedWorkbookUseCase {

  /** Looks for the annotated workbook of an upload. */
  FindAnnotatedWorkbookResult find(SurveyUpload upload);

  /** Whether there is one. */
  sealed interface FindAnnotatedWorkbookResult {

    /** Here it is. */
    record Found(Path file) implements FindAnnotatedWorkbookResult {}

    /** There is none, and why. */
    record None(String reason) implements FindAnnotatedWorkbookResult {}

    /** There was one perhaps, but no file of the upload is kept any more. */
    record Gone(String reason) implements FindAnnotatedWorkbookResult {}

    /** There is one perhaps, in a folder that this server does not see. */
    record Elsewhere(String reason) implements FindAnnotatedWorkbookResult {}
  }
}
