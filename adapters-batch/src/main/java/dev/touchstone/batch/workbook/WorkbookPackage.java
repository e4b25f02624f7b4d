package dev.touchstone.batch.workbook;

import dev.touchstone.batch.intake.UnusableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;

/** The package that a workbook is: a zip file of parts that refer to each other. */
final class WorkbookPackage implements Closeable {

  private static final String WORKBOOK_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final byte[] OLE2_MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String NO_WORKBOOK =
      "The file is not an Excel workbook; send a workbook saved as .xlsx.";

  static {
    WorkbookLimits.applyToPoi();
  }

  private final OPCPackage opc;
  private final PackagePart workbook;
  private final UnpackBudget budget;

  private WorkbookPackage(OPCPackage opc, PackagePart workbook, UnpackBudget budget) {
    this.opc = opc;
    this.workbook = workbook;
    this.budget = budget;
  }

  /** Opens the file, reading only. */
  static WorkbookPackage open(Path file) throws UnusableFileException {
    try {
      checkMagic(file);
      ZipDirectory.check(file);
      return open(new LimitedZip(file));
    } catch (IOException | IllegalArgumentException e) {
      throw unpacking("The workbook", e);
    }
  }

  private static WorkbookPackage open(LimitedZip zip) throws UnusableFileException, IOException {
    WorkbookPackage result = null;
    try {
      result = find(zip);
    } catch (UnsupportedFileFormatException e) {
      throw Unusable.unreadable(NO_WORKBOOK, e);
    } catch (InvalidFormatException | OpenXML4JRuntimeException e) {
      throw zip.isExhausted() ? tooLarge("The workbook", e) : unpacking("The workbook", e);
    } finally {
      if (result == null) {
        zip.close();
      }
    }
    return result;
  }

  private static WorkbookPackage find(LimitedZip zip)
      throws InvalidFormatException, UnusableFileException {
    OPCPackage opc = OPCPackage.open(zip);
    PackagePart workbook = findWorkbook(opc);
    // POI may go on without a part that it could not read.
    if (zip.isExhausted()) {
      throw tooLarge("The workbook", null);
    }
    if (zip.isTooDeep()) {
      throw Unusable.damaged("The workbook nests its elements too deep", null);
    }
    if (workbook == null) {
      throw Unusable.unreadable(NO_WORKBOOK, null);
    }
    zip.allowLargeParts();
    return new WorkbookPackage(opc, workbook, zip.budget());
  }

  /** The XML of the part that lists the sheets. */
  XmlPart workbookXml() throws UnusableFileException {
    return xml(workbook, "The list of sheets");
  }

  /**
   * The shared strings; null if the workbook has none.
   *
   * @throws UnusableFileException if they are referred to and missing
   */
  @Nullable XmlPart sharedStringsXml() throws UnusableFileException {
    for (PackageRelationship relationship : relationships()) {
      if (Namespaces.isRelationshipType(relationship.getRelationshipType(), "sharedStrings")) {
        return xml(target(relationship, "The list of texts"), "The list of texts");
      }
    }
    return null;
  }

  /** Whether the relationship is to a worksheet, not to a chart or a dialog. */
  boolean isWorksheet(String relationshipId) throws UnusableFileException {
    return Namespaces.isRelationshipType(
        relationship(relationshipId).getRelationshipType(), "worksheet");
  }

  /** The XML of a sheet. */
  XmlPart sheetXml(Sheet sheet) throws UnusableFileException {
    String what = "Sheet \"" + sheet.name() + "\"";
    return xml(target(relationship(sheet.relationshipId()), what), what);
  }

  /** Stops the clock of the limit on time. */
  void pause() {
    budget.pause();
  }

  /** Lets the clock run again. */
  void resume() {
    budget.resume();
  }

  @Override
  public void close() {
    opc.revert();
  }

  private static void checkMagic(Path file) throws IOException, UnusableFileException {
    byte[] magic;
    try (InputStream in = Files.newInputStream(file)) {
      magic = in.readNBytes(ZIP_MAGIC.length);
    }
    if (magic.length == 0) {
      throw Unusable.unreadable("The file is empty; send the workbook again.", null);
    }
    if (Arrays.equals(magic, OLE2_MAGIC)) {
      throw Unusable.unreadable(
          "The workbook is protected by a password or in the old .xls format; save it as .xlsx"
              + " without a password and send it again.",
          null);
    }
    if (!Arrays.equals(magic, ZIP_MAGIC)) {
      throw Unusable.unreadable(NO_WORKBOOK, null);
    }
  }

  private static @Nullable PackagePart findWorkbook(OPCPackage opc) throws UnusableFileException {
    for (PackageRelationship relationship : opc.getRelationships()) {
      if (Namespaces.isRelationshipType(relationship.getRelationshipType(), "officeDocument")) {
        PackagePart part = target(opc, relationship, "The list of sheets");
        if (part.getContentType().equals(WORKBOOK_TYPE)) {
          return part;
        }
      }
    }
    return null;
  }

  private Iterable<PackageRelationship> relationships() throws UnusableFileException {
    try {
      return workbook.getRelationships();
    } catch (InvalidFormatException e) {
      throw unpacking("The workbook", e);
    }
  }

  private PackageRelationship relationship(String id) throws UnusableFileException {
    PackageRelationship relationship = workbook.getRelationship(id);
    if (relationship == null) {
      throw Unusable.damaged("The workbook lists a sheet that is not in it", null);
    }
    return relationship;
  }

  private PackagePart target(PackageRelationship relationship, String what)
      throws UnusableFileException {
    return target(opc, relationship, what);
  }

  private static PackagePart target(OPCPackage opc, PackageRelationship relationship, String what)
      throws UnusableFileException {
    PackagePart part = null;
    if (relationship.getTargetMode() == TargetMode.INTERNAL) {
      try {
        part = opc.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI()));
      } catch (InvalidFormatException | IllegalArgumentException e) {
        // POI keeps an address that is none, and objects only when it is asked for.
        throw Unusable.damaged(what + " cannot be found in the workbook", e);
      }
    }
    if (part == null) {
      throw Unusable.damaged(what + " is missing from the workbook", null);
    }
    return part;
  }

  private static XmlPart xml(PackagePart part, String what) throws UnusableFileException {
    try {
      return new XmlPart(part.getInputStream(), what);
    } catch (IOException e) {
      throw unpacking(what, e);
    }
  }

  /** Puts into words what unpacking came upon. */
  static UnusableFileException unpacking(String what, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLargeException) {
        return tooLarge(what, e);
      }
    }
    return Unusable.damaged(what + " is damaged or incomplete", e);
  }

  private static UnusableFileException tooLarge(String what, @Nullable Exception e) {
    return Unusable.tooLarge(
        what + " is larger than a survey may be, or takes too long to read", e);
  }
}
