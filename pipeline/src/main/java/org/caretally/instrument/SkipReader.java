package org.caretally.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the skip rules of a definition. */
final class SkipReader {
  private final List<Item> items;
  private final List<String> names;

  SkipReader(List<Item> items) {
    this.items = items;
    this.names = items.stream().map(Item::name).toList();
  }

  List<SkipRule> read(Part.Fields top) {
    List<SkipRule> rules = new ArrayList<>();
    for (Part p : top.list("skip")) {
      Part.Fields f = p.fields(Set.of("when", "fill"));
      Part.Fields when =
          f.need("when")
              .map(w -> w.fields(Set.of("items", "equals", "sum_equals")))
              .orElse(new Part.Fields(p, java.util.Map.of()));
      Part.Fields fill =
          f.need("fill")
              .map(w -> w.fields(Set.of("items", "value", "override")))
              .orElse(new Part.Fields(p, java.util.Map.of()));
      List<Integer> deciding = indexes(when);
      boolean equals = when.get("equals").isPresent();
      if (equals && deciding.size() != 1) {
        p.wrong("equals looks at one item", "use sum_equals for several");
      }
      long sum =
          when.need(equals ? "equals" : "sum_equals").map(v -> v.whole(-1000, 1000)).orElse(0L);
      List<Integer> filled = indexes(fill);
      long value = fill.need("value").map(v -> v.whole(-1000, 1000)).orElse(0L);
      for (int i : filled) {
        if (items.get(i).responses() instanceof Responses.Options o && !o.codes().contains(value)) {
          p.wrong("item " + names.get(i) + " has no code " + value, "");
        }
        if (deciding.contains(i)) {
          p.wrong("item " + names.get(i) + " cannot be filled by its own answer", "");
        }
      }
      rules.add(new SkipRule(deciding, sum, filled, value, fill.yes("override", false)));
    }
    return rules;
  }

  private List<Integer> indexes(Part.Fields f) {
    return f.need("items").map(p -> Names.indexes(p, names)).orElse(List.of());
  }
}
