package dev.touchstone.domain.appeal;

import dev.touchstone.domain.standing.WaiverId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has become of an appeal. */
public sealed interface AppealState {

  /** The states by name. */
  enum Kind {
    /** {@link Open}. */
    OPEN,
    /** {@link Accepted}. */
    ACCEPTED,
    /** {@link Rejected}. */
    REJECTED,
    /** {@link Withdrawn}. */
    WITHDRAWN
  }

  /** Which one it is. */
  Kind kind();

  /** Nobody has ruled on it. */
  record Open() implements AppealState {
    @Override
    public Kind kind() {
      return Kind.OPEN;
    }
  }

  /** It was closed. */
  sealed interface Closed extends AppealState {

    /** When. */
    Instant at();

    /** By whom. */
    String by();
  }

  /**
   * The program accepted it, and the date was decided once more.
   *
   * @param reason why
   * @param redecision the number of what came out
   * @param waiver the waiver granted with it; null where there is none
   */
  record Accepted(Instant at, String by, String reason, long redecision, @Nullable WaiverId waiver)
      implements Closed {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /**
   * The program rejected it.
   *
   * @param reason why
   */
  record Rejected(Instant at, String by, String reason) implements Closed {
    @Override
    public Kind kind() {
      return Kind.REJECTED;
    }
  }

  /** The partner took it back. */
  record Withdrawn(Instant at, String by) implements Closed {
    @Override
    public Kind kind() {
      return Kind.WITHDRAWN;
    }
  }
}
