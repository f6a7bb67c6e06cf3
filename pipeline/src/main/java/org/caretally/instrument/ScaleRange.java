package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.List;

/** Checks the declared range of a scale against what its items can give. */
final class ScaleRange {
  private ScaleRange() {}

  /** Returns the lower (0) or upper (1) declared bound. */
  static BigDecimal bound(Part.Fields f, int which) {
    List<Part> range = f.list("range");
    return range.size() == 2 ? range.get(which).decimal() : BigDecimal.valueOf(which);
  }

  /** Returns the range in words; a range that the items cannot give is a problem. */
  static String words(Part.Fields f, Method method, List<Item> items) {
    if (method instanceof Method.Criteria) {
      f.get("range").ifPresent(p -> p.wrong("a rule has no range", "leave range out"));
      return "";
    }
    if (f.need("range").isEmpty() || f.list("range").size() != 2) {
      f.get("range").ifPresent(p -> p.wrong("a range is written [smallest, largest]", ""));
      return "";
    }
    BigDecimal low = bound(f, 0);
    BigDecimal high = bound(f, 1);
    if (low.compareTo(high) >= 0) {
      f.owner().wrong("the range must run from small to large", "");
    }
    if (method instanceof Method.Total t && !t.items().isEmpty()) {
      BigDecimal[] found = total(t, items);
      if (found[0].compareTo(low) != 0 || found[1].compareTo(high) != 0) {
        String real = Exact.text(found[0]) + " to " + Exact.text(found[1]);
        f.owner().wrong("the declared range does not fit the items, which give " + real, "");
      }
    }
    List<Part> bands = f.list("bands");
    if (!bands.isEmpty() && bands.get(0).list().size() == 2) {
      if (bands.get(0).list().get(0).decimal().compareTo(low) != 0) {
        f.owner().wrong("the first band must start at the smallest score", "");
      }
    }
    return Exact.text(low) + " to " + Exact.text(high);
  }

  private static BigDecimal[] total(Method.Total t, List<Item> items) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (int i : t.items()) {
      Responses r = items.get(i).responses();
      BigDecimal grid = BigDecimal.valueOf(r.grid());
      low = low.add(BigDecimal.valueOf(r.min()).divide(grid));
      high = high.add(BigDecimal.valueOf(r.max()).divide(grid));
    }
    BigDecimal factor = BigDecimal.valueOf(t.multiply());
    low = low.multiply(factor);
    high = high.multiply(factor);
    if (t.mean()) {
      BigDecimal n = BigDecimal.valueOf(t.items().size());
      java.math.MathContext exact = java.math.MathContext.DECIMAL64;
      return new BigDecimal[] {low.divide(n, exact), high.divide(n, exact)};
    }
    return new BigDecimal[] {low, high};
  }
}
