package dev.touchstone.batch.workbook;

import dev.touchstone.application.intake.DateSystem;
import dev.touchstone.application.intake.Fault;
import dev.touchstone.application.intake.RejectReason;
import dev.touchstone.batch.intake.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.jspecify.annotations.Nullable;

/** A workbook's package: its visible worksheets, its texts and how it counts days. */
final class SurveyPackage implements AutoCloseable {

  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /**
   * A worksheet that a person sees.
   *
   * @param index its position in the workbook, all sheets counted, from 0
   */
  record Sheet(int index, String name, PackagePart part) {}

  private final OPCPackage pack;
  private final CountedInput.Budget budget = new CountedInput.Budget();
  private final List<Sheet> sheets = new ArrayList<>();
  private DateSystem dates = DateSystem.FROM_1900;
  private SharedStrings strings = SharedStrings.none();

  private SurveyPackage(OPCPackage pack) {
    this.pack = pack;
  }

  static SurveyPackage open(Path file) throws UnusableFileException {
    WorkbookLimits.enforce();
    checkMagic(file);
    SurveyPackage opened = null;
    try {
      opened = new SurveyPackage(OPCPackage.open(file.toFile(), PackageAccess.READ));
      opened.readWorkbook();
      return opened;
    } catch (IOException | InvalidFormatException | XMLStreamException | RuntimeException e) {
      // The package layer says by many unchecked exceptions that a file is damaged.
      if (opened != null) {
        opened.close();
      }
      throw unusable(e);
    }
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  DateSystem dates() {
    return dates;
  }

  SheetRows open(Sheet sheet) throws IOException, XMLStreamException {
    return new SheetRows(xml(sheet.part()), strings);
  }

  @Override
  public void close() {
    pack.revert();
    try {
      strings.close();
    } catch (IOException e) {
      throw new UncheckedIOException("A temporary file could not be removed", e);
    }
  }

  /** Puts what went wrong while reading into the contract's words. */
  static UnusableFileException unusable(Exception e) {
    if (isTooLarge(e)) {
      return unusable(
          RejectReason.FILE_TOO_LARGE,
          "The workbook unpacks to more than a survey can hold; send it in parts");
    }
    if (e instanceof Xml.HostileXmlException) {
      return unusable(
          RejectReason.FILE_UNREADABLE,
          "The workbook is not as a spreadsheet program writes it ("
              + e.getMessage()
              + "); save it again as .xlsx");
    }
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return unusable(
        RejectReason.FILE_UNREADABLE,
        "The workbook is damaged ("
            + what.lines().findFirst().orElse("").strip()
            + "); save it again as .xlsx");
  }

  private static boolean isTooLarge(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CountedInput.TooLargeException) {
        return true;
      }
      String message = cause.getMessage();
      // The package layer has no type of its own for it.
      if (message != null && message.contains("Zip bomb")) {
        return true;
      }
    }
    return false;
  }

  private static UnusableFileException unusable(RejectReason reason, String detail) {
    return new UnusableFileException(new Fault(reason, detail, List.of()));
  }

  private static void checkMagic(Path file) throws UnusableFileException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(OLE2.length);
    } catch (IOException e) {
      throw unusable(e);
    }
    if (startsWith(start, OLE2)) {
      throw unusable(
          RejectReason.FILE_UNREADABLE,
          "The workbook is protected by a password, or is an old .xls; save it as .xlsx without one");
    }
    if (!startsWith(start, ZIP)) {
      throw unusable(
          RejectReason.FILE_UNREADABLE,
          start.length == 0
              ? "The file is empty; send the workbook again"
              : "The file is no .xlsx workbook, whatever its name says; save it as .xlsx");
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private void readWorkbook() throws IOException, InvalidFormatException, XMLStreamException {
    PackagePart workbook = workbookPart();
    try (Xml xml = xml(workbook)) {
      int index = 0;
      boolean isWorkbook = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.name()) {
          case "workbook" -> isWorkbook = true;
          case "workbookPr" -> dates = datesOf(xml.attribute("date1904"));
          case "sheet" -> addSheet(index++, xml, workbook);
          default -> {
            // Nothing else of the workbook matters here.
          }
        }
      }
      if (!isWorkbook) {
        throw new InvalidFormatException("its main part is no workbook");
      }
    }
    PackagePart texts = findRelated(workbook, "/sharedStrings");
    if (texts != null) {
      try (Xml xml = xml(texts)) {
        strings = SharedStrings.read(xml);
      }
    }
  }

  private PackagePart workbookPart() throws InvalidFormatException {
    for (String type :
        List.of(
            PackageRelationshipTypes.CORE_DOCUMENT,
            PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
      for (PackageRelationship relationship : pack.getRelationshipsByType(type)) {
        PackagePart part = pack.getPart(relationship);
        if (part != null) {
          return part;
        }
      }
    }
    throw new InvalidFormatException("it has no main part");
  }

  private void addSheet(int index, Xml xml, PackagePart workbook) throws InvalidFormatException {
    String state = xml.attribute("state");
    String name = xml.attribute("name");
    String id = xml.relationshipId();
    PackageRelationship relationship = id == null ? null : workbook.getRelationship(id);
    if (relationship == null) {
      throw new InvalidFormatException("sheet " + (index + 1) + " has no content");
    }
    boolean visible = state == null || state.equals("visible");
    // Charts and macros are sheets too.
    if (visible && relationship.getRelationshipType().endsWith("/worksheet")) {
      PackagePart part = workbook.getRelatedPart(relationship);
      if (part == null) {
        throw new InvalidFormatException("the content of sheet " + (index + 1) + " is missing");
      }
      sheets.add(new Sheet(index, name == null ? "" : name, part));
    }
  }

  private static @Nullable PackagePart findRelated(PackagePart part, String type)
      throws InvalidFormatException {
    for (PackageRelationship relationship : part.getRelationships()) {
      if (relationship.getRelationshipType().endsWith(type)) {
        return part.getRelatedPart(relationship);
      }
    }
    return null;
  }

  private static DateSystem datesOf(@Nullable String date1904) {
    boolean from1904 = date1904 != null && (date1904.equals("1") || date1904.equals("true"));
    return from1904 ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
  }

  private Xml xml(PackagePart part) throws IOException, XMLStreamException {
    return Xml.open(new CountedInput(part.getInputStream(), budget));
  }
}
