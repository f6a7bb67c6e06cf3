package org.caretally.report.page;

import java.util.List;
import org.caretally.report.words.Tongue;

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
    GOOD("trust.good", "●"),
    /** To be read with care. */
    CARE("trust.care", "▲"),
    /** Weak. */
    WEAK("trust.weak", "■"),
    /** It cannot be judged from what is published. */
    UNKNOWN("trust.unknown", "○");

    private final String key;
    private final String sign;

    State(String key, String sign) {
      this.key = key;
      this.sign = sign;
    }

    /** Returns the judgement in words. */
    public String words(Tongue t) {
      return t.say(key);
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
