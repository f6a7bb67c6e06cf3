package org.caretally.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A difference between two spellings that does not matter to a mapping table. */
public enum Fold {
  /** Capital and small letters. */
  CASE,
  /** Blanks: none around a text, one between words. */
  SPACES,
  /** Accents and other marks on letters. */
  ACCENTS,
  /** Everything but letters, digits and blanks. */
  PUNCTUATION;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

  /** Returns the text without the differences that do not matter. */
  public static String apply(Set<Fold> folds, String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (folds.contains(PUNCTUATION)) {
      folded = OTHERS.matcher(folded).replaceAll(" ");
    }
    if (folds.contains(ACCENTS)) {
      folded = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
    }
    if (folds.contains(CASE)) {
      folded = folded.toLowerCase(Locale.ROOT);
    }
    if (folds.contains(SPACES)) {
      folded = BLANKS.matcher(folded).replaceAll(" ").strip();
    }
    return folded;
  }
}
