package org.caretally.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caretally.problem.Place;

/**
 * Headcounts that weights are made to meet.
 *
 * @param tables one for each variable (raking), or one for combinations of all
 *     (post-stratification)
 * @param crossed whether they are combinations
 * @param keepShare whether people without an answer keep their share of the sample; otherwise they
 *     end the run
 * @param lower least factor, as a multiple of the mean factor; 0 for none
 * @param upper largest factor, likewise; infinite for none
 * @param waves headcounts of single waves by their labels, for the same variables
 * @param place where it is declared
 */
public record WeightingUse(
    List<Table> tables,
    boolean crossed,
    boolean keepShare,
    double lower,
    double upper,
    Map<String, List<Table>> waves,
    Place place) {

  /** Returns the headcounts of every wave, and those for all others first. */
  public List<Table> all() {
    return Stream.concat(Stream.of(tables), waves.values().stream()).flatMap(List::stream).toList();
  }

  /**
   * Headcounts.
   *
   * @param variables declared variables with levels
   * @param counts people by levels of the variables, in their order
   * @param file where they were read from, if it was a file
   * @param place where it is declared
   */
  public record Table(
      List<String> variables, Map<List<String>, Long> counts, Optional<Path> file, Place place) {

    /** Returns the sum of all. */
    public long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
