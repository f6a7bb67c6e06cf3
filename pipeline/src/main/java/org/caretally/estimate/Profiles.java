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

  /**
   * The answers of equal people, and last their weight, in as few bytes as they need: most answers
   * take one. A large survey has nearly as many profiles as people.
   */
  static final class Profile implements Comparable<Profile> {
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final byte[] packed;

    private Profile(byte[] packed) {
      this.packed = packed;
    }

    static Profile of(long[] cells) {
      byte[] bytes = new byte[cells.length * 10];
      int length = 0;
      for (long cell : cells) {
        long rest = cell << 1 ^ cell >> 63;
        while ((rest & -MORE) != 0) {
          bytes[length++] = (byte) (rest | MORE);
          rest >>>= BITS;
        }
        bytes[length++] = (byte) rest;
      }
      return new Profile(Arrays.copyOf(bytes, length));
    }

    /** Returns the answers, and last the weight. */
    long[] cells(int size) {
      long[] cells = new long[size];
      int at = 0;
      for (int i = 0; i < size; i++) {
        long rest = 0;
        for (int shift = 0; ; shift += BITS) {
          byte next = packed[at++];
          rest |= (next & (MORE - 1L)) << shift;
          if (next >= 0) {
            break;
          }
        }
        cells[i] = rest >>> 1 ^ -(rest & 1);
      }
      return cells;
    }

    @Override
    public int compareTo(Profile other) {
      return Arrays.compare(packed, other.packed);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Profile p && Arrays.equals(packed, p.packed);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(packed);
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
    add(stratum, psu, Profile.of(cells), 1);
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
          out.writeShort(profile.getKey().packed.length);
          out.write(profile.getKey().packed);
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
