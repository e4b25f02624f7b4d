package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.port.in.AdmitUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.application.upload.port.out.UploadFiles;
import dev.touchstone.domain.survey.SurveyVendor;
import java.util.HashSet;
import java.util.Set;

/**
 * Bounds what uploads take: connections, by the transfers under way in this process, and disk, by
 * what waits for its turn, what is kept and what is free. What is on its way counts as if it were
 * still to come in full: rather too much than too little.
 */
public final class AdmitUploadService implements AdmitUploadUseCase {

  /** Transfers of one vendor at once. */
  static final int TRANSFERS_OF_A_VENDOR = 2;

  /** Transfers at once. */
  static final int TRANSFERS = 8;

  /** Uploads of one vendor in this folder that have not ended. */
  static final int OPEN_OF_A_VENDOR = 20;

  private final SurveyUploads uploads;
  private final UploadFiles files;
  private final long quotaBytes;
  private final long floorBytes;
  private final Set<Transfer> transfers = new HashSet<>();

  /**
   * Takes the record that tells what waits and is kept, and the files.
   *
   * @param quotaBytes how much is kept for one vendor at most
   * @param floorBytes how much of the disk stays free at least
   */
  public AdmitUploadService(
      SurveyUploads uploads, UploadFiles files, long quotaBytes, long floorBytes) {
    this.uploads = uploads;
    this.files = files;
    this.quotaBytes = quotaBytes;
    this.floorBytes = floorBytes;
  }

  @Override
  public AdmitUploadResult admit(SurveyVendor vendor, long bytes) {
    AdmitUploadResult result = begin(vendor, bytes);
    if (!(result instanceof Transfer transfer)) {
      return result;
    }
    boolean admitted = false;
    try {
      AdmitUploadResult checked = check(transfer);
      admitted = checked == transfer;
      return checked;
    } finally {
      if (!admitted) {
        transfer.close();
      }
    }
  }

  private synchronized AdmitUploadResult begin(SurveyVendor vendor, long bytes) {
    long ofVendor = transfers.stream().filter(other -> other.vendor.equals(vendor)).count();
    if (ofVendor >= TRANSFERS_OF_A_VENDOR) {
      return new Refused(
          "You are uploading "
              + TRANSFERS_OF_A_VENDOR
              + " workbooks already; upload again when one is through.");
    }
    if (transfers.size() >= TRANSFERS) {
      return new Refused("Too many workbooks are coming in at once; upload again in a minute.");
    }
    Transfer transfer = new Transfer(vendor, bytes);
    transfers.add(transfer);
    return transfer;
  }

  private AdmitUploadResult check(Transfer transfer) {
    SurveyVendor vendor = transfer.vendor;
    if (uploads.countOpen(vendor, files.folderName()) >= OPEN_OF_A_VENDOR) {
      return new Refused(
          OPEN_OF_A_VENDOR + " of your workbooks wait to be read; upload again when some have.");
    }
    if (quotaBytes - uploads.countBytesKept(vendor, files.folderName()) < coming(vendor)) {
      return new NoRoom(
          "So much is kept of your workbooks that this one would be too much; upload again when"
              + " the oldest have been deleted, or ask the program manager for more room.");
    }
    if (files.countFreeBytes() - floorBytes < coming()) {
      return new NoRoom(
          "There is too little room on the server's disk; upload again later, and tell the program"
              + " manager if it lasts.");
    }
    return transfer;
  }

  private synchronized long coming() {
    return transfers.stream().mapToLong(transfer -> transfer.bytes).sum();
  }

  private synchronized long coming(SurveyVendor vendor) {
    return transfers.stream()
        .filter(transfer -> transfer.vendor.equals(vendor))
        .mapToLong(transfer -> transfer.bytes)
        .sum();
  }

  private synchronized void end(Transfer transfer) {
    transfers.remove(transfer);
  }

  private final class Transfer implements Admitted {

    private final SurveyVendor vendor;
    private final long bytes;

    Transfer(SurveyVendor vendor, long bytes) {
      this.vendor = vendor;
      this.bytes = bytes;
    }

    @Override
    public void close() {
      end(this);
    }
  }
}
