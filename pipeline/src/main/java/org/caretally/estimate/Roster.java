package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caretally.codebook.Missing;
import org.caretally.design.Stratum;

/**
 * The people of a survey with the few answers that imputation needs, missing ones too: how many of
 * a stratum and PSU are equal in them. Counts add up exactly, and people come out in the order of
 * strata, PSUs and answers, so nothing that follows depends on the order of the rows.
 */
final class Roster implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FURTHER = 3;

  private final int[] variables;
  private final Map<Stratum, Map<String, Map<Profile, Long>>> people = new HashMap<>();

  /**
   * Creates an empty roster.
   *
   * @param variables positions in the row of the answers that are kept
   */
  Roster(List<Integer> variables) {
    this.variables = variables.stream().mapToInt(v -> v).toArray();
  }

  void add(Stratum stratum, String psu, long base, long weight, boolean member, long[] row) {
    long[] cells = new long[variables.length + FURTHER];
    for (int i = 0; i < variables.length; i++) {
      cells[i] = member ? row[variables[i]] : Missing.MARK;
    }
    cells[variables.length] = member ? 1 : 0;
    cells[variables.length + 1] = base;
    cells[variables.length + 2] = weight;
    add(stratum, psu, Profile.of(cells), 1);
  }

  private void add(Stratum stratum, String psu, Profile profile, long count) {
    people
        .computeIfAbsent(stratum, k -> new HashMap<>())
        .computeIfAbsent(psu, k -> new HashMap<>())
        .merge(profile, count, Long::sum);
  }

  void addAll(Roster other) {
    other.people.forEach(
        (stratum, psus) ->
            psus.forEach((psu, all) -> all.forEach((p, count) -> add(stratum, psu, p, count))));
  }

  /** Returns every person, in order. */
  List<Respondent> respondents() {
    List<Respondent> all = new ArrayList<>();
    new TreeMap<>(people)
        .forEach(
            (stratum, psus) ->
                new TreeMap<>(psus)
                    .forEach(
                        (psu, profiles) ->
                            new TreeMap<>(profiles)
                                .forEach((p, count) -> add(all, stratum, psu, p, count))));
    return all;
  }

  private void add(List<Respondent> all, Stratum stratum, String psu, Profile p, long count) {
    int size = variables.length;
    long[] cells = p.cells(size + FURTHER);
    boolean member = cells[size] == 1;
    long[] answers = Arrays.copyOf(cells, size);
    for (long i = 0; i < count; i++) {
      all.add(new Respondent(stratum, psu, cells[size + 1], cells[size + 2], member, answers));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Roster r
        && Arrays.equals(variables, r.variables)
        && people.equals(r.people);
  }

  @Override
  public int hashCode() {
    return people.hashCode();
  }
}
