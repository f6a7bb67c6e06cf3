package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a row holds the answers that make a scale, for people who answered all of its items: each
 * item, turned so that all point the same way, less a number near the middle of its range; their
 * sum; and the sum of their squares. For others all of these are missing.
 *
 * @param scale id of the scale
 * @param items positions of the items
 * @param sum position of the sum
 * @param squares position of the sum of squares
 */
public record Items(String scale, List<Integer> items, int sum, int squares)
    implements Serializable {
  /** Copies the list. */
  public Items {
    items = List.copyOf(items);
    if (items.size() < 2) {
      throw new IllegalArgumentException("a scale of one item");
    }
  }

  int size() {
    return items.size();
  }

  Term answered() {
    return new Term.Answered(sum);
  }

  Term item(int i) {
    return new Term.Value(items.get(i), 0);
  }

  Term total() {
    return new Term.Value(sum, 0);
  }

  /** Σ w, every Σ w x, Σ w Σ x², Σ w S, Σ w S². */
  List<Term> forAlpha() {
    List<Term> terms = new ArrayList<>();
    terms.add(answered());
    for (int i = 0; i < size(); i++) {
      terms.add(item(i));
    }
    terms.add(new Term.Value(squares, 0));
    terms.add(total());
    terms.add(total().times(total()));
    return terms;
  }

  /** Σ w, every Σ w x, every Σ w x_i x_j with i not above j. */
  List<Term> forCovariance() {
    List<Term> terms = new ArrayList<>();
    terms.add(answered());
    for (int i = 0; i < size(); i++) {
      terms.add(item(i));
    }
    for (int i = 0; i < size(); i++) {
      for (int j = i; j < size(); j++) {
        terms.add(item(i).times(item(j)));
      }
    }
    return terms;
  }
}
