package dev.touchstone.web.standing;

import dev.touchstone.domain.time.NightId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers that say what a night has stored of one partner. A night stores it once, so its name is a
 * strong tag of the answer; the program may be told more than the partner.
 */
final class NightTag {

  private NightTag() {}

  /**
   * An answer to be kept, and asked for again by its tag.
   *
   * @param night null where it was decided anew: such an answer has no tag
   */
  static <T> ResponseEntity<T> answer(@Nullable NightId night, T body) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noCache().cachePrivate())
            .varyBy(HttpHeaders.AUTHORIZATION);
    if (night != null) {
      answer.eTag("\"" + night.businessDate() + "." + night.run() + "\"");
    }
    return answer.body(body);
  }
}
