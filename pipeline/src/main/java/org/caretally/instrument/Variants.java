package org.caretally.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Finds a variant by name. Two exist for every instrument that has answer options. */
final class Variants {
  /** The export numbers the options of each item 1, 2, 3, ... in the order of the instrument. */
  static final String FROM_ONE = "numbered_from_1";

  /** The export numbers the options of each item 0, 1, 2, ... in the order of the instrument. */
  static final String FROM_ZERO = "numbered_from_0";

  static final Variant NONE = new Variant("", "", Map.of(), false, List.of(), Map.of(), "", false);

  private Variants() {}

  static List<String> names(Instrument instrument) {
    List<String> names = new ArrayList<>();
    instrument.variants().forEach(v -> names.add(v.id()));
    names.add(FROM_ZERO);
    names.add(FROM_ONE);
    return names;
  }

  static Variant find(Instrument instrument, Optional<String> id, Problems problems) {
    if (id.isEmpty()) {
      return NONE;
    }
    String name = id.get();
    Optional<Variant> own = instrument.variant(name);
    if (own.isPresent() && own.get().refused()) {
      problems.add(
          Problem.of(
              Code.VALUE_NOT_ALLOWED,
              Place.in(""),
              instrument.id() + ": the variant " + name + " is not scored: " + own.get().note(),
              "write a definition of your own for that form"));
    }
    if (own.isPresent()) {
      return own.get();
    }
    if (name.equals(FROM_ZERO) || name.equals(FROM_ONE)) {
      return numbered(instrument, name, name.equals(FROM_ONE) ? 1 : 0);
    }
    problems.add(
        new Problem(
            Code.UNKNOWN_NAME,
            Place.in(""),
            instrument.id() + " has no variant " + name,
            "one of " + String.join(", ", names(instrument)),
            Nearest.to(name, names(instrument)),
            ""));
    return NONE;
  }

  private static Variant numbered(Instrument instrument, String name, int first) {
    Map<Integer, Map<Long, Long>> recode = new LinkedHashMap<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      if (instrument.items().get(i).responses() instanceof Responses.Options options) {
        Map<Long, Long> map = new LinkedHashMap<>();
        for (int k = 0; k < options.codes().size(); k++) {
          map.put((long) first + k, options.codes().get(k));
        }
        recode.put(i, map);
      }
    }
    String note = "the export numbers the answers of every item from " + first;
    return new Variant(name, note, recode, false, List.of(), Map.of(), "", false);
  }
}
