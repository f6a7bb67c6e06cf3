package org.caretally.intake;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The texts that mean "no answer" in a column, besides the empty one; letter case does not matter.
 */
public final class MissingTexts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashSet<String> texts = new HashSet<>();

  /** Creates the set. */
  public MissingTexts(Set<String> texts) {
    texts.forEach(t -> this.texts.add(t.strip().toLowerCase(Locale.ROOT)));
  }

  /** Returns whether a text, already without surrounding blanks, means "no answer". */
  public boolean contains(String text) {
    return text.isEmpty() || texts.contains(text.toLowerCase(Locale.ROOT));
  }
}
