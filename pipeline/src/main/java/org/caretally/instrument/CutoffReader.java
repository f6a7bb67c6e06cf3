package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the cut-offs of a scale. */
final class CutoffReader {
  private static final Set<String> KEYS =
      Set.of("id", "op", "value", "by_sex", "default", "enabled", "source", "note", "evidence");

  private CutoffReader() {}

  static List<Cutoff> read(Part.Fields scale, Method method) {
    List<Cutoff> cutoffs = new ArrayList<>();
    for (Part part : scale.list("cutoffs")) {
      cutoffs.add(one(part));
    }
    if (method instanceof Method.Criteria && !cutoffs.isEmpty()) {
      scale.owner().wrong("a rule has no cut-offs", "leave cutoffs out");
    }
    if (cutoffs.stream().map(Cutoff::id).distinct().count() < cutoffs.size()) {
      scale.owner().wrong("two cut-offs have the same id", "");
    }
    long headline = cutoffs.stream().filter(Cutoff::byDefault).count();
    if (headline > 1) {
      scale.owner().wrong("more than one cut-off is the default", "keep default: true once");
    }
    return cutoffs;
  }

  private static Cutoff one(Part part) {
    Part.Fields f = part.fields(KEYS);
    String id = f.needText("id");
    if (!id.matches("[a-z][a-z0-9_]*")) {
      part.wrong("the id of a cut-off has small letters, digits and _ only", "");
    }
    boolean bySex = f.get("by_sex").isPresent();
    Map<Sex, Part.Fields> by = new EnumMap<>(Sex.class);
    for (Sex sex : Sex.values()) {
      by.put(sex, bySex ? sex(f, sex) : f);
    }
    if (bySex && (f.get("op").isPresent() || f.get("value").isPresent())) {
      part.wrong("a cut-off by sex has no op and value of its own", "");
    }
    return new Cutoff(
        id,
        threshold(by.get(Sex.FEMALE)),
        threshold(by.get(Sex.MALE)),
        threshold(by.get(Sex.OTHER_OR_UNKNOWN)),
        bySex,
        bySex && by.get(Sex.OTHER_OR_UNKNOWN).yes("flag", false),
        f.yes("default", false),
        f.yes("enabled", true),
        f.text("source"),
        f.text("note"),
        f.need("evidence").map(Part::evidence).orElse(Evidence.CONVENTION));
  }

  private static Part.Fields sex(Part.Fields f, Sex sex) {
    Part.Fields sexes =
        f.get("by_sex").orElseThrow().fields(Set.of("female", "male", "other_or_unknown"));
    return sexes
        .need(sex.name().toLowerCase(Locale.ROOT))
        .map(p -> p.fields(Set.of("op", "value", "flag")))
        .orElse(new Part.Fields(f.owner(), Map.of()));
  }

  private static Threshold threshold(Part.Fields f) {
    Threshold.Op op =
        f.need("op")
            .map(p -> p.word(List.of("gte", "gt", "lte", "lt")))
            .map(w -> Threshold.Op.valueOf(w.toUpperCase(Locale.ROOT)))
            .orElse(Threshold.Op.GTE);
    BigDecimal value = f.need("value").map(Part::decimal).orElse(BigDecimal.ZERO);
    if (value.stripTrailingZeros().scale() > 4) {
      f.owner().wrong("a cut-off has at most four decimals", "");
    }
    return new Threshold(op, value);
  }
}
