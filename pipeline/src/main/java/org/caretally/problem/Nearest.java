package org.caretally.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the names closest to one a user wrote: the least number of insertions, deletions,
 * replacements and swaps of neighbours (optimal string alignment), letter case ignored.
 */
public final class Nearest {
  private Nearest() {}

  /**
   * Returns up to three close names, quoted and separated by commas; empty when nothing is close.
   */
  public static String to(String wanted, Collection<String> names) {
    String w = wanted.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, w.length() / 3);
    return names.stream()
        .map(n -> new Candidate(n, distance(w, n.toLowerCase(Locale.ROOT))))
        .filter(c -> c.distance <= limit)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(3)
        .map(c -> '"' + c.name + '"')
        .collect(Collectors.joining(", "));
  }

  /** Returns the single closest name, or an empty list when nothing is close. */
  public static List<String> one(String wanted, Collection<String> names) {
    String w = wanted.toLowerCase(Locale.ROOT);
    return names.stream()
        .map(n -> new Candidate(n, distance(w, n.toLowerCase(Locale.ROOT))))
        .filter(c -> c.distance <= Math.max(2, w.length() / 3))
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(c -> List.of(c.name))
        .orElse(List.of());
  }

  private record Candidate(String name, int distance) {}

  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + replace);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
