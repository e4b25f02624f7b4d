package dev.touchstone.application.directory.port.out;

import dev.touchstone.domain.time.NightId;
import java.util.Optional;

/**
 * Which nights were published. A publication that this does not know is still one: where a process
 * dies right after it, the next night is published from all listings.
 */
public interface Publications {

  /**
   * The latest night whose listings a manifest publishes, unless it comes after another night or
   * knew more.
   *
   * @param manifestSha256 the digest of the manifest, in 64 hexadecimal digits
   * @param revision of the lines that the manifest's files hold
   * @param night the night that is to be published
   */
  Optional<NightId> findNight(String manifestSha256, int revision, NightId night);

  /** Records, within the caller's transaction, that a manifest publishes a night's listings. */
  void record(NightId night, String manifestSha256, int revision);
}
