package org.caretally.disclosure;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the kept tables of two reports give away together, by what is printed in them.
 *
 * <p>Where both are about nearly the same people, a line that differs, or that only one of them
 * hides, is about the few who are in one of them only; and bins that begin elsewhere can be
 * subtracted from each other. A model may differ for other reasons, so that among the same data
 * only a different number of people counts.
 *
 * <p>Where one is about some of the people of the other, what is left of each count, band and bin
 * is a group as well: it must be more than ten people.
 */
final class KeptTables {
  private static final String WAVE = "wave";

  private final Map<String, List<Map<String, String>>> one;
  private final Map<String, List<Map<String, String>>> other;
  private final boolean sameData;
  private final Set<String> near;
  private final boolean sameWaves;
  private final Set<String> telling = new LinkedHashSet<>();

  /**
   * Compares two reports.
   *
   * @param near waves in which both are about nearly the same people
   * @param sameData whether both were made from the same files
   */
  KeptTables(
      Map<String, List<Map<String, String>>> one,
      Map<String, List<Map<String, String>>> other,
      Set<String> near,
      boolean sameData) {
    this.one = one;
    this.other = other;
    this.near = near;
    this.sameData = sameData;
    Set<String> waves = waves(one);
    sameWaves = waves.equals(waves(other));
  }

  private static Set<String> waves(Map<String, List<Map<String, String>>> tables) {
    Set<String> waves = new TreeSet<>();
    tables.getOrDefault("estimates", List.of()).forEach(r -> waves.add(r.getOrDefault(WAVE, "")));
    return waves;
  }

  /** Returns the lines that would give few people away, in words. */
  Set<String> telling() {
    for (Kept kept : Kept.values()) {
      Map<List<String>, KeptLine> first = lines(one, kept);
      Map<List<String>, KeptLine> second = lines(other, kept);
      first.forEach((key, line) -> compare(line, second.get(key)));
      if (kept.kind() == Kept.Kind.BINS) {
        elsewhere(first, second);
        elsewhere(second, first);
        parts(first, second);
      }
    }
    return telling;
  }

  private static Map<List<String>, KeptLine> lines(
      Map<String, List<Map<String, String>>> tables, Kept kept) {
    return KeptLine.of(kept, tables.getOrDefault(kept.table(), List.of()));
  }

  /** A line without a wave is about the people of all waves. */
  private boolean near(KeptLine line) {
    return line.waves().isEmpty() ? sameWaves && !near.isEmpty() : near.containsAll(line.waves());
  }

  /** Whether a line of one report may be about some of the people of the other. */
  private boolean part(KeptLine line) {
    return sameData && sameWaves && line.waves().stream().noneMatch(near::contains) && !near(line);
  }

  private void compare(KeptLine line, KeptLine same) {
    if (same == null) {
      return;
    }
    boolean tells =
        line.kept().kind() == Kept.Kind.COUNTS
            ? counts(line, same)
            : near(line)
                ? line.hidden() != same.hidden() || (!line.hidden() && differs(line, same))
                : line.kept().kind() == Kept.Kind.RESULTS && part(line) && fewLeft(line, same);
    if (tells) {
      telling.add(line.words());
    }
  }

  private boolean differs(KeptLine line, KeptLine same) {
    boolean people = !line.people().equals(same.people());
    boolean numbers = !line.numbers().equals(same.numbers());
    boolean free = line.kept().kind() == Kept.Kind.MODELS && sameData;
    return line.near(same) && (people || (numbers && !free));
  }

  private boolean counts(KeptLine line, KeptLine same) {
    for (int i = 0; i < line.numbers().size(); i++) {
      String a = line.numbers().get(i);
      String b = same.numbers().get(i);
      boolean both = !a.isEmpty() && !b.isEmpty();
      long x = both ? KeptLine.number(a) : 0;
      long y = both ? KeptLine.number(b) : 0;
      boolean few =
          near(line)
              ? a.isEmpty() != b.isEmpty() || (x != y && TwoReports.near(x, y))
              : chosen(line) && x + y > 0 && Math.abs(x - y) <= TwoReports.FEW;
      if (few) {
        return true;
      }
    }
    return false;
  }

  /** Rows were read and set aside before some of the people were chosen. */
  private boolean chosen(KeptLine line) {
    return part(line) && line.kept() != Kept.FLOW;
  }

  /** The people of one report who are not in the other: cases, and others. */
  private static boolean fewLeft(KeptLine line, KeptLine same) {
    boolean share = line.kept() == Kept.BANDS || line.kept() == Kept.ENDS;
    if (line.hidden() || same.hidden()) {
      return line.kept() == Kept.BANDS;
    }
    return share && fewLeft(line.share() - same.share(), line, same);
  }

  private static boolean fewLeft(double people, KeptLine line, KeptLine same) {
    double room = Math.min(TwoReports.ROUNDING, line.rounding() + same.rounding());
    return Math.abs(people) <= TwoReports.FEW + room;
  }

  /** Bins of nearly the same people that begin at other places. */
  private void elsewhere(Map<List<String>, KeptLine> lines, Map<List<String>, KeptLine> others) {
    Set<List<String>> known = new HashSet<>();
    others.values().forEach(l -> known.add(l.subject()));
    lines.forEach(
        (key, line) -> {
          boolean shared = near(line) && known.contains(line.subject());
          if (shared && !others.containsKey(key)) {
            telling.add(line.words());
          }
        });
  }

  /** Bins of some of the people: what is left of every bin around one of theirs. */
  private void parts(Map<List<String>, KeptLine> first, Map<List<String>, KeptLine> second) {
    Map<List<String>, Bins> bins = Bins.of(first.values());
    Bins.of(second.values())
        .forEach(
            (subject, there) -> {
              Bins here = bins.get(subject);
              if (here != null && part(here.line()) && here.fewLeft(there)) {
                telling.add(here.line().words());
              }
            });
  }
}
