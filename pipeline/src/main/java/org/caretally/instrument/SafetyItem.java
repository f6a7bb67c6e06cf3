package org.caretally.instrument;

import java.io.Serializable;

/**
 * An item that is reported as one line for the whole survey and never by group or person.
 *
 * @param item position of the item, or of its column where a scoring names it; zero-based
 * @param atLeast smallest code that counts as endorsed
 */
public record SafetyItem(int item, long atLeast) implements Serializable {}
