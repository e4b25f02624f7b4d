package dev.touchstone.batch.upload;

import dev.touchstone.application.upload.port.in.ResumeUploadsUseCase;
import org.springframework.context.SmartLifecycle;

/** Goes on with uploads when the server starts, before its port is open. */
public final class UploadResumption implements SmartLifecycle {

  private final ResumeUploadsUseCase resumeUploads;
  private volatile boolean running;

  /** Takes what goes on. */
  public UploadResumption(ResumeUploadsUseCase resumeUploads) {
    this.resumeUploads = resumeUploads;
  }

  @Override
  public void start() {
    resumeUploads.resume();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Web servers open their ports in far later phases. */
  @Override
  public int getPhase() {
    return 0;
  }
}
