package org.caretally.instrument;

import java.util.List;

/**
 * Something a report speaks about: a challenge or a protective factor.
 *
 * @param id its name
 * @param label in plain words
 * @param topic the challenge it is part of: its own id, unless several entries cover one challenge
 * @param names further words under {@code constructs} of an instrument that mean the same
 * @param kind challenge or protective factor
 * @param measures scales that measure it, the best first: the first one in the data carries the
 *     headline. {@code phq9.total:screen_positive} is a share of people, {@code maas15.mean} an
 *     average.
 * @param smallestBase fewest people a figure about it may rest on; 0 for the usual rule
 */
public record Construct(
    String id,
    String label,
    String topic,
    List<String> names,
    Kind kind,
    List<String> measures,
    int smallestBase) {

  /** Challenge or protective factor. */
  public enum Kind {
    CHALLENGE,
    PROTECTIVE
  }

  /** Copies the lists. */
  public Construct {
    names = List.copyOf(names);
    measures = List.copyOf(measures);
  }

  /** Returns whether a word under {@code constructs} of an instrument means this. */
  public boolean means(String word) {
    return word.equals(id) || names.contains(word);
  }
}
