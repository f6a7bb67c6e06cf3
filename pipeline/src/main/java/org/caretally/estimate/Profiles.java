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
 * of a pool of models, and are in the same class of headcounts. Only people of the analysis
 * population who are complete for one of the models are held. Counts of equal people add up
 * exactly, so any split and order of the rows gives equal profiles, and a model can be fitted in
 * any number of steps without the rows being read again.
 */
final class Profiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] variables;
  private final int[][] needed;
  private final Classes classes;
  private transient Map<Stratum, Map<String, Map<Profile, Long>>> counts = new HashMap<>();

  /**
   * Creates empty profiles.
   *
   * @param models models of one pool
   * @param classes the classes of headcounts that weights are made to meet; null for none, then
   *     everybody is in class 0
   */
  Profiles(List<Model> models, Classes classes) {
    this.classes = classes;
    List<Integer> all = models.stream().flatMap(m -> m.positions().stream()).distinct().toList();
    variables = all.stream().mapToInt(Integer::intValue).toArray();
    needed = models.stream().map(this::places).toArray(int[][]::new);
  }

  /** Returns where the outcome and the regressors of a model are among the variables. */
  private int[] places(Model model) {
    List<Integer> all = Arrays.stream(variables).boxed().toList();
    return model.positions().stream().mapToInt(all::indexOf).toArray();
  }

  /** Adds a person; nothing happens when an answer is missing for each of the models. */
  void add(Stratum stratum, String psu, long weight, long[] row) {
    long[] cells = new long[variables.length + 2];
    for (int i = 0; i < variables.length; i++) {
      cells[i] = row[variables[i]];
    }
    for (int[] places : needed) {
      if (complete(cells, places)) {
        cells[variables.length] = classes == null ? 0 : classes.of(row);
        cells[variables.length + 1] = weight;
        add(stratum, psu, Profile.of(cells), 1);
        return;
      }
    }
  }

  private static boolean complete(long[] cells, int[] places) {
    for (int place : places) {
      if (Missing.is(cells[place])) {
        return false;
      }
    }
    return true;
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

  /**
   * Returns the PSUs of a stratum in order, each with the profiles of a model's complete cases in
   * order: outcome, regressors, class of headcounts, weight.
   */
  SortedMap<String, SortedMap<Profile, Long>> psus(Stratum stratum, Model model) {
    int[] places = places(model);
    SortedMap<String, SortedMap<Profile, Long>> psus = new TreeMap<>();
    counts
        .getOrDefault(stratum, Map.of())
        .forEach((psu, all) -> psus.put(psu, picked(all, places, model)));
    return psus;
  }

  private SortedMap<Profile, Long> picked(Map<Profile, Long> psu, int[] places, Model model) {
    SortedMap<Profile, Long> all = new TreeMap<>();
    psu.forEach(
        (profile, people) -> {
          long[] cells = profile.cells(variables.length + 2);
          if (complete(cells, places)) {
            long[] own = new long[places.length + 2];
            for (int i = 0; i < places.length; i++) {
              own[i] = cells[places[i]];
            }
            own[places.length] = cells[variables.length];
            own[places.length + 1] = cells[variables.length + 1];
            if (grouped(own, model)) {
              all.merge(Profile.of(own), people, Long::sum);
            }
          }
        });
    return all;
  }

  /** Returns whether everything that is compared in bands lies in one of them. */
  private static boolean grouped(long[] cells, Model model) {
    for (int j = 0; j < model.regressors().size(); j++) {
      if (model.regressors().get(j).form().code(cells[j + 1]) < 0) {
        return false;
      }
    }
    return true;
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
          out.writeShort(profile.getKey().packed().length);
          out.write(profile.getKey().packed());
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
          byte[] packed = new byte[in.readUnsignedShort()];
          in.readFully(packed);
          add(stratum, psu, new Profile(packed), in.readLong());
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
