package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the worked examples of a definition. */
final class ExampleReader {
  private final int items;
  private final Map<String, Scale> scales;

  ExampleReader(int items, Map<String, Scale> scales) {
    this.items = items;
    this.scales = scales;
  }

  Example read(Part part) {
    Part.Fields f = part.fields(Set.of("name", "responses", "sex", "why", "expect"));
    List<String> answers = answers(f, "responses");
    Map<String, Example.Expected> expect = new LinkedHashMap<>();
    f.need("expect")
        .map(Part::entries)
        .orElse(Map.of())
        .forEach((scale, p) -> expect.put(scale, expected(scale, p)));
    return new Example(f.needText("name"), "", answers, List.of(), sex(f), expect, part.line());
  }

  Example readVariant(Part part) {
    Part.Fields f = part.fields(Set.of("variant", "exported", "standard", "sex", "why", "expect"));
    Map<String, Example.Expected> expect = new LinkedHashMap<>();
    f.need("expect")
        .map(Part::entries)
        .orElse(Map.of())
        .forEach((scale, p) -> expect.put(scale, score(scale, p)));
    String variant = f.needText("variant");
    return new Example(
        variant,
        variant,
        answers(f, "exported"),
        answers(f, "standard"),
        sex(f),
        expect,
        part.line());
  }

  private static Sex sex(Part.Fields f) {
    return f.get("sex")
        .map(p -> p.word(List.of("female", "male", "other_or_unknown")))
        .map(w -> Sex.valueOf(w.toUpperCase(Locale.ROOT)))
        .orElse(Sex.OTHER_OR_UNKNOWN);
  }

  private List<String> answers(Part.Fields f, String key) {
    List<String> answers = new ArrayList<>();
    for (Part p : f.need(key).map(Part::list).orElse(List.of())) {
      answers.add(p.isNull() ? "" : p.text());
    }
    if (answers.size() != items) {
      f.owner().wrong(key + " has " + answers.size() + " answers for " + items + " items", "");
      while (answers.size() < items) {
        answers.add("");
      }
    }
    return answers.subList(0, items);
  }

  /** What a variant's example expects: the score of each scale. */
  private Example.Expected score(String scale, Part p) {
    known(scale, p);
    return only(p.isNull() ? Optional.empty() : Optional.of(p.decimal()), "");
  }

  private static Example.Expected only(Optional<BigDecimal> score, String rule) {
    return new Example.Expected(
        score,
        rule,
        Optional.empty(),
        OptionalInt.empty(),
        "",
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private boolean known(String scale, Part p) {
    if (!scales.containsKey(scale)) {
      p.wrong("there is no scale " + scale, "");
      return false;
    }
    return true;
  }

  private Example.Expected expected(String id, Part p) {
    boolean rule = known(id, p) && scales.get(id).method() instanceof Method.Criteria;
    if (rule) {
      return only(Optional.empty(), p.word(List.of("met", "not_met", "unknown")));
    }
    Part.Fields f =
        p.fields(
            Set.of(
                "score",
                "raw",
                "missing",
                "band",
                "cases",
                "sex_fallback",
                "implausible",
                "components"));
    if (!f.entries().containsKey("score")) {
      p.wrong("the key score is missing", "write score: null when there is none");
    }
    Optional<BigDecimal> score = f.get("score").map(Part::decimal);
    OptionalInt missing =
        f.get("missing")
            .map(m -> OptionalInt.of((int) m.whole(0, items)))
            .orElse(OptionalInt.empty());
    Map<String, Boolean> cases = new LinkedHashMap<>();
    f.map("cases").forEach((cutoff, c) -> cases.put(cutoff, c.yes()));
    return new Example.Expected(
        score,
        "",
        f.get("raw").map(Part::decimal),
        missing,
        f.text("band"),
        cases,
        f.get("sex_fallback").map(Part::yes),
        f.get("implausible").map(Part::yes),
        f.list("components").stream().map(c -> c.whole(0, 3)).toList());
  }
}
