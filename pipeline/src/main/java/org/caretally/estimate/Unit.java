package org.caretally.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.caretally.codebook.Missing;

/**
 * The sums of one PSU; or, when people are PSUs, of one stratum with its second moments. A cell
 * without members has no block, which is how representation in a domain is known.
 */
final class Unit implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient Block[] blocks;
  private long people;

  /** Sums of one cell. */
  static final class Block {
    final Totals sums;
    final WideTotals moments;
    final CrosstabSums[] tables;
    private long people;

    Block(Shape shape, boolean withMoments) {
      sums = new Totals(shape.sums());
      moments = withMoments ? new WideTotals(shape.moments()) : null;
      tables = new CrosstabSums[shape.crosstabs.length];
      Arrays.setAll(tables, i -> new CrosstabSums(withMoments));
    }

    private Block(DataInput in) throws IOException {
      people = in.readLong();
      sums = Totals.read(in);
      moments = in.readBoolean() ? WideTotals.read(in) : null;
      tables = new CrosstabSums[in.readInt()];
      for (int i = 0; i < tables.length; i++) {
        tables[i] = CrosstabSums.read(in);
      }
    }

    private void write(DataOutput out) throws IOException {
      out.writeLong(people);
      sums.write(out);
      out.writeBoolean(moments != null);
      if (moments != null) {
        moments.write(out);
      }
      out.writeInt(tables.length);
      for (CrosstabSums table : tables) {
        table.write(out);
      }
    }

    void add(Shape shape, long weight, long[] vector, long[] row) {
      people++;
      int[] a = shape.sumAt[0];
      int[] b = shape.sumAt[1];
      for (int i = 0; i < a.length; i++) {
        sums.add(i, weight, vector[a[i]] * vector[b[i]]);
      }
      if (moments != null) {
        addMoments(shape, weight, vector);
      }
      for (int i = 0; i < tables.length; i++) {
        long key = shape.crosstabs[i].of(row);
        if (!Missing.is(key)) {
          tables[i].add(key, weight);
        }
      }
    }

    private void addMoments(Shape shape, long weight, long[] vector) {
      long high = Math.multiplyHigh(weight, weight);
      long low = weight * weight;
      int[] a = shape.momentAt[0];
      int[] b = shape.momentAt[1];
      for (int i = 0; i < a.length; i++) {
        moments.add(i, high, low, vector[a[i]] * vector[b[i]]);
      }
    }

    void addAll(Block other) {
      people += other.people;
      sums.addAll(other.sums);
      if (moments != null) {
        moments.addAll(other.moments);
      }
      for (int i = 0; i < tables.length; i++) {
        tables[i].addAll(other.tables[i]);
      }
    }

    long people() {
      return people;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Block b
          && people == b.people
          && sums.equals(b.sums)
          && Objects.equals(moments, b.moments)
          && Arrays.equals(tables, b.tables);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(people);
    }
  }

  Unit(int cells) {
    blocks = new Block[cells];
  }

  void add(Layout layout, long weight, int[] cells, long[] vector, long[] row) {
    people++;
    for (int cell : cells) {
      Shape shape = layout.shape(cell);
      if (blocks[cell] == null) {
        blocks[cell] = new Block(shape, layout.people());
      }
      blocks[cell].add(shape, weight, vector, row);
    }
  }

  void addAll(Layout layout, Unit other) {
    people += other.people;
    for (int cell = 0; cell < blocks.length; cell++) {
      if (other.blocks[cell] != null) {
        if (blocks[cell] == null) {
          blocks[cell] = new Block(layout.shape(cell), layout.people());
        }
        blocks[cell].addAll(other.blocks[cell]);
      }
    }
  }

  /**
   * Returns the unit with cells joined.
   *
   * @param at for each cell its position in the joint layout
   */
  Unit pooled(Layout joint, int[] at) {
    Unit pooled = new Unit(joint.cells().size());
    pooled.people = people;
    for (int cell = 0; cell < blocks.length; cell++) {
      if (blocks[cell] != null) {
        int to = at[cell];
        if (pooled.blocks[to] == null) {
          pooled.blocks[to] = new Block(joint.shape(to), joint.people());
        }
        pooled.blocks[to].addAll(blocks[cell]);
      }
    }
    return pooled;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeInt(blocks.length);
    for (Block block : blocks) {
      out.writeBoolean(block != null);
      if (block != null) {
        block.write(out);
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    blocks = new Block[in.readInt()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = in.readBoolean() ? new Block(in) : null;
    }
  }

  /** Returns the sums of a cell, or null when it has no member here. */
  Block block(int cell) {
    return blocks[cell];
  }

  long people() {
    return people;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unit u && people == u.people && Arrays.equals(blocks, u.blocks);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(people);
  }
}
