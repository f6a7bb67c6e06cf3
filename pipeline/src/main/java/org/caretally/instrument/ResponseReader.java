package org.caretally.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.problem.Nearest;

/** Reads items and what can be answered to them. */
final class ResponseReader {
  private static final long LARGEST_CODE = 100_000;

  private ResponseReader() {}

  /** Reads the items of an instrument. */
  static List<Item> items(Part.Fields top) {
    List<String> names = top.need("items").map(Names::read).orElse(List.of());
    Map<String, Responses> sets = new LinkedHashMap<>();
    top.need("response_sets")
        .map(Part::entries)
        .orElse(Map.of())
        .forEach((name, part) -> sets.put(name, set(part)));
    Map<String, Responses> responses = new HashMap<>();
    Map<String, Part> uses = top.need("responses").map(Part::entries).orElse(Map.of());
    uses.forEach((items, part) -> use(items, part, names, sets, responses));
    Map<String, Part> meanings = top.map("item_meaning");
    List<Item> items = new ArrayList<>();
    for (String name : names) {
      Responses r = responses.get(name);
      if (r == null) {
        top.owner().wrong("item " + name + " has no responses", "add it to responses");
        r = new Responses.Clock();
      }
      String meaning = Optional.ofNullable(meanings.get(name)).map(Part::text).orElse("");
      items.add(new Item(name, meaning, r));
    }
    meanings.forEach(
        (name, part) -> {
          if (!names.contains(name)) {
            part.wrong("the instrument has no item " + name, "");
          }
        });
    return items;
  }

  private static void use(
      String items,
      Part part,
      List<String> names,
      Map<String, Responses> sets,
      Map<String, Responses> responses) {
    String set = part.text();
    if (!sets.containsKey(set)) {
      String near = Nearest.to(set, sets.keySet());
      part.wrong(
          "there is no response set \"" + set + "\"", near.isEmpty() ? "" : "did you mean " + near);
      return;
    }
    for (String name : Names.read(items, part)) {
      if (!names.contains(name)) {
        part.wrong("the instrument has no item " + name, "");
      } else if (responses.put(name, sets.get(set)) != null) {
        part.wrong("item " + name + " has responses twice", "");
      }
    }
  }

  private static Responses set(Part part) {
    Part.Fields f =
        part.fields(
            Set.of("codes", "labels", "suspicious_labels", "type", "min", "max", "decimals"));
    if (f.get("type").isEmpty()) {
      return options(f);
    }
    String type = f.get("type").map(p -> p.word(List.of("number", "time_of_day"))).orElse("");
    if (type.equals("time_of_day")) {
      return new Responses.Clock();
    }
    long min = f.need("min").map(p -> p.whole(-LARGEST_CODE, LARGEST_CODE)).orElse(0L);
    long max = f.need("max").map(p -> p.whole(-LARGEST_CODE, LARGEST_CODE)).orElse(1L);
    if (min >= max) {
      part.wrong("min must be below max", "");
      max = min + 1;
    }
    int decimals = f.get("decimals").map(p -> (int) p.whole(0, 4)).orElse(2);
    return new Responses.Range(min, max, decimals);
  }

  private static Responses options(Part.Fields f) {
    List<Long> codes = new ArrayList<>();
    f.need("codes")
        .map(Part::list)
        .orElse(List.of())
        .forEach(p -> codes.add(p.whole(-LARGEST_CODE, LARGEST_CODE)));
    for (int i = 1; i < codes.size(); i++) {
      if (codes.get(i) <= codes.get(i - 1)) {
        f.owner().wrong("codes must ascend", "");
        break;
      }
    }
    if (codes.size() < 2) {
      f.owner().wrong("at least two codes are needed", "");
      return new Responses.Options(List.of(0L, 1L), Map.of(), Map.of());
    }
    Map<String, Long> taken = new HashMap<>();
    Map<Long, List<String>> labels = new LinkedHashMap<>();
    texts(f.map("labels"), codes, taken).forEach(labels::put);
    Map<String, Long> misprints = new LinkedHashMap<>();
    texts(f.map("suspicious_labels"), codes, taken)
        .forEach((code, texts) -> texts.forEach(t -> misprints.put(t, code)));
    return new Responses.Options(
        List.copyOf(codes.stream().distinct().sorted().toList()), labels, misprints);
  }

  private static Map<Long, List<String>> texts(
      Map<String, Part> entries, List<Long> codes, Map<String, Long> taken) {
    Map<Long, List<String>> labels = new LinkedHashMap<>();
    entries.forEach(
        (key, part) -> {
          long code = Figures.number(key, 0);
          if (!codes.contains(code)) {
            part.wrong("the set has no code " + key, "");
            return;
          }
          List<String> texts = new ArrayList<>();
          for (Part text : part.list()) {
            String label = text.text();
            String normal = Labels.normal(label);
            Long before = taken.put(normal, code);
            if (normal.isEmpty() || normal.matches("\\d+")) {
              text.wrong("a label needs letters", "");
            } else if (before != null && before != code) {
              text.wrong(
                  "the label stands for two codes", "labels differ by more than punctuation");
            }
            texts.add(label);
          }
          labels.put(code, texts);
        });
    return labels;
  }
}
