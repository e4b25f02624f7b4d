package dev.touchstone.web.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Counts attempts to sign in, wherever they are made: by address, by account, and by both. */
final class SignInAttempts {

  private static final int MOST_BUCKETS = 100_000;

  private final SignInProperties properties;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  SignInAttempts(SignInProperties properties) {
    this.properties = properties;
  }

  /** Counts one attempt and says whether it may be made. */
  boolean isAllowed(String address, String account) {
    return take("from " + address, properties.attemptsPerMinuteAndAddress())
        && take("at " + account, properties.attemptsPerMinuteAndAddress())
        && take("from " + address + " at " + account, properties.attemptsPerMinute());
  }

  private boolean take(String key, int perMinute) {
    return buckets
        .get(
            key,
            absent ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit
                                .capacity(perMinute)
                                .refillGreedy(perMinute, Duration.ofMinutes(1)))
                    .build())
        .tryConsume(1);
  }
}
