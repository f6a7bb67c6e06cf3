package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the variants of a definition. */
final class VariantReader {
  private final List<Item> items;
  private final List<String> names;
  private final Set<String> cutoffs;

  VariantReader(List<Item> items, Set<String> cutoffs) {
    this.items = items;
    this.names = items.stream().map(Item::name).toList();
    this.cutoffs = cutoffs;
  }

  Variant read(Part part) {
    Part.Fields f =
        part.fields(Set.of("id", "note", "transform", "renumber", "cutoffs", "option", "refused"));
    String id = f.needText("id");
    if (!id.matches("[a-z][a-z0-9_]*")
        || id.equals(Variants.FROM_ONE)
        || id.equals(Variants.FROM_ZERO)) {
      part.wrong("the id of a variant has small letters, digits and _ and is not reserved", "");
    }
    Map<Integer, Map<Long, Long>> recode = new LinkedHashMap<>();
    boolean labels = false;
    Optional<Part> transform = f.get("transform");
    if (transform.isPresent()) {
      Part.Fields t = transform.get().fields(Set.of("items", "shift", "multiply", "map", "labels"));
      recode.putAll(recode(t));
      labels = t.yes("labels", false);
    }
    Map<String, BigDecimal> own = new LinkedHashMap<>();
    f.map("cutoffs")
        .forEach(
            (key, p) -> {
              if (!cutoffs.contains(key)) {
                p.wrong("there is no cut-off " + key, "one of " + String.join(", ", cutoffs));
              }
              own.put(key, p.decimal());
            });
    f.get("option").ifPresent(p -> p.word(List.of(PsqiKernel.SEVEN_HOURS)));
    return new Variant(
        id,
        f.needText("note"),
        recode,
        labels,
        f.get("renumber").map(this::printed).orElse(List.of()),
        own,
        f.text("option"),
        f.yes("refused", false));
  }

  private Map<Integer, Map<Long, Long>> recode(Part.Fields t) {
    List<Integer> on =
        t.get("items")
            .map(p -> Names.indexes(p, names))
            .orElse(IntStream.range(0, items.size()).boxed().toList());
    long shift = t.get("shift").map(p -> p.whole(-1000, 1000)).orElse(0L);
    long multiply = t.get("multiply").map(p -> p.whole(1, 1000)).orElse(1L);
    Map<Long, Long> map = new LinkedHashMap<>();
    t.map("map").forEach((key, p) -> map.put(Figures.number(key, 0), p.whole(-100_000, 100_000)));
    Map<Integer, Map<Long, Long>> recode = new LinkedHashMap<>();
    for (int i : on) {
      if (!(items.get(i).responses() instanceof Responses.Options o)) {
        continue;
      }
      Map<Long, Long> one = new LinkedHashMap<>(map);
      if (map.isEmpty()) {
        for (long code : o.codes()) {
          if (code % multiply != 0) {
            t.owner().wrong("code " + code + " is no multiple of " + multiply, "");
          }
          one.put(code / multiply - shift, code);
        }
      }
      if (!o.codes().containsAll(one.values())) {
        t.owner().wrong("item " + names.get(i) + " does not have all codes of the map", "");
      }
      recode.put(i, one);
    }
    return recode;
  }

  /** Reads {@code printed number: item}, for the numbers that differ. */
  private List<Integer> printed(Part part) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
    part.entries()
        .forEach(
            (number, item) -> {
              int at = names.indexOf(number);
              int index = names.indexOf(item.text());
              if (at < 0 || index < 0) {
                item.wrong("renumber names an item that does not exist", "");
              } else {
                order.set(at, index);
              }
            });
    if (order.stream().distinct().count() < order.size()) {
      part.wrong("every item must be printed exactly once", "");
      return List.of();
    }
    return order;
  }
}
