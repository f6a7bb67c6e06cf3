package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.caretally.disclosure.ProtectedTable.Row;

/**
 * Publishes distributions in bins. The lowest and the highest bin are open, so that no smallest and
 * no largest value is told.
 *
 * <p>Everything that is published about the same score of the same people (bins, severity bands,
 * cut-offs, lowest and highest scores, breakdowns by the same number) says how many people lie
 * below some value. Readers can subtract any two of these numbers. So a bin may only begin where
 * its number of people below is equal to each of the others, or differs from it by at least k: then
 * no difference that a bin takes part in is about fewer than k people. Where a band or a cut-off of
 * the score is hidden to protect another one, the distribution is withheld. Below 1,000 people a
 * bin holds at least two of the finest stretches, so that bins do not tell the sum of scores more
 * closely than the published mean.
 */
final class Histograms {
  /** Columns of words that the caller fills. */
  static final List<String> WORDS =
      List.of(
          "wave",
          "measure",
          "measure_label",
          "kind",
          "construct",
          "construct_label",
          "cutoffs",
          "range_low",
          "range_high",
          "step");

  private static final List<String> NUMBERS =
      List.of("bin_from", "bin_below", "share", "n", "status", "reason");
  private static final String CONFIDENTIAL = "confidential";

  private final Profile profile;
  private final Precision precision;
  private final Released released;

  Histograms(Profile profile, Precision precision, Released released) {
    this.profile = profile;
    this.precision = precision;
    this.released = released;
  }

  static List<String> columns() {
    List<String> columns = new ArrayList<>(WORDS);
    columns.addAll(NUMBERS);
    return List.copyOf(columns);
  }

  ProtectedTable table(List<Histogram> all) {
    List<Row> rows = new ArrayList<>();
    for (Histogram one : all) {
      List<Integer> starts = starts(one);
      if (starts.isEmpty()) {
        rows.add(row(one, "", "", new Withheld(Withheld.Mark.CONFIDENTIAL), false));
      }
      for (int bin = 0; bin < starts.size(); bin++) {
        boolean last = bin + 1 == starts.size();
        int from = starts.get(bin);
        int to = last ? one.slots().size() : starts.get(bin + 1);
        String low = bin == 0 ? "" : one.slots().get(from).from();
        String below = last ? "" : one.slots().get(to).from();
        rows.add(row(one, low, below, share(one, from, to), true));
      }
    }
    return new ProtectedTable("distributions", columns(), rows);
  }

  /** Returns the slots that begin a bin; none when the distribution is withheld. */
  private List<Integer> starts(Histogram one) {
    if (!profile.protects()) {
      return IntStream.range(0, one.slots().size()).boxed().toList();
    }
    if (one.people() < fewest(one) || blocked(one)) {
      return List.of();
    }
    List<Integer> starts = new Bins(one, fewest(one), apart(one)).starts();
    return starts.size() < 2 ? List.of() : starts;
  }

  private long fewest(Histogram one) {
    return Math.max(profile.k(), one.care().smallestBase());
  }

  private static int apart(Histogram one) {
    return one.people() < Precision.MANY ? 2 : 1;
  }

  /**
   * Returns whether something of the same score is hidden that a bin could tell. What has fewer
   * than k people at one side is a mark that no bin comes near, so that it needs nothing more.
   */
  private boolean blocked(Histogram one) {
    return released.bands().rows().stream().anyMatch(r -> hidden(r, one, "band"))
        || released.estimates().rows().stream().anyMatch(r -> hidden(r, one, "measure"));
  }

  private boolean hidden(Row row, Histogram one, String name) {
    if (!row.text("status").equals(CONFIDENTIAL)
        || !row.text("wave").equals(one.words().get("wave"))
        || !row.text("scale").equals(one.words().get("measure"))) {
      return false;
    }
    String domain = row.text("domain");
    long side = one.sides().getOrDefault(row.text(name), Long.MAX_VALUE);
    return domain.isEmpty() ? side >= fewest(one) : one.domains().contains(domain);
  }

  private Cell share(Histogram one, int from, int to) {
    double all = one.slots().stream().mapToDouble(Histogram.Slot::weight).sum();
    double part = one.slots().subList(from, to).stream().mapToDouble(Histogram.Slot::weight).sum();
    return precision.value(part / all, "prevalence", one.people());
  }

  private Row row(Histogram one, String from, String below, Cell share, boolean shown) {
    List<Cell> cells = new ArrayList<>();
    WORDS.forEach(w -> cells.add(new Words(one.words().getOrDefault(w, ""))));
    cells.add(new Words(from));
    cells.add(new Words(below));
    cells.add(share);
    boolean few = profile.protects() && one.people() < fewest(one);
    cells.add(few ? new Withheld(Withheld.Mark.CONFIDENTIAL) : precision.count(one.people()));
    cells.add(new Words(shown ? "shown" : CONFIDENTIAL));
    cells.add(new Words(shown ? "" : Rule.FEW));
    return new Row(columns(), cells);
  }

  /** Chooses where bins begin: at cut-offs first, then from the lowest value upwards. */
  private record Bins(Histogram one, long fewest, int apart) {

    List<Integer> starts() {
      long[] below = new long[one.slots().size() + 1];
      for (int i = 0; i < one.slots().size(); i++) {
        below[i + 1] = below[i] + one.slots().get(i).people();
      }
      TreeSet<Integer> chosen = new TreeSet<>(List.of(0, one.slots().size()));
      one.edges().stream().sorted().forEach(edge -> choose(edge, below, chosen));
      for (int edge = 1; edge < one.slots().size(); edge++) {
        choose(edge, below, chosen);
      }
      chosen.remove(one.slots().size());
      return List.copyOf(chosen);
    }

    private void choose(int edge, long[] below, TreeSet<Integer> chosen) {
      if (edge <= 0 || edge >= one.slots().size() || chosen.contains(edge)) {
        return;
      }
      int before = chosen.floor(edge);
      int after = chosen.ceiling(edge);
      boolean room = edge - before >= apart && after - edge >= apart;
      boolean many = below[edge] - below[before] >= fewest && below[after] - below[edge] >= fewest;
      if (room && many && one.marks().stream().allMatch(m -> clear(below[edge], m))) {
        chosen.add(edge);
      }
    }

    private boolean clear(long below, long mark) {
      return below == mark || Math.abs(below - mark) >= fewest;
    }
  }
}
