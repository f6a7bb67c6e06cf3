package org.caretally.report.page;

import java.util.List;

/**
 * Steps from what was read to what was analysed.
 *
 * @param steps the steps in order
 */
public record Flow(List<Step> steps) implements PageItem {

  /** Takes a copy. */
  public Flow {
    steps = List.copyOf(steps);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.flow(this);
  }

  /**
   * One step.
   *
   * @param label what happened
   * @param kind {@code read}, {@code set_aside} or {@code analysed}
   * @param rows how many rows, as printed
   */
  public record Step(String label, String kind, String rows) {}
}
