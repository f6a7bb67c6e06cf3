package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.codebook.Direction;

/** Reads the scales of a definition. */
final class ScaleReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "label",
          "method",
          "items",
          "reverse",
          "numerator",
          "denominator",
          "all_of",
          "multiply",
          "round",
          "range",
          "direction",
          "missing",
          "bands",
          "bands_enabled",
          "bands_evidence",
          "bands_note",
          "cutoffs",
          "group_level_bands",
          "group_level_evidence",
          "note",
          "evidence",
          "partition");

  private final List<Item> items;
  private final List<String> names;

  ScaleReader(List<Item> items) {
    this.items = items;
    this.names = items.stream().map(Item::name).toList();
  }

  Scale read(Part part) {
    Part.Fields f = part.fields(KEYS);
    String id = f.needText("id");
    if (!id.matches("[a-z][a-z0-9_]*")) {
      part.wrong("the id of a scale has small letters, digits and _ only", "");
    }
    Direction direction =
        f.need("direction")
            .map(p -> p.word(List.of("worse", "better", "neutral")))
            .map(w -> Direction.valueOf(w.toUpperCase(Locale.ROOT)))
            .orElse(Direction.NEUTRAL);
    Method method = method(f);
    Evidence convention = Evidence.CONVENTION;
    return new Scale(
        id,
        f.needText("label"),
        direction,
        method,
        ScaleRange.words(f, method, items),
        bands(f, "bands"),
        f.yes("bands_enabled", true),
        f.evidence("bands_evidence", f.evidence("evidence", Evidence.LOOKUP)),
        f.text("bands_note"),
        CutoffReader.read(f, method),
        bands(f, "group_level_bands"),
        f.evidence("group_level_evidence", convention),
        f.evidence("evidence", Evidence.LOOKUP),
        f.text("note"));
  }

  private Method method(Part.Fields f) {
    Part part = f.need("method").orElse(f.owner());
    String name = f.text("method");
    return switch (name) {
      case "sum", "mean" -> total(f, name.equals("mean"));
      case "ratio" ->
          new Method.Quotient(
              f.need("numerator").map(this::side).orElse(none()),
              f.need("denominator").map(this::side).orElse(none()),
              ScaleRange.bound(f, 0),
              ScaleRange.bound(f, 1));
      case "criteria" -> criteria(f);
      case "builtin:psqi" -> psqi(f, part);
      default -> {
        part.wrong("the method is sum, mean, ratio, criteria or builtin:psqi", "");
        yield new Method.Criteria(List.of());
      }
    };
  }

  private Method criteria(Part.Fields f) {
    List<Method.Criterion> all = new ArrayList<>();
    f.need("all_of").map(Part::list).orElse(List.of()).forEach(p -> all.add(criterion(p)));
    if (all.isEmpty()) {
      f.owner().wrong("all_of needs at least one rule", "");
    }
    return new Method.Criteria(all);
  }

  private Method psqi(Part.Fields f, Part part) {
    boolean clocks =
        items.size() == PsqiKernel.ITEMS
            && items.get(0).responses() instanceof Responses.Clock
            && items.get(1).responses() instanceof Responses.Range
            && items.get(2).responses() instanceof Responses.Clock
            && items.get(3).responses() instanceof Responses.Range;
    if (!clocks) {
      part.wrong("builtin:psqi needs the 18 items of the PSQI in their order", "");
    }
    long min = ScaleRange.bound(f, 0).longValue();
    long max = ScaleRange.bound(f, 1).longValue();
    return new Method.BuiltIn(PsqiKernel.NAME, set(f).indexes(), min, max);
  }

  private static ItemSet none() {
    return new ItemSet(List.of(), Set.of());
  }

  private ItemSet side(Part part) {
    return set(part.fields(Set.of("items", "reverse")));
  }

  private ItemSet set(Part.Fields f) {
    List<Integer> indexes = f.need("items").map(p -> Names.indexes(p, names)).orElse(List.of());
    Optional<Part> reverse = f.get("reverse").filter(p -> !p.text().isEmpty());
    List<Integer> reversed = reverse.map(p -> Names.indexes(p, names)).orElse(List.of());
    for (int i : reversed) {
      if (!indexes.contains(i)) {
        reverse.get().wrong("item " + names.get(i) + " is reversed but not in items", "");
      }
    }
    for (int i : indexes) {
      if (items.get(i).responses() instanceof Responses.Clock
          && !f.text("method").startsWith("builtin")) {
        f.owner().wrong("item " + names.get(i) + " is a time of day and cannot be added", "");
      }
    }
    return new ItemSet(indexes, new HashSet<>(reversed));
  }

  private Method total(Part.Fields f, boolean mean) {
    ItemSet set = set(f);
    long multiply = f.get("multiply").map(p -> p.whole(1, 1000)).orElse(1L);
    boolean options = set.indexes().stream().allMatch(i -> items.get(i).responses().grid() == 1);
    boolean halfUp =
        f.get("round")
            .map(p -> p.word(List.of("half_up", "none")).equals("half_up"))
            .orElse(!mean && options);
    if (mean && halfUp) {
      f.owner().wrong("a mean is never rounded", "leave round out");
    }
    int missing = 0;
    Evidence evidence = Evidence.CONVENTION;
    Optional<Part> rule = f.need("missing");
    if (rule.isPresent()) {
      Part.Fields m = rule.get().fields(Set.of("max_missing", "strategy", "evidence", "exception"));
      int most = Math.max(0, set.indexes().size() - 1);
      missing = m.need("max_missing").map(p -> (int) p.whole(0, most)).orElse(0);
      boolean prorate =
          m.need("strategy")
              .map(p -> p.word(List.of("fail", "prorate")))
              .orElse("")
              .equals("prorate");
      if (prorate != (missing > 0)) {
        rule.get().wrong("prorate goes with max_missing above 0, fail with 0", "");
      }
      evidence = m.evidence("evidence", Evidence.CONVENTION);
    }
    return new Method.Total(mean, set, multiply, halfUp, missing, evidence);
  }

  private Method.Criterion criterion(Part part) {
    Part.Fields f = part.fields(Set.of("at_least", "items", "item_gte", "item_gte_override"));
    List<Integer> indexes = f.need("items").map(p -> Names.indexes(p, names)).orElse(List.of());
    long code = f.need("item_gte").map(p -> p.whole(-100_000, 100_000)).orElse(0L);
    Map<Integer, Long> codeOf = new HashMap<>();
    f.map("item_gte_override")
        .forEach(
            (name, p) -> {
              int i = names.indexOf(name);
              if (!indexes.contains(i)) {
                p.wrong("item " + name + " is not in items", "");
              }
              codeOf.put(i, p.whole(-100_000, 100_000));
            });
    int n = Math.max(1, indexes.size());
    int atLeast = f.need("at_least").map(p -> (int) p.whole(1, n)).orElse(1);
    return new Method.Criterion(atLeast, indexes, code, codeOf);
  }

  /** Bands are written {@code [[0, low], [5, high]]} or, for groups, with from or above. */
  private static List<Band> bands(Part.Fields f, String key) {
    List<Band> bands = new ArrayList<>();
    for (Part p : f.list(key)) {
      if (key.equals("bands")) {
        List<Part> pair = p.list();
        if (pair.size() != 2) {
          p.wrong("a band is written [lower bound, name]", "");
          continue;
        }
        bands.add(new Band(pair.get(1).text(), pair.get(0).decimal(), false));
      } else {
        Part.Fields g = p.fields(Set.of("from", "above", "id"));
        boolean above = g.get("above").isPresent();
        BigDecimal bound = g.need(above ? "above" : "from").map(Part::decimal).orElse(null);
        bands.add(new Band(g.needText("id"), bound == null ? BigDecimal.ZERO : bound, above));
      }
    }
    if (bands.stream().anyMatch(b -> b.from().stripTrailingZeros().scale() > 4)) {
      f.owner().wrong(key + ": a bound has at most four decimals", "");
    }
    for (int i = 0; i < bands.size(); i++) {
      if (!bands.get(i).id().matches("[a-z][a-z0-9_]*")) {
        f.owner().wrong(key + ": the name of a band has small letters, digits and _ only", "");
      }
      if (i > 0 && bands.get(i).from().compareTo(bands.get(i - 1).from()) <= 0) {
        f.owner().wrong(key + " must ascend", "");
      }
    }
    if (bands.stream().map(Band::id).distinct().count() < bands.size()) {
      f.owner().wrong(key + " has a name twice", "");
    }
    return bands;
  }
}
