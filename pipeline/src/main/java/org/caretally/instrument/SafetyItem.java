package org.caretally.instrument;

/**
 * An item that is reported as one line for the whole survey and never by group or person.
 *
 * @param item position, zero-based
 * @param atLeast smallest code that counts as endorsed
 */
public record SafetyItem(int item, long atLeast) {}
