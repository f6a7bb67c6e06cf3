import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Change;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Proportion;
import org.caretally.estimate.ProportionInterval;
import org.caretally.estimate.Sampling;
import org.caretally.estimate.Waves;

/**
 * False alarms and power of the test of a change between two waves, by simulation. Every survey
 * goes through the product's own ledger and estimators.
 *
 * <p>Surveys: 40 or 15 agencies of 20 people in each wave, other people each time. A score is
 * normal with variance 1, of which .10 lies between agencies; a case is a score above the point
 * that 20 of 100 reach in the first wave. The same agencies: an agency's part of the score is
 * correlated .8 between waves. Fresh agencies: it is not. True change of the score 0 (false alarms)
 * or .15 (power). Each survey is tested as what it is, and as what it is not. Level .05, one test.
 * The Monte Carlo error of a rate r is √(r(1 − r)/rounds).
 *
 * <p>Usage: {@code WavesPower SEED ROUNDS}.
 */
public final class WavesPower {
  private static final int MEMBERS = 20;
  private static final double ICC = .10;
  private static final double STAYS = .8;
  private static final double CUT = 0.8416212335729143;
  private static final double CHANGE = .15;
  private static final double LEVEL = .05;
  private static final long GRID = 1_000_000;
  private static final Variable SCORE =
      Variable.number("x", "x", GRID, 0, 20 * GRID, Direction.WORSE);
  private static final List<Estimator> MEASURES =
      List.of(new Mean(0, SCORE), Proportion.ofCases(1, "case", ProportionInterval.KORN_GRAUBARD));

  private WavesPower() {}

  /** Runs the simulation and prints a table. */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    int rounds = Integer.parseInt(args[1]);
    System.out.printf(
        Locale.ROOT, "seed %d, %d rounds, agencies of 20, ICC .10, level .05%n", seed, rounds);
    System.out.println("agencies  answered  tested_as  change  figure  found   mc_error");
    for (int agencies : new int[] {40, 15}) {
      for (boolean same : new boolean[] {true, false}) {
        for (double change : new double[] {0, CHANGE}) {
          run(agencies, same, change, new Random(seed), rounds);
        }
      }
    }
  }

  private static void run(int agencies, boolean same, double change, Random random, int rounds) {
    int[][] found = new int[2][MEASURES.size()];
    for (int round = 0; round < rounds; round++) {
      List<Sampling> waves = survey(agencies, same, change, random);
      for (int as = 0; as < 2; as++) {
        Waves design = as == 0 ? Waves.sharing(waves) : Waves.fresh(waves);
        for (int m = 0; m < MEASURES.size(); m++) {
          Estimate e =
              Change.of(
                  MEASURES.get(m),
                  Cell.EVERYBODY,
                  Change.Question.STEP,
                  design,
                  new double[] {0, 1});
          found[as][m] += e.pValue() < LEVEL ? 1 : 0;
        }
      }
    }
    for (int as = 0; as < 2; as++) {
      for (int m = 0; m < MEASURES.size(); m++) {
        double rate = found[as][m] / (double) rounds;
        System.out.printf(
            Locale.ROOT,
            "%8d  %-8s  %-9s  %6.2f  %-6s  %.4f  %.4f%n",
            agencies,
            same ? "same" : "fresh",
            as == 0 ? "same" : "fresh",
            change,
            m == 0 ? "mean" : "share",
            rate,
            Math.sqrt(rate * (1 - rate) / rounds));
      }
    }
  }

  private static List<Sampling> survey(int agencies, boolean same, double change, Random random) {
    double[] before = new double[agencies];
    double[] after = new double[agencies];
    for (int a = 0; a < agencies; a++) {
      before[a] = random.nextGaussian();
      double other = random.nextGaussian();
      after[a] = same ? STAYS * before[a] + Math.sqrt(1 - STAYS * STAYS) * other : other;
    }
    return List.of(wave(before, "", 0, random), wave(after, same ? "" : "new ", change, random));
  }

  private static Sampling wave(double[] agencies, String name, double change, Random random) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, MEASURES);
    Ledger ledger = new Ledger(new Layout(wanted, false));
    Stratum stratum = new Stratum("all");
    for (int a = 0; a < agencies.length; a++) {
      for (int member = 0; member < MEMBERS; member++) {
        double own = Math.sqrt(1 - ICC) * random.nextGaussian();
        double score = change + Math.sqrt(ICC) * agencies[a] + own;
        long[] row = {Math.round(GRID * (10 + score)), score > CUT ? 1 : 0};
        ledger.add(stratum, name + a, "", Weight.ONE, new int[] {0}, row);
      }
    }
    return ledger.sampling(new Design(false, false, true, false, LonelyPsu.FAIL));
  }
}
