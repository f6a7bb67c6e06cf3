package org.caretally.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;

/** Waves that the study file names headcounts of must be there, or those would do nothing. */
public final class WavesNamed {
  private WavesNamed() {}

  /**
   * Returns what is wrong.
   *
   * @param waves labels in the data; the empty one of a survey whose data name none
   */
  public static List<Problem> check(Study study, Set<String> waves) {
    Optional<WeightingUse> use = study.design().weighting();
    return use.stream()
        .flatMap(u -> u.waves().keySet().stream())
        .filter(w -> !waves.contains(w))
        .map(
            w ->
                Problem.of(
                    Code.UNKNOWN_NAME,
                    use.get().place(),
                    Paste.quoted(w) + " in \"weighting\" is no wave of this survey",
                    "write the label of a wave as it is in the data"))
        .toList();
  }
}
