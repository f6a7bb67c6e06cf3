package org.caretally.instrument;

/**
 * One question of an instrument, known by its number only: item wording is never shipped.
 *
 * @param name number or name, such as {@code 9} or {@code 5j}
 * @param meaning what it asks in a word or two, for blocks written for this product; else empty
 * @param responses what can be answered
 */
public record Item(String name, String meaning, Responses responses) {}
