package org.caretally.intake;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The texts that mean "no answer" in a column, as a rule with the empty one; letter case does not
 * matter.
 */
public final class MissingTexts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashSet<String> texts = new HashSet<>();

  private final boolean blank;

  /** Creates the set; a blank cell is no answer either. */
  public MissingTexts(Set<String> texts) {
    this(texts, true);
  }

  private MissingTexts(Set<String> texts, boolean blank) {
    this.blank = blank;
    texts.forEach(t -> this.texts.add(t.strip().toLowerCase(Locale.ROOT)));
  }

  /** Returns the same texts for a column in which a blank cell is an answer. */
  public MissingTexts butBlank() {
    return new MissingTexts(texts, false);
  }

  /** Returns whether a text, already without surrounding blanks, means "no answer". */
  public boolean contains(String text) {
    return (blank && text.isEmpty()) || texts.contains(text.toLowerCase(Locale.ROOT));
  }
}
