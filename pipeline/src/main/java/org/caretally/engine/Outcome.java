package org.caretally.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caretally.estimate.ClassTotals;
import org.caretally.estimate.Crowd;
import org.caretally.estimate.Ledger;
import org.caretally.instrument.ItemChecks;
import org.caretally.intake.Flow;
import org.caretally.intake.Step;
import org.caretally.problem.Problem;
import org.caretally.study.Coding;
import org.caretally.study.ScoreCounts;
import org.caretally.study.Weighting;

/**
 * What came of reading the data.
 *
 * @param ledgers exact sums, for each wave
 * @param flow what became of every row
 * @param setAside line numbers of set-aside rows of the first file with their reasons: private, for
 *     the user's own use
 * @param counts for each wave how people answered and could be scored
 * @param checks for each instrument what its answers look like
 * @param spelled slots in which some answer is written in more than one way
 * @param repairs for each declared variable, answers of rows that stay, by {@link
 *     org.caretally.intake.Repair}
 * @param fallbacks people whose sex-specific cut-off was chosen without a known sex
 * @param crowd how people of the analysis population hide among others; empty unless asked for
 * @param weighting by what factor design weights were multiplied to meet headcounts
 * @param sample people and design weights of the classes of headcounts, for each wave; empty
 *     without
 * @param problems everything wrong with the data
 */
public record Outcome(
    SortedMap<String, Ledger> ledgers,
    Flow flow,
    SortedMap<Long, Step> setAside,
    SortedMap<String, ScoreCounts> counts,
    List<ItemChecks> checks,
    List<Integer> spelled,
    long[][] repairs,
    long fallbacks,
    Crowd crowd,
    Weighting weighting,
    SortedMap<String, ClassTotals> sample,
    List<Problem> problems) {

  /**
   * Returns what came of reading the files of a coding.
   *
   * @param sample what came of counting the sample for headcounts
   */
  static Outcome of(Coding coding, Folded folded, Folded sample, List<Problem> problems) {
    return new Outcome(
        folded.ledgers(),
        folded.flow(),
        folded.setAside(),
        folded.counts(),
        folded.checks(),
        folded.spellings().several(),
        folded.repairs(),
        folded.fallbacks(),
        folded.crowd(),
        coding.weighting(),
        sample.samples(),
        problems);
  }

  private static void add(long[][] all, long[][] more) {
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all[i].length; j++) {
        all[i][j] += more[i][j];
      }
    }
  }

  /**
   * Returns what came of reading waves that have files of their own; that of a single wave as it
   * is. Lines and columns mean something in the files of one wave only and are left out.
   */
  public static Outcome united(List<Outcome> waves) {
    if (waves.size() == 1) {
      return waves.get(0);
    }
    Outcome newest = waves.get(waves.size() - 1);
    SortedMap<String, Ledger> ledgers = new TreeMap<>();
    SortedMap<String, ScoreCounts> counts = new TreeMap<>();
    SortedMap<String, ClassTotals> sample = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    Flow flow = new Flow();
    Crowd crowd = new Crowd();
    long[][] repairs = new long[newest.repairs.length][];
    Arrays.setAll(repairs, i -> new long[newest.repairs[i].length]);
    long fallbacks = 0;
    Weighting weighting = newest.weighting;
    for (Outcome wave : waves) {
      ledgers.putAll(wave.ledgers);
      counts.putAll(wave.counts);
      sample.putAll(wave.sample);
      problems.addAll(wave.problems);
      flow.merge(wave.flow);
      crowd.merge(wave.crowd);
      add(repairs, wave.repairs);
      fallbacks += wave.fallbacks;
      weighting = weighting.with(wave.weighting);
    }
    return new Outcome(
        ledgers,
        flow,
        new TreeMap<>(),
        counts,
        newest.checks,
        List.of(),
        repairs,
        fallbacks,
        crowd,
        weighting,
        sample,
        problems);
  }
}
