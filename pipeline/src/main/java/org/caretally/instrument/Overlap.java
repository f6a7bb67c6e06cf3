package org.caretally.instrument;

/**
 * A reason not to read a correlation of two scales as a finding.
 *
 * @param scale a scale of this instrument
 * @param with the other scale, {@code instrument.scale}
 * @param kind {@code same_items} or {@code content}
 * @param note what they share; may be empty
 */
public record Overlap(String scale, String with, String kind, String note) {}
