package dev.touchstone.batch.arrival;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * What goes wrong with things that are tried again and again: said when it begins and when it
 * changes, not each time.
 */
final class Troubles {

  private final Logger log;
  private final Map<String, String> said = new HashMap<>();

  /** Says what there is to say in a log. */
  Troubles(Logger log) {
    this.log = log;
  }

  /**
   * Takes something and says what goes wrong with it. While another server is at it, nobody knows
   * whether it works by now: what was said stays said.
   */
  void attempt(String what, Supplier<InboxDoor.Taking> taking) {
    try {
      if (taking.get() == InboxDoor.Taking.DONE) {
        clear(what);
      }
    } catch (RuntimeException | Error failure) {
      tell(what, failure);
    }
  }

  /** Says that something does not work, unless the same was said of it last. */
  synchronized void tell(String what, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String sentence = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    if (!sentence.equals(said.put(what, sentence))) {
      log.error("{} cannot be taken ({}); it is tried again", what, sentence, failure);
    }
  }

  /** Notes that something works. */
  synchronized void clear(String what) {
    said.remove(what);
  }

  /** Forgets all that is not there any more. */
  synchronized void keep(Collection<String> there) {
    said.keySet().retainAll(there);
  }
}
