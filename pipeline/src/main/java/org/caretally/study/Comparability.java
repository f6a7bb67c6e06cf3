package org.caretally.study;

import java.util.List;
import java.util.Optional;

/** Whether results of waves may be compared. */
final class Comparability {
  /** Everything may be. */
  static final Comparability FULL = new Comparability();

  /** Returns why a measure cannot be compared between waves, if so. */
  Optional<String> barred(Measure measure, List<String> waves) {
    return Optional.empty();
  }
}
