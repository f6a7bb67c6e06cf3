package org.caretally.report.page;

import java.util.List;

/**
 * How far the results can be trusted, in a few lines that say it in words, by shape and by colour.
 *
 * @param lights the lines
 */
public record Lights(List<Light> lights) implements PageItem {

  /** Takes a copy. */
  public Lights {
    lights = List.copyOf(lights);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.lights(this);
  }

  /**
   * One line.
   *
   * @param label what is judged
   * @param state the judgement
   * @param words the numbers it rests on
   */
  public record Light(String label, State state, String words) {}

  /** A judgement by fixed thresholds. */
  public enum State {
    /** Nothing stands against it. */
    GOOD("Good", "●"),
    /** To be read with care. */
    CARE("With care", "▲"),
    /** Weak. */
    WEAK("Weak", "■"),
    /** It cannot be judged from what is published. */
    UNKNOWN("Not known", "○");

    private final String words;
    private final String sign;

    State(String words, String sign) {
      this.words = words;
      this.sign = sign;
    }

    /** Returns the judgement in words. */
    public String words() {
      return words;
    }

    /** Returns its shape. */
    public String sign() {
      return sign;
    }

    /** Returns its class in the style sheet. */
    public String className() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
