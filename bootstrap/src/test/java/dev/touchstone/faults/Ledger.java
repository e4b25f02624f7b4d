package dev.touchstone.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the job's own records say of the steps: so no test needs to name them. */
final class Ledger {

  private static final long PATIENCE_MILLIS = 120_000;

  private static final String ATTEMPTS_ON =
      """
      (SELECT job_execution_id FROM batch_job_execution_params
       WHERE parameter_name = 'businessDate' AND parameter_value = '%s')
      """;

  private Ledger() {}

  /** The steps that nights have run, in the order in which they first ran. */
  static List<String> steps(Site site) {
    return site.ask(
        database ->
            JdbcClient.create(database)
                .sql(
                    """
                    SELECT step_name FROM batch_step_execution WHERE step_name NOT LIKE '%:%'
                    GROUP BY step_name ORDER BY min(step_execution_id)
                    """)
                .query(String.class)
                .list());
  }

  /** How long the longest run of a step took. */
  static long longestMillis(Site site, String step) {
    return site.ask(
        database ->
            JdbcClient.create(database)
                .sql(
                    """
                    SELECT ceil(max(extract(epoch FROM end_time - start_time) * 1000))::bigint
                    FROM batch_step_execution WHERE step_name = :step
                    """)
                .param("step", step)
                .query(Long.class)
                .single());
  }

  /** How the attempts at the night of a date ended, the first one first. */
  static List<String> attempts(Site site, LocalDate date) {
    return site.ask(
        database ->
            JdbcClient.create(database)
                .sql(
                    "SELECT status FROM batch_job_execution WHERE job_execution_id IN "
                        + ATTEMPTS_ON.formatted(date)
                        + " ORDER BY job_execution_id")
                .query(String.class)
                .list());
  }

  /** The step of a night that is under way, or was the last to be. */
  static Optional<String> findLastStep(Site site, LocalDate date) {
    return site.findDatabase().flatMap(database -> findLastStep(database, date));
  }

  private static Optional<String> findLastStep(DataSource database, LocalDate date) {
    try {
      return JdbcClient.create(database)
          .sql(
              "SELECT step_name FROM batch_step_execution"
                  + " WHERE step_name NOT LIKE '%:%' AND job_execution_id IN "
                  + ATTEMPTS_ON.formatted(date)
                  + " ORDER BY step_execution_id DESC LIMIT 1")
          .query(String.class)
          .optional();
    } catch (DataAccessException e) {
      // There is no such table yet.
      return Optional.empty();
    }
  }

  /** Waits until a step of a night, or one behind it, has begun; or the process has ended. */
  static void awaitStep(
      Site site, LocalDate date, String step, List<String> order, RunningProcess process) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (process.isAlive()
        && !isAt(order.subList(order.indexOf(step), order.size()), site, date, process)) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("Step " + step + " did not begin");
      }
      Faults.pause(50);
    }
  }

  /** Asks on one connection, because opening one takes longer than many a step. */
  private static boolean isAt(
      List<String> steps, Site site, LocalDate date, RunningProcess process) {
    Optional<DataSource> database = site.findDatabase();
    if (database.isEmpty()) {
      return false;
    }
    try (Connection connection = database.get().getConnection()) {
      DataSource one = new SingleConnectionDataSource(connection, true);
      Optional<String> last = findLastStep(one, date);
      while (process.isAlive() && last.isPresent() && !steps.contains(last.get())) {
        Faults.pause(2);
        last = findLastStep(one, date);
      }
      return last.isPresent();
    } catch (SQLException e) {
      // The server is just starting.
      return false;
    }
  }
}
