package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.EnumMap;
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
  private final Profile profile;
  private final List<Rule> rules;
  private final Precision precision;

  /**
   * Creates the gate for a profile.
   *
   * @param inside groups that are part of larger ones of another breakdown
   */
  public Gate(Profile profile, List<Inside> inside) {
    this.profile = profile;
    precision = new Precision(profile.protects());
    rules =
        profile.protects()
            ? List.of(
                new BaseRule(profile.k()),
                new CasesRule(profile.cases(), profile.k()),
                new ComplementRule(profile, inside),
                new BandsRule(profile),
                new ReliabilityRule())
            : List.of();
  }

  /**
   * Returns the publishable table of every kind, rows in the order of the facts.
   *
   * @param facts everything that is to be published about the same people, so that the rules see
   *     all of it
   */
  public Map<TableKind, ProtectedTable> tables(List<Fact> facts) {
    Map<Integer, Rule> withheld = decide(facts);
    Map<TableKind, List<ProtectedTable.Row>> rows = new EnumMap<>(TableKind.class);
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      rows.computeIfAbsent(fact.table(), k -> new ArrayList<>())
          .add(new FactRow(fact.table(), fact, withheld.get(i), precision, this::people).row());
    }
    Map<TableKind, ProtectedTable> tables = new EnumMap<>(TableKind.class);
    for (TableKind kind : TableKind.values()) {
      List<ProtectedTable.Row> own = rows.getOrDefault(kind, List.of());
      tables.put(kind, new ProtectedTable(kind.id(), kind.columns(), own));
    }
    return tables;
  }

  private Map<Integer, Rule> decide(List<Fact> facts) {
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
