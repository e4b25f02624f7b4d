package dev.touchstone.application.upload.service;

import dev.touchstone.application.upload.port.in.AdmitUploadUseCase;
import dev.touchstone.application.upload.port.out.SurveyUploads;
import dev.touchstone.domain.survey.SurveyVendor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds what uploads take: connections, by the transfers under way in this process, and disk, by
 * what waits for its turn.
 */
public final class AdmitUploadService implements AdmitUploadUseCase {

  /** Transfers of one vendor at once. */
  static final int TRANSFERS_OF_A_VENDOR = 2;

  /** Transfers at once. */
  static final int TRANSFERS = 8;

  /** Uploads of one vendor that have not ended. */
  static final int OPEN_OF_A_VENDOR = 20;

  private final SurveyUploads uploads;
  private final Map<SurveyVendor, Integer> transfers = new HashMap<>();
  private int allTransfers;

  /** Takes the record that tells what waits. */
  public AdmitUploadService(SurveyUploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public AdmitUploadResult admit(SurveyVendor vendor) {
    AdmitUploadResult result = begin(vendor);
    if (!(result instanceof Admitted transfer)) {
      return result;
    }
    boolean admitted = false;
    try {
      if (uploads.countOpen(vendor) >= OPEN_OF_A_VENDOR) {
        return new Refused(
            OPEN_OF_A_VENDOR + " of your workbooks wait to be read; upload again when some have.");
      }
      admitted = true;
      return transfer;
    } finally {
      if (!admitted) {
        transfer.close();
      }
    }
  }

  private synchronized AdmitUploadResult begin(SurveyVendor vendor) {
    int ofVendor = transfers.getOrDefault(vendor, 0);
    if (ofVendor >= TRANSFERS_OF_A_VENDOR) {
      return new Refused(
          "You are uploading "
              + TRANSFERS_OF_A_VENDOR
              + " workbooks already; upload again when one is through.");
    }
    if (allTransfers >= TRANSFERS) {
      return new Refused("Too many workbooks are coming in at once; upload again in a minute.");
    }
    transfers.put(vendor, ofVendor + 1);
    allTransfers++;
    return new Transfer(vendor);
  }

  private synchronized void end(SurveyVendor vendor) {
    transfers.computeIfPresent(vendor, (v, count) -> count == 1 ? null : count - 1);
    allTransfers--;
  }

  private final class Transfer implements Admitted {

    private final SurveyVendor vendor;
    private final AtomicBoolean ended = new AtomicBoolean();

    Transfer(SurveyVendor vendor) {
      this.vendor = vendor;
    }

    @Override
    public void close() {
      if (ended.compareAndSet(false, true)) {
        end(vendor);
      }
    }
  }
}
