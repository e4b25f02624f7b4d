package dev.touchstone.application.appeal;

import dev.touchstone.domain.appeal.Appeal;

/**
 * An appeal as it is kept.
 *
 * @param appeal the appeal
 * @param version counts its changes, from 1
 */
public record KeptAppeal(Appeal appeal, long version) {}
