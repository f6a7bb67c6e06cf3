package org.caretally.disclosure;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What two reports of nearly the same people give away together, by what is printed in them.
 *
 * <p>When a group has one to ten people more in one report than in the other, every number that
 * differs is about these few. When two reports are about nearly the same people, what one hides can
 * be taken from the other, by itself or as the difference of sums; so they must hide the same
 * numbers and show the same groups.
 *
 * <p>When both are made from the same data and one is about some of the people of the other only,
 * what is left of each group is a group as well. Its people, and for shares its cases and others,
 * must be more than ten, and nothing about a scale that both have may be hidden in either, because
 * what one hides is tied to the sums of the other.
 */
public final class TwoReports {
  static final long FEW = 10;

  /** Two printed numbers of people, each rounded to five, may be so much further apart. */
  static final long ROUNDING = 4;

  private final Map<Key, Printed> first;
  private final Map<Key, Printed> second;
  private final Set<String> near = new HashSet<>();
  private final Set<Key> telling = new LinkedHashSet<>();

  private TwoReports(List<Printed> one, List<Printed> other) {
    first = byKey(one);
    second = byKey(other);
  }

  /** What a line is about. */
  private record Key(String wave, Group group, String measure) {}

  /**
   * Returns the groups whose numbers would give few people away, each as wave, breakdown and level
   * in words; none when both reports may be public.
   *
   * @param sameData whether both were made from the same files
   */
  public static Set<String> telling(List<Printed> one, List<Printed> other, boolean sameData) {
    TwoReports both = new TwoReports(one, other);
    both.compare();
    if (sameData) {
      both.parts(both.first, both.second);
      both.parts(both.second, both.first);
    }
    Set<String> words = new LinkedHashSet<>();
    both.telling.forEach(k -> words.add(words(k)));
    return words;
  }

  /**
   * Returns what all published tables of two reports would give away together, in words.
   *
   * @param one rows of the kept tables of one report, by table; a withheld number is an empty text
   * @param other those of the other; tables that a report does not have are not compared
   * @param sameData whether both were made from the same files
   */
  public static Set<String> telling(
      Map<String, List<Map<String, String>>> one,
      Map<String, List<Map<String, String>>> other,
      boolean sameData) {
    List<Printed> first = Printed.of(one.getOrDefault("estimates", List.of()));
    List<Printed> second = Printed.of(other.getOrDefault("estimates", List.of()));
    Set<String> words = telling(first, second, sameData);
    TwoReports both = new TwoReports(first, second);
    both.compare();
    words.addAll(new KeptTables(one, other, both.near, sameData).telling());
    Map<Levels.Of, Levels> levels = Levels.of(other.getOrDefault("estimates", List.of()));
    Levels.of(one.getOrDefault("estimates", List.of()))
        .forEach(
            (of, here) -> {
              boolean shared = both.near.contains(of.wave()) && levels.containsKey(of);
              if (shared && here.fewBetween(levels.get(of))) {
                words.add(of.words());
              }
            });
    return words;
  }

  private static String words(Key key) {
    String group =
        key.group().equals(Group.EVERYBODY)
            ? "everybody"
            : key.group().domain() + " " + key.group().level();
    return key.wave().isEmpty() ? group : key.wave() + " " + group;
  }

  private static Map<Key, Printed> byKey(List<Printed> lines) {
    Map<Key, Printed> all = new LinkedHashMap<>();
    lines.forEach(l -> all.put(new Key(l.wave(), l.group(), l.measure()), l));
    return all;
  }

  private void compare() {
    first.forEach(
        (key, line) -> {
          boolean everybody = key.group().equals(Group.EVERYBODY);
          if (everybody && second.containsKey(key) && near(line, second.get(key))) {
            near.add(key.wave());
          }
        });
    first.forEach((key, line) -> compare(key, line, second.get(key)));
    oneSided(first, second);
    oneSided(second, first);
  }

  private void compare(Key key, Printed line, Printed other) {
    if (other == null) {
      return;
    }
    boolean hiddenOnce = line.hidden() != other.hidden();
    if (near.contains(key.wave()) && hiddenOnce) {
      telling.add(key);
    } else if (!line.hidden() && !other.hidden() && near(line, other) && !line.prints(other)) {
      telling.add(key);
    }
  }

  private static boolean near(Printed a, Printed b) {
    return a.people() >= 0 && b.people() >= 0 && near(a.people(), b.people());
  }

  /** Returns whether two printed numbers of people may be ten or fewer apart. */
  static boolean near(long a, long b) {
    return Math.abs(a - b) <= FEW + ROUNDING;
  }

  /** Groups or cut-offs that only one report has are further sums beside what the other hides. */
  private void oneSided(Map<Key, Printed> lines, Map<Key, Printed> others) {
    Set<List<String>> hiding = new HashSet<>();
    Set<List<String>> known = new HashSet<>();
    for (Map<Key, Printed> all : List.of(lines, others)) {
      all.values().stream().filter(Printed::hidden).forEach(l -> hiding.add(place(l)));
    }
    others.values().forEach(l -> known.add(place(l)));
    lines.forEach(
        (key, line) -> {
          boolean shared = near.contains(key.wave()) && known.contains(place(line));
          if (shared && !others.containsKey(key) && hiding.contains(place(line))) {
            telling.add(key);
          }
        });
  }

  /** One report is about some of the people of the other. */
  private void parts(Map<Key, Printed> lines, Map<Key, Printed> others) {
    Set<List<String>> known = new HashSet<>();
    others.values().forEach(l -> known.add(place(l)));
    lines.forEach(
        (key, line) -> {
          boolean shared = !near.contains(key.wave()) && known.contains(place(line));
          if (shared && (line.hidden() || fewLeft(line, others.get(key)))) {
            telling.add(key);
          }
        });
  }

  private static boolean fewLeft(Printed line, Printed other) {
    if (other == null || !line.share() || line.cases() < 0 || other.cases() < 0) {
      return false;
    }
    double people = Math.abs(line.people() - other.people());
    double cases = Math.abs(line.cases() - other.cases());
    return people > 0 && (cases <= FEW || people - cases <= FEW);
  }

  private static List<String> place(Printed line) {
    return List.of(line.wave(), line.scale());
  }
}
