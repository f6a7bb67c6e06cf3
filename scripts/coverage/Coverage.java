import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.caretally.estimate.Correlation;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Proportion;
import org.caretally.estimate.ProportionInterval;
import org.caretally.estimate.Sampling;

/**
 * How often 95 % intervals hold the true value, by simulation. Every sample goes through the
 * product's own ledger and estimators.
 *
 * <p>Samples: PSUs of 20 people, drawn from infinitely many. Two scores are normal with a PSU effect
 * of variance .10 and correlation .30 both between and within PSUs. A yes or no comes in two kinds.
 * "cut-off": the first score lies above the quantile 1 − p, so the score has ICC .10, and the yes or
 * no less. "urn": beta-binomial, the share of a PSU is Beta(p(1 − ρ)/ρ, (1 − p)(1 − ρ)/ρ), so the yes
 * or no itself has ICC ρ = .10; rare ones then sit together in few PSUs, which is the hardest case.
 * The Monte Carlo error of a coverage c is √(c(1 − c)/rounds).
 *
 * <p>Usage: {@code Coverage SEED ROUNDS [FILE]}. The file gets, for every sample of 40 PSUs, the default
 * interval of the rarest share of the urn and the cases of each PSU, so that {@code korn-graubard.R}
 * can make the intervals of R on the same samples.
 */
public final class Coverage {
  private static final int MEMBERS = 20;
  private static final double ICC = .10;
  private static final double R = .30;
  private static final double MEAN = 10;
  private static final double[] SHARES = {.02, .1, .4};
  private static final double[] CUTS = {2.053748910631823, 1.2815515655446004, 0.2533471031357997};
  private static final int MOST_PSUS = 40;
  private static final int RARE = 1;
  private static final int SCORES = 2 * SHARES.length;
  private static final long GRID = 1_000_000;
  private static final Variable X =
      Variable.number("x", "x", GRID, 0, 20 * GRID, Direction.WORSE);
  private static final Variable Y =
      Variable.number("y", "y", GRID, 0, 20 * GRID, Direction.WORSE);

  private final List<Estimator> estimators = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Double> truths = new ArrayList<>();
  private final int[] rareCases = new int[MOST_PSUS];

  private Coverage() {
    for (int i = 0; i < SHARES.length; i++) {
      String p = String.format(Locale.ROOT, "%.2f", SHARES[i]);
      ProportionInterval usual = ProportionInterval.KORN_GRAUBARD;
      add("share " + p + " cut-off", SHARES[i], Proportion.ofCases(i, "cut" + i, usual));
      int at = SHARES.length + i;
      add("share " + p + " urn", SHARES[i], Proportion.ofCases(at, "urn" + i, usual));
    }
    add("mean", MEAN, new Mean(SCORES, X));
    add("correlation 0.30", R, new Correlation(SCORES, X, SCORES + 1, Y));
  }

  private void add(String name, double truth, Estimator estimator) {
    names.add(name);
    truths.add(truth);
    estimators.add(estimator);
  }

  /** Runs the simulation and prints a table. */
  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    int rounds = Integer.parseInt(args[1]);
    System.out.printf(Locale.ROOT, "seed %d, %d rounds, PSUs of 20, ICC .10%n", seed, rounds);
    System.out.println("psus  figure              coverage  mc_error  too_high  too_low  no_interval");
    try (PrintWriter samples =
        new PrintWriter(
            args.length > 2
                ? Files.newBufferedWriter(Path.of(args[2]))
                : java.io.Writer.nullWriter())) {
      new Coverage().run(MOST_PSUS, new Random(seed), rounds, samples);
    }
    new Coverage().run(10, new Random(seed), rounds, new PrintWriter(java.io.Writer.nullWriter()));
  }

  private void run(int psus, Random random, int rounds, PrintWriter samples) {
    int[] above = new int[estimators.size()];
    int[] below = new int[estimators.size()];
    int[] none = new int[estimators.size()];
    for (int round = 0; round < rounds; round++) {
      List<Estimate> estimates = estimates(psus, random);
      write(samples, estimates.get(RARE));
      for (int i = 0; i < estimates.size(); i++) {
        double low = estimates.get(i).interval().low();
        double high = estimates.get(i).interval().high();
        if (Double.isNaN(low) || Double.isNaN(high)) {
          none[i]++;
        } else if (low > truths.get(i)) {
          above[i]++;
        } else if (high < truths.get(i)) {
          below[i]++;
        }
      }
    }
    for (int i = 0; i < names.size(); i++) {
      double all = rounds;
      double c = 1 - (above[i] + below[i] + none[i]) / all;
      double error = Math.sqrt(c * (1 - c) / all);
      System.out.printf(
          Locale.ROOT,
          "%4d  %-18s  %8.4f  %8.4f  %8.4f  %7.4f  %11.4f%n",
          psus, names.get(i), c, error, above[i] / all, below[i] / all, none[i] / all);
    }
  }

  private void write(PrintWriter samples, Estimate rare) {
    samples.print(rare.interval().low() + "," + rare.interval().high());
    for (int cases : rareCases) {
      samples.print("," + cases);
    }
    samples.println();
  }

  private List<Estimate> estimates(int psus, Random random) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, estimators);
    Ledger ledger = new Ledger(new Layout(wanted, false));
    Stratum stratum = new Stratum("all");
    for (int psu = 0; psu < psus; psu++) {
      rareCases[psu] = 0;
      for (long[] row : people(random)) {
        rareCases[psu] += (int) row[SHARES.length];
        ledger.add(stratum, "psu" + psu, "", Weight.ONE, new int[] {0}, row);
      }
    }
    Design design = new Design(false, false, true, false, LonelyPsu.FAIL);
    Sampling sampling = ledger.sampling(design);
    return estimators.stream().map(e -> e.estimate(sampling.of(Cell.EVERYBODY, e))).toList();
  }

  /** Returns the people of one PSU. */
  private static long[][] people(Random random) {
    int[] cases = new int[SHARES.length];
    double shared = random.nextGaussian();
    double other = mixed(shared, random.nextGaussian());
    long[][] people = new long[MEMBERS][];
    for (int member = 0; member < MEMBERS; member++) {
      long[] row = new long[SCORES + 2];
      double own = random.nextGaussian();
      double score = Math.sqrt(ICC) * shared + Math.sqrt(1 - ICC) * own;
      for (int i = 0; i < SHARES.length; i++) {
        double balls = (1 - ICC) / ICC;
        double chance = (SHARES[i] * balls + cases[i]) / (balls + member);
        row[i] = score > CUTS[i] ? 1 : 0;
        row[SHARES.length + i] = random.nextDouble() < chance ? 1 : 0;
        cases[i] += (int) row[SHARES.length + i];
      }
      row[SCORES] = Math.round(GRID * (MEAN + score));
      double second = mixed(own, random.nextGaussian());
      row[SCORES + 1] =
          Math.round(GRID * (MEAN + Math.sqrt(ICC) * other + Math.sqrt(1 - ICC) * second));
      people[member] = row;
    }
    return people;
  }

  private static double mixed(double first, double second) {
    return R * first + Math.sqrt(1 - R * R) * second;
  }
}
