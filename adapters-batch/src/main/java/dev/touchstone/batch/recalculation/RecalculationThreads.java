package dev.touchstone.batch.recalculation;

import org.springframework.core.task.TaskExecutor;

/**
 * The threads of the recalculation.
 *
 * @param count how many work at the same time
 * @param executor runs them, and waits for them at shutdown
 */
public record RecalculationThreads(int count, TaskExecutor executor) {}
