package dev.touchstone.application.intake;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file that a night took.
 *
 * @param file the file
 * @param rowsRead rows read
 * @param rowsNew rows that brought a new key
 * @param rowsSuperseding rows that replaced an earlier version
 * @param rowsUnchanged rows that said nothing new
 * @param rowsRejected rows rejected
 * @param fault why it was rejected whole; null where it was not
 */
public record IntakeFileReport(
    IntakeFile file,
    long rowsRead,
    long rowsNew,
    long rowsSuperseding,
    long rowsUnchanged,
    long rowsRejected,
    @Nullable Fault fault) {}
