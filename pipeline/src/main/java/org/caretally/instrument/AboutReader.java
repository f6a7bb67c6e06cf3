package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a definition says about an instrument besides its key. */
final class AboutReader {
  private final Part.Fields top;
  private final List<String> names;

  AboutReader(Part.Fields top, List<String> names) {
    this.top = top;
    this.names = names;
  }

  Licence licence() {
    Part.Fields f =
        top.need("licence")
            .map(p -> p.fields(Set.of("status", "may_ship_wording", "holder", "note", "evidence")))
            .orElse(new Part.Fields(top.owner(), Map.of()));
    List<String> statuses =
        List.of(
            "public_domain",
            "free_with_citation",
            "free_with_attribution",
            "free_noncommercial",
            "permission_needed",
            "licence_needed",
            "proprietary",
            "project");
    return new Licence(
        f.need("status").map(p -> p.word(statuses)).orElse("project"),
        f.yes("may_ship_wording", false),
        f.text("holder"),
        f.text("note"),
        f.evidence("evidence", Evidence.PROJECT));
  }

  List<Overlap> overlaps(Set<String> scales) {
    List<Overlap> overlaps = new ArrayList<>();
    for (Part p : top.list("overlaps")) {
      Part.Fields f = p.fields(Set.of("scale", "with", "kind", "note"));
      String scale = f.needText("scale");
      if (!scales.contains(scale)) {
        p.wrong("there is no scale " + scale, "");
      }
      String kind = f.need("kind").map(k -> k.word(List.of("content", "same_items"))).orElse("");
      overlaps.add(new Overlap(scale, f.needText("with"), kind, f.text("note")));
    }
    return overlaps;
  }

  List<SafetyItem> safety() {
    List<SafetyItem> safety = new ArrayList<>();
    for (Part p : top.list("safety_items")) {
      Part.Fields f = p.fields(Set.of("item", "at_least", "report"));
      int index = names.indexOf(f.needText("item"));
      if (index < 0) {
        p.wrong("the instrument has no such item", "");
      }
      f.need("report").ifPresent(r -> r.word(List.of("aggregate_only")));
      safety.add(new SafetyItem(index, f.need("at_least").map(a -> a.whole(-9, 1000)).orElse(1L)));
    }
    return safety;
  }

  List<BigDecimal> alpha() {
    List<BigDecimal> alpha = top.list("alpha_typical").stream().map(Part::decimal).toList();
    if (!alpha.isEmpty() && (alpha.size() != 2 || alpha.get(0).compareTo(alpha.get(1)) > 0)) {
      top.owner().wrong("alpha_typical is written [lowest, highest]", "");
    }
    return alpha;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String key : List.of("note", "coding", "item_order", "skip_note")) {
      top.get(key).ifPresent(p -> notes.add(p.text()));
    }
    return List.copyOf(notes);
  }
}
