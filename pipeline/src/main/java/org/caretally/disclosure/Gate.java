package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one gate. It alone turns estimates and counts into publishable cells; whoever draws, prints
 * or exports can get nothing else. Rules only ever withhold more; the first rule that withholds a
 * number gives it its mark.
 */
public final class Gate {
  /** Fewest people with and without, where the strict rule holds under every profile. */
  private static final int STRICT = 11;

  private final Profile profile;
  private final List<Rule> rules;
  private final Precision precision;

  /** Creates the gate for a profile. */
  public Gate(Profile profile) {
    this.profile = profile;
    precision = new Precision(profile.protects());
    rules =
        profile.protects()
            ? List.of(
                new BaseRule(profile.k()),
                new CasesRule(profile.cases(), profile.k()),
                new ReliabilityRule())
            : List.of();
  }

  /** Returns the publishable table of one kind, rows in the order of the facts. */
  public ProtectedTable table(TableKind kind, List<Fact> facts) {
    return table(kind, facts, rules(kind));
  }

  /**
   * Returns a publishable table of comparisons. A comparison is withheld with the result of either
   * group: the difference and the other group's result would give it back.
   *
   * @param estimates results of the groups, as published
   */
  public ProtectedTable comparisons(TableKind kind, List<Fact> facts, ProtectedTable estimates) {
    List<Rule> all = new ArrayList<>(rules);
    if (profile.protects()) {
      all.add(0, FollowRule.of(estimates));
    }
    return table(kind, facts, all);
  }

  private ProtectedTable table(TableKind kind, List<Fact> facts, List<Rule> rules) {
    Map<Integer, Rule> withheld = decide(facts, rules);
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      rows.add(new FactRow(kind, facts.get(i), withheld.get(i), precision, this::people).row());
    }
    return new ProtectedTable(kind.id(), kind.columns(), rows);
  }

  /** Self-harm is held to the strict rule under every profile, even where the data are public. */
  private List<Rule> rules(TableKind kind) {
    if (kind != TableKind.SAFETY) {
      return rules;
    }
    int fewest = Math.max(STRICT, profile.k());
    return List.of(new BaseRule(fewest), new CasesRule(fewest, fewest), new ReliabilityRule());
  }

  private static Map<Integer, Rule> decide(List<Fact> facts, List<Rule> rules) {
    Map<Integer, Rule> decided = new HashMap<>();
    for (Rule rule : rules) {
      for (Integer fact : rule.withhold(facts, Set.copyOf(decided.keySet()))) {
        decided.putIfAbsent(fact, rule);
      }
    }
    return decided;
  }

  /** Returns a publishable table of counts; counts from 1 to k − 1 are withheld. */
  public ProtectedTable counts(Tally tally) {
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (Tally.Line line : tally.rows()) {
      List<Cell> cells = new ArrayList<>();
      for (String column : tally.columns()) {
        Long count = line.counts().get(column);
        cells.add(count == null ? words(line.words().get(column)) : people(count));
      }
      rows.add(new ProtectedTable.Row(tally.columns(), cells));
    }
    return new ProtectedTable(tally.id(), tally.columns(), rows);
  }

  /**
   * Returns a share in whole hundredths, rounded up, so that a small risk never reads as none.
   *
   * @param part how many of them
   * @param whole of how many; nothing is shown for 0
   */
  public Cell share(long part, long whole) {
    if (whole == 0) {
      return new Withheld(Withheld.Mark.NOT_APPLICABLE);
    }
    long hundredths = -Math.floorDiv(-Math.multiplyExact(part, 100L), whole);
    return precision.value(hundredths / 100.0, "share", whole);
  }

  /**
   * Returns a publishable table of answers to questions: a row for each answer, or for neighbouring
   * answers that too few people gave.
   */
  public ProtectedTable distributions(String id, List<Distribution> all) {
    return new Distributions(profile, precision, this::people).table(id, all);
  }

  private static Cell words(String text) {
    return new Words(text == null ? "" : text);
  }

  private Cell people(long count) {
    if (profile.protects() && count > 0 && count < profile.k()) {
      return new Withheld(Withheld.Mark.CONFIDENTIAL);
    }
    return precision.count(count);
  }
}
