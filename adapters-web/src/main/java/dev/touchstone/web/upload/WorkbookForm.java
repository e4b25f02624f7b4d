package dev.touchstone.web.upload;

import dev.touchstone.application.upload.Arrival;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.application.upload.port.out.UploadStorageException;
import dev.touchstone.web.api.ApiException;
import dev.touchstone.web.api.InvalidRequestException;
import dev.touchstone.web.api.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The multipart body of an upload, read part by part from the connection: the file goes to disk as
 * it comes. Closed, it leaves nothing of a file that nobody has taken charge of.
 */
final class WorkbookForm implements AutoCloseable {

  /** The largest file, in bytes. */
  static final long MOST_BYTES = 200L << 20;

  /** What parts and their headers may take beside the file, in bytes. */
  private static final long AROUND_THE_FILE = 1L << 20;

  private static final int PART_HEADER_BYTES = 8 << 10;
  private static final String FILE = "file";
  private static final String DRY_RUN = "dryRun";

  /** Enough to tell true and false from anything else. */
  private static final int LONGEST_FLAG = 6;

  private final UploadFiles files;
  private @Nullable Arrival arrival;
  private String fileName = "";
  private boolean dryRun;

  private WorkbookForm(UploadFiles files) {
    this.files = files;
  }

  /**
   * Reads the body to its end.
   *
   * @throws ApiException if it is broken, too large, too slow, or has other parts than it should
   * @throws UploadStorageException where the disk does not take it
   */
  static WorkbookForm read(HttpServletRequest request, UploadFiles files, UploadPace pace) {
    WorkbookForm form = new WorkbookForm(files);
    boolean complete = false;
    try {
      form.readParts(paced(request, pace));
      complete = true;
      return form;
    } catch (FileUploadSizeException e) {
      throw new ApiException(
          ProblemType.TOO_LARGE,
          "The file is larger than 200 MB; split the workbook and upload its parts.");
    } catch (InvalidPathException e) {
      throw new InvalidRequestException(FILE, "has a name that no file can have");
    } catch (IOException e) {
      if (isTooSlow(e)) {
        throw new ApiException(
            ProblemType.TOO_SLOW,
            "The body comes too slowly; upload the workbook again over a faster connection.");
      }
      throw new ApiException(
          ProblemType.UNREADABLE_BODY,
          "The body is no multipart form, or broken off; upload the workbook again.");
    } finally {
      if (!complete) {
        form.close();
      }
    }
  }

  private static RequestContext paced(HttpServletRequest request, UploadPace pace) {
    return new JakartaServletRequestContext(request) {
      @Override
      public InputStream getInputStream() throws IOException {
        return new PacedInputStream(super.getInputStream(), pace, System::nanoTime);
      }
    };
  }

  private static boolean isTooSlow(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooSlowException) {
        return true;
      }
    }
    return false;
  }

  private void readParts(RequestContext request) throws IOException {
    JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
        new JakartaServletFileUpload<>();
    upload.setMaxFileSize(MOST_BYTES);
    upload.setMaxSize(MOST_BYTES + AROUND_THE_FILE);
    upload.setMaxPartHeaderSize(PART_HEADER_BYTES);
    FileItemInputIterator parts = upload.getItemIterator(request);
    while (parts.hasNext()) {
      readPart(parts.next());
    }
    if (arrival == null) {
      throw new InvalidRequestException(FILE, "is missing; send the workbook as this part");
    }
  }

  private void readPart(FileItemInput part) throws IOException {
    String name = String.valueOf(part.getFieldName());
    try (InputStream content = part.getInputStream()) {
      if (FILE.equals(name) && !part.isFormField()) {
        if (arrival != null) {
          throw new InvalidRequestException(FILE, "is sent twice; send one workbook at a time");
        }
        fileName = String.valueOf(part.getName());
        arrival = files.receive(content);
      } else if (DRY_RUN.equals(name) && part.isFormField()) {
        dryRun = toFlag(content);
      } else {
        throw new InvalidRequestException(
            "body", "has a part that is neither the file named file nor the field named dryRun");
      }
    }
  }

  private static boolean toFlag(InputStream content) throws IOException {
    String value = new String(content.readNBytes(LONGEST_FLAG), StandardCharsets.US_ASCII);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidRequestException(DRY_RUN, "is true or false");
    };
  }

  /** The file. */
  Arrival arrival() {
    if (arrival == null) {
      throw new IllegalStateException("A form that was read has a file");
    }
    return arrival;
  }

  /** What the sender calls the file. */
  String fileName() {
    return fileName;
  }

  /** Whether the form asks for a dry run. */
  boolean dryRun() {
    return dryRun;
  }

  @Override
  public void close() {
    if (arrival != null) {
      files.discard(arrival);
    }
  }
}
