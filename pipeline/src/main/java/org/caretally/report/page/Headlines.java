package org.caretally.report.page;

import java.util.List;

/**
 * The main results, one sentence each beside a row of ten people.
 *
 * @param lines the results
 */
public record Headlines(List<Line> lines) implements PageItem {

  /** Takes a copy. */
  public Headlines {
    lines = List.copyOf(lines);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.headlines(this);
  }

  /**
   * One result.
   *
   * @param topic what it is about
   * @param words the sentence
   * @param measure what it was measured by; may be empty
   * @param people markup of the row of people, made by {@link
   *     org.caretally.report.chart.People#row}
   */
  public record Line(String topic, String words, String measure, String people) {}
}
