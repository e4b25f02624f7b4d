package dev.touchstone.batch.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook in memory, taken from a copy: POI edits no package that it may not also save, and the
 * vendor's file is not ours to change.
 */
final class EditableWorkbook implements Closeable {

  private final Path copy;
  private final OPCPackage opc;
  private final XSSFWorkbook workbook;

  private EditableWorkbook(Path copy, OPCPackage opc, XSSFWorkbook workbook) {
    this.copy = copy;
    this.opc = opc;
    this.workbook = workbook;
  }

  /**
   * Loads a workbook, all of it.
   *
   * @throws InvalidFormatException if POI cannot take it, though it can be read
   */
  static EditableWorkbook open(Path original) throws IOException, InvalidFormatException {
    Path copy = Files.createTempFile("touchstone-survey-", ".xlsx");
    boolean opened = false;
    try {
      Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
      EditableWorkbook result = load(copy);
      opened = true;
      return result;
    } finally {
      if (!opened) {
        Files.delete(copy);
      }
    }
  }

  private static EditableWorkbook load(Path copy) throws InvalidFormatException {
    OPCPackage opc = OPCPackage.open(copy.toFile(), PackageAccess.READ_WRITE);
    boolean loaded = false;
    try {
      removeMissingProperties(opc);
      removeForgottenTexts(opc);
      EditableWorkbook result = new EditableWorkbook(copy, opc, new XSSFWorkbook(opc));
      loaded = true;
      return result;
    } catch (IOException e) {
      throw new InvalidFormatException("The workbook cannot be edited", e);
    } finally {
      if (!loaded) {
        opc.revert();
      }
    }
  }

  /**
   * Where the part with author and title is named and not there, POI would add it under a second
   * name, and no program opens a workbook that names it twice.
   */
  private static void removeMissingProperties(OPCPackage opc) {
    List<PackageRelationship> named = new ArrayList<>();
    opc.getRelationshipsByType(PackageRelationshipTypes.CORE_PROPERTIES).forEach(named::add);
    for (PackageRelationship relationship : named) {
      if (opc.getPart(relationship) == null) {
        opc.removeRelationship(relationship.getId());
      }
    }
  }

  /**
   * Where the list of texts is there and the workbook does not name it, nothing refers to a text;
   * POI would put its own under the same name, and the workbook would name none.
   */
  private static void removeForgottenTexts(OPCPackage opc) throws InvalidFormatException {
    for (PackageRelationship document :
        opc.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)) {
      PackagePart workbook = opc.getPart(document);
      if (workbook != null
          && workbook.getRelationshipsByType(XSSFRelation.SHARED_STRINGS.getRelation()).isEmpty()) {
        opc.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType())
            .forEach(opc::removePart);
      }
    }
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  /** Gives the workbook up; the copy is not saved. */
  @Override
  public void close() throws IOException {
    opc.revert();
    Files.delete(copy);
  }
}
