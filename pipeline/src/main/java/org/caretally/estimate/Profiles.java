package org.caretally.estimate;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caretally.codebook.Missing;
import org.caretally.design.Stratum;

/**
 * How many people of a stratum and PSU have the same weight and the same answers to all variables
 * of a model. Only people of the analysis population who answered all of them are held. Counts of
 * equal people add up exactly, so any split and order of the rows gives equal profiles, and a model
 * can be fitted in any number of steps without the rows being read again.
 */
final class Profiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] variables;
  private transient Map<Stratum, Map<String, Map<Profile, Long>>> counts = new HashMap<>();

  /** The answers of equal people, and last their weight. */
  static final class Profile implements Comparable<Profile> {
    private final long[] cells;
    private final int hash;

    Profile(long[] cells) {
      this.cells = cells;
      hash = Arrays.hashCode(cells);
    }

    long answer(int variable) {
      return cells[variable];
    }

    long weight() {
      return cells[cells.length - 1];
    }

    @Override
    public int compareTo(Profile other) {
      return Arrays.compare(cells, other.cells);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Profile p && hash == p.hash && Arrays.equals(cells, p.cells);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * Creates empty profiles.
   *
   * @param variables positions of the model's variables in rows
   */
  Profiles(List<Integer> variables) {
    this.variables = variables.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds a person; nothing happens when an answer is missing. */
  void add(Stratum stratum, String psu, long weight, long[] row) {
    long[] cells = new long[variables.length + 1];
    for (int i = 0; i < variables.length; i++) {
      cells[i] = row[variables[i]];
      if (Missing.is(cells[i])) {
        return;
      }
    }
    cells[variables.length] = weight;
    add(stratum, psu, new Profile(cells), 1);
  }

  private void add(Stratum stratum, String psu, Profile profile, long people) {
    counts
        .computeIfAbsent(stratum, k -> new HashMap<>())
        .computeIfAbsent(psu, k -> new HashMap<>())
        .merge(profile, people, Long::sum);
  }

  void addAll(Profiles other) {
    other.counts.forEach(
        (stratum, psus) ->
            psus.forEach(
                (psu, profiles) -> profiles.forEach((p, people) -> add(stratum, psu, p, people))));
  }

  /** Returns the PSUs of a stratum in order, each with its profiles in order. */
  List<SortedMap<Profile, Long>> psus(Stratum stratum) {
    return new TreeMap<>(counts.getOrDefault(stratum, Map.of()))
        .values().stream().<SortedMap<Profile, Long>>map(TreeMap::new).toList();
  }

  /** Writes plain numbers, for a survey may hold as many profiles as people. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeInt(counts.size());
    for (Map.Entry<Stratum, Map<String, Map<Profile, Long>>> stratum : counts.entrySet()) {
      out.writeObject(stratum.getKey());
      out.writeInt(stratum.getValue().size());
      for (Map.Entry<String, Map<Profile, Long>> psu : stratum.getValue().entrySet()) {
        out.writeObject(psu.getKey());
        out.writeInt(psu.getValue().size());
        for (Map.Entry<Profile, Long> profile : psu.getValue().entrySet()) {
          for (long cell : profile.getKey().cells) {
            out.writeLong(cell);
          }
          out.writeLong(profile.getValue());
        }
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    counts = new HashMap<>();
    for (int strata = in.readInt(); strata > 0; strata--) {
      Stratum stratum = (Stratum) in.readObject();
      for (int psus = in.readInt(); psus > 0; psus--) {
        String psu = (String) in.readObject();
        for (int profiles = in.readInt(); profiles > 0; profiles--) {
          long[] cells = new long[variables.length + 1];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = in.readLong();
          }
          add(stratum, psu, new Profile(cells), in.readLong());
        }
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profiles p
        && Arrays.equals(variables, p.variables)
        && counts.equals(p.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }
}
