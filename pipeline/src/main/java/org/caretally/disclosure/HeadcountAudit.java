package org.caretally.disclosure;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.caretally.problem.ProblemException;

/**
 * The audit of weighted results against a reader who knows the headcounts that weights were made to
 * meet. These say how much each group counts, so that weighted means and shares add up as sums do.
 *
 * <p>Estimand: for every hidden group h of a margin the interval of its sum n_h·m_h over all means
 * m with Σ N_g·m_g = N·m and every published m_g within its rounding. Formula: the parts T_g =
 * e_g·m_g with e_g = N_g / ΣN · n add up to the whole like counts. A group that counts e_h / n_h
 * times its people would be known too closely by that much, so all are divided by that ratio; the
 * width asked for is then that of plain sums, half of one person's range, or that of plain counts.
 * One system for each margin and hidden group. Where headcounts of several margins are known every
 * hidden result is guarded, so that none can be carried from one margin into another.
 *
 * <p>Deville, J.-C. and Särndal, C.-E. (1992). Calibration estimators in survey sampling. JASA 87,
 * 376–382. doi:10.1080/01621459.1992.10475217
 */
final class HeadcountAudit {
  private final List<Margin> margins;
  private final Map<Group, Double> headcounts;

  /** Keeps the margins of which all headcounts are known. */
  HeadcountAudit(List<Margin> margins, Map<Group, Double> headcounts) {
    this.headcounts = headcounts;
    this.margins =
        margins.stream().filter(m -> headcounts.keySet().containsAll(m.parts())).toList();
  }

  boolean none() {
    return margins.isEmpty();
  }

  /** What is weighed: scores or cases of one person, from nothing to all that is possible. */
  interface Weighed {
    /** Returns the mean or share of a fact. */
    double value(Counted row);

    /** Returns half a step of its rounding. */
    double half(Counted row);

    /** Returns what one person can add at most. */
    double one();

    /** Returns the most people that the rule which hides a group gives away; -1 for no limit. */
    double rule(Counted row);
  }

  /** Returns the groups whose results must be hidden besides. */
  Set<Group> hide(Map<Group, Counted> rows, Predicate<Counted> hidden, Weighed weighed) {
    Set<Group> more = new LinkedHashSet<>();
    for (Margin margin : margins) {
      more.addAll(new One(margin, rows, hidden, weighed).hide());
    }
    return more;
  }

  /** One margin, attacked for one hidden group at a time. */
  private final class One {
    private final Map<Group, Counted> rows;
    private final Predicate<Counted> hidden;
    private final Weighed weighed;
    private final List<Group> parts;
    private final Optional<Counted> whole;
    private final Map<Group, Double> people = new HashMap<>();
    private final Set<Group> more = new LinkedHashSet<>();

    One(Margin margin, Map<Group, Counted> rows, Predicate<Counted> hidden, Weighed weighed) {
      this.rows = rows;
      this.hidden = hidden;
      this.weighed = weighed;
      whole = Optional.ofNullable(rows.get(margin.whole()));
      parts =
          margin.parts().stream().filter(g -> rows.containsKey(g) && rows.get(g).n() > 0).toList();
      double all = parts.stream().mapToDouble(headcounts::get).sum();
      double placed = parts.stream().mapToDouble(g -> rows.get(g).n()).sum();
      parts.forEach(g -> people.put(g, placed * headcounts.get(g) / all));
    }

    Set<Group> hide() {
      whole.ifPresent(all -> parts.stream().filter(this::guarded).forEach(g -> protect(g, all)));
      return more;
    }

    /** Where groups stand in several margins, all hidden ones are ways from one to another. */
    private boolean guarded(Group group) {
      Counted row = rows.get(group);
      boolean rule = row.few() || weighed.rule(row) >= 0 || margins.size() > 1;
      return people.get(group) > 0 && hides(row) && rule;
    }

    private boolean hides(Counted row) {
      return hidden.test(row) || more.contains(Group.of(row.fact()));
    }

    private void protect(Group target, Counted all) {
      double shrink = rows.get(target).n() / people.get(target);
      Puzzle puzzle = new Puzzle();
      double sum = 0;
      for (Group part : parts) {
        Unknown unknown = unknown(rows.get(part), people.get(part) * shrink, part.equals(target));
        puzzle.add(unknown, hides(rows.get(part)));
        sum += unknown.value();
      }
      List<Integer> cells = IntStream.range(0, parts.size()).boxed().toList();
      puzzle.sum(puzzle.add(everybody(all, sum, shrink), hides(all)), cells);
      try {
        Partners.hide(puzzle).forEach(at -> more.add(group(at, all)));
      } catch (ProblemException e) {
        // nothing less than all of them is safe
        more.addAll(parts);
        more.add(Group.of(all.fact()));
      }
    }

    private Group group(int at, Counted all) {
      return at < parts.size() ? parts.get(at) : Group.of(all.fact());
    }

    private Unknown unknown(Counted row, double each, boolean target) {
      double value = each * weighed.value(row);
      double shown = each * shown(row);
      double half = each * weighed.half(row);
      double most = each * weighed.one();
      double told = weighed.rule(row) < 0 ? most : weighed.rule(row) * each / row.n();
      double rule = target ? Math.max(told, value) : -1;
      String name = Group.of(row.fact()).level();
      return new Unknown(name, value, shown - half, shown + half, most, rule, row.n());
    }

    private double shown(Counted row) {
      double step = 2 * weighed.half(row);
      return step * Math.rint(weighed.value(row) / step);
    }

    /** The whole of the parts; those in none of them widen it by all that they could be. */
    private Unknown everybody(Counted all, double sum, double shrink) {
      double outside = all.n() - parts.stream().mapToDouble(g -> rows.get(g).n()).sum();
      double beside = outside * shrink * weighed.one();
      double shown = sum + all.n() * shrink * (shown(all) - weighed.value(all));
      double half = all.n() * shrink * weighed.half(all) + beside;
      double most = (all.n() - outside) * shrink * weighed.one();
      return new Unknown("", sum, shown - half, shown + half, most, -1, all.n());
    }
  }
}
