package org.caretally.disclosure;

/**
 * Words and names: labels, identifiers, methods. Never a number computed from answers.
 *
 * @param text the words
 */
public record Words(String text) implements Cell {}
