package org.caretally.intake.dialect;

/**
 * One column as a platform's export describes it.
 *
 * @param name the shortest name that the export gives it; empty for none, and not yet unique
 * @param text what was asked, with the choice or row; the name when the export has no other text
 */
public record Question(String name, String text) {}
