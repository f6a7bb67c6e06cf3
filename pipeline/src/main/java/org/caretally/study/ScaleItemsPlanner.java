package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.estimate.Alpha;
import org.caretally.estimate.ItemFit;
import org.caretally.estimate.Items;
import org.caretally.estimate.Omega;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Method;
import org.caretally.instrument.Responses;
import org.caretally.instrument.Scale;
import org.caretally.instrument.ScaleInfo;
import org.caretally.instrument.Scoring;

/**
 * Gives the items of a scale their places in the row and says what is asked of them. Only for sums
 * and means of at least two items with answers from a list: of others the covariances mean nothing.
 * A question on self-harm gets no line of its own.
 */
final class ScaleItemsPlanner {
  private final Positions positions;
  private final boolean persons;
  private final List<ScaleItems> asked = new ArrayList<>();
  private final List<ItemBlock> blocks = new ArrayList<>();

  /**
   * Plans for one instrument.
   *
   * @param persons whether every person is a PSU
   */
  ScaleItemsPlanner(Positions positions, boolean persons) {
    this.positions = positions;
    this.persons = persons;
  }

  List<ScaleItems> asked() {
    return asked;
  }

  List<ItemBlock> blocks() {
    return blocks;
  }

  void place(Instrument instrument, Scoring scoring) {
    Set<Integer> hidden = new TreeSet<>();
    scoring.safety().forEach(s -> hidden.add(s.item()));
    for (ScaleInfo info : scoring.scales()) {
      List<Responses> responses =
          info.items().stream()
              .map(c -> instrument.items().get(scoring.item(c)).responses())
              .toList();
      boolean listed = responses.stream().allMatch(r -> r instanceof Responses.Options);
      if (listed && info.items().size() > 1 && summed(instrument, info)) {
        Items items = items(info, responses);
        asked.add(
            new ScaleItems(
                info.id(),
                info.label(),
                items.items().size(),
                lines(info, items, hidden, scoring)));
      }
    }
  }

  private static boolean summed(Instrument instrument, ScaleInfo info) {
    for (Scale scale : instrument.scales()) {
      if (info.id().equals(instrument.id() + "." + scale.id())) {
        return scale.method() instanceof Method.Total;
      }
    }
    return false;
  }

  private Items items(ScaleInfo info, List<Responses> responses) {
    int k = responses.size();
    int[] columns = new int[k];
    int[] factor = new int[k];
    long[] shift = new long[k];
    List<Integer> places = new ArrayList<>();
    long most = 0;
    long squares = 0;
    for (int i = 0; i < k; i++) {
      columns[i] = info.items().get(i);
      long min = responses.get(i).min();
      long max = responses.get(i).max();
      long middle = Math.floorDiv(min + max, 2L);
      boolean reversed = info.reversed().contains(columns[i]);
      factor[i] = reversed ? -1 : 1;
      shift[i] = reversed ? min + max - middle : -middle;
      long reach = Math.max(max - middle, middle - min);
      places.add(add(info.id() + "#item" + (i + 1), -reach, reach));
      most += reach;
      squares += reach * reach;
    }
    int sum = add(info.id() + "#sum", -most, most);
    int square = add(info.id() + "#squares", -squares, squares);
    blocks.add(new ItemBlock(columns, factor, shift, places.get(0)));
    return new Items(info.id(), places, sum, square);
  }

  /** The range is even about 0, so that nothing more is subtracted before products are made. */
  private int add(String id, long min, long max) {
    return positions.add(Variable.number(id, id, 1, min, max, Direction.NEUTRAL));
  }

  private List<ScaleItems.Line> lines(
      ScaleInfo info, Items items, Set<Integer> hidden, Scoring scoring) {
    List<ScaleItems.Line> lines = new ArrayList<>();
    lines.add(new ScaleItems.Line(0, new Alpha(items)));
    int k = items.items().size();
    if (k > 2) {
      lines.add(new ScaleItems.Line(0, new Omega(items, persons)));
      for (int i = 0; i < k; i++) {
        int column = info.items().get(i);
        if (!hidden.contains(column)) {
          int number = scoring.item(column) + 1;
          for (ItemFit.Question question : ItemFit.Question.values()) {
            lines.add(new ScaleItems.Line(number, new ItemFit(items, i, question)));
          }
        }
      }
    }
    return lines;
  }
}
