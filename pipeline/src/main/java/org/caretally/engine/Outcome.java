package org.caretally.engine;

import java.util.List;
import java.util.SortedMap;
import org.caretally.estimate.ClassTotals;
import org.caretally.estimate.Crowd;
import org.caretally.estimate.Ledger;
import org.caretally.instrument.ItemChecks;
import org.caretally.intake.Flow;
import org.caretally.intake.Step;
import org.caretally.problem.Problem;
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
    List<Problem> problems) {}
