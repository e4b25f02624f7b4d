package dev.touchstone.batch.workbook;

/**
 * A visible worksheet.
 *
 * @param index its position among all sheets of the workbook, 0 for the first
 * @param name the name on its tab
 * @param relationshipId by which the workbook refers to its part
 */
record Sheet(int index, String name, String relationshipId) {}
