package org.caretally.instrument;

import java.text.Normalizer;
import java.util.Locale;

/** Compares answer texts as people mean them: case, blanks and punctuation do not matter. */
final class Labels {
  private Labels() {}

  /**
   * Returns the text that stands for all its spellings. Only letters and digits are kept, a plus
   * sign after a digit too ("5+"), and one hyphen where two digits would otherwise run together ("1
   * - 2").
   */
  static String normal(String text) {
    String s = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(s.length());
    boolean gap = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean afterDigit = out.length() > 0 && Character.isDigit(out.charAt(out.length() - 1));
      if (Character.isLetterOrDigit(c)) {
        if (gap && afterDigit && Character.isDigit(c)) {
          out.append('-');
        }
        out.append(c);
        gap = false;
      } else if (c == '+' && afterDigit && !gap) {
        out.append(c);
      } else {
        gap = true;
      }
    }
    return out.toString();
  }
}
