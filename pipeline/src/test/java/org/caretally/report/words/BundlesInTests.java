package org.caretally.report.words;

import java.util.HashMap;
import java.util.Map;
import org.caretally.codebook.Language;

/** Opens the words to tests of other packages. */
public final class BundlesInTests {
  private BundlesInTests() {}

  /** Returns English words without arguments, and what stands for them in a language. */
  public static Map<String, String> changed(Language language) {
    Map<String, String> own = Bundles.read(language, Bundles.PARTS);
    Map<String, String> changed = new HashMap<>();
    Bundles.read(Language.EN, Bundles.PARTS)
        .forEach(
            (key, text) -> {
              if (!text.contains("{")) {
                changed.put(text, own.get(key));
              }
            });
    return changed;
  }
}
