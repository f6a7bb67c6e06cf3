package org.caretally.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caretally.problem.Code;
import org.caretally.problem.Place;

/** Reads the breakdowns. */
final class DomainsReader {
  private final Remarks remarks;
  private final Names names;
  private final ConditionsReader conditions;

  DomainsReader(Remarks remarks, Names names, ConditionsReader conditions) {
    this.remarks = remarks;
    this.names = names;
    this.conditions = conditions;
  }

  List<Study.DomainUse> read(Map<String, Entry> entries) {
    Map<String, Study.DomainUse> domains = new LinkedHashMap<>();
    entries.forEach(
        (id, entry) -> {
          Shape.name(remarks, entry, "a breakdown");
          domains.put(id, domain(id, entry));
        });
    domains.values().forEach(d -> crossed(d, domains));
    return List.copyOf(domains.values());
  }

  private Study.DomainUse domain(String id, Entry entry) {
    String owner = owner(id);
    Place place = entry.place();
    if (Nodes.isText(entry.value()) && !Nodes.empty(entry.value())) {
      String of = Nodes.text(entry.value()).orElse("");
      single(of, place, owner, List.of(), false);
      return new Study.DomainUse(
          id, label(of), List.of(of), List.of(), List.of(), List.of(), place);
    }
    Fields fields =
        Fields.read(remarks, entry.value(), Section.DOMAIN, owner, place, id + ": profession");
    List<String> of = fields.texts("of");
    List<String> cuts = fields.texts("cuts");
    if (!fields.has("of") && !fields.has("where")) {
      fields.require("of");
    }
    if (of.size() == 1) {
      single(of.get(0), fields.at("of"), owner, cuts, fields.has("cuts"));
      ascending(fields, of.get(0), cuts);
    } else if (fields.has("of") && (of.isEmpty() || new LinkedHashSet<>(of).size() < of.size())) {
      fields.notAllowed("of", String.join(", ", of), "one variable, or different ones to cross");
    }
    if (of.size() != 1 && (fields.has("cuts") || fields.has("labels"))) {
      String key = fields.has("cuts") ? "cuts" : "labels";
      fields.notAllowed(
          key, Paste.list(fields.texts(key)), "no " + key + ": they need \"of\" with one number");
    }
    List<String> labels = fields.texts("labels");
    if (of.size() == 1 && !labels.isEmpty() && labels.size() != cuts.size()) {
      fields.notAllowed(
          "labels",
          Paste.list(labels),
          cuts.size() + " texts, one for each cut (a cut begins a band)");
    }
    String label =
        of.isEmpty() ? id : of.stream().map(this::label).collect(Collectors.joining(" by "));
    return new Study.DomainUse(
        id, fields.text("label").orElse(label), of, cuts, labels, conditions.where(fields), place);
  }

  private static String owner(String id) {
    return "breakdown " + Paste.quoted(id);
  }

  private String label(String name) {
    return names.columns().containsKey(name) ? names.columns().get(name).label() : name;
  }

  private void single(String of, Place place, String owner, List<String> cuts, boolean hasCuts) {
    if (!names.variable(of, place, owner)) {
      return;
    }
    if (names.number(of) && cuts.isEmpty()) {
      remarks.add(
          Code.MISSING_KEY,
          place,
          Paste.quoted(of) + " is a number, and " + owner + " does not say how to cut it",
          "\"cuts\": where each band begins",
          "{of: " + of + ", cuts: [18, 40, 60]}");
    } else if (names.levels(of) && hasCuts) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          place,
          Paste.quoted(of) + " has levels, so " + owner + " cannot cut it",
          "no \"cuts\"",
          "{of: " + of + "}");
    }
  }

  private void ascending(Fields fields, String of, List<String> cuts) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String cut : cuts) {
      Shape.decimal(remarks, fields.at("cuts"), cut, "\"cuts\" of " + fields.owner())
          .ifPresent(numbers::add);
    }
    List<String> sorted =
        numbers.stream().sorted().distinct().map(BigDecimal::toPlainString).toList();
    if (!sorted.equals(numbers.stream().map(BigDecimal::toPlainString).toList())) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          fields.at("cuts"),
          "the cuts of " + fields.owner() + " do not rise",
          "where each band begins, from small to large",
          "cuts: [" + String.join(", ", sorted) + "]");
    } else if (names.number(of) && !numbers.isEmpty()) {
      inside(fields, names.columns().get(of).number().orElseThrow(), numbers);
    }
  }

  private void inside(Fields fields, Study.NumberRange range, List<BigDecimal> cuts) {
    for (BigDecimal cut : cuts) {
      if (cut.stripTrailingZeros().scale() > range.decimals()) {
        fields.notAllowed(
            "cuts",
            cut.toPlainString(),
            "at most " + range.decimals() + " decimals, as the variable has");
      }
      if (cut.compareTo(BigDecimal.valueOf(range.max())) > 0) {
        fields.notAllowed("cuts", cut.toPlainString(), "a value up to " + range.max());
      }
    }
  }

  /** A crossing names breakdowns that are no crossings themselves, or variables with levels. */
  private void crossed(Study.DomainUse domain, Map<String, Study.DomainUse> domains) {
    if (domain.of().size() < 2) {
      return;
    }
    for (String part : domain.of()) {
      Study.DomainUse other = domains.get(part);
      if (other != null && other.of().size() > 1) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            domain.place(),
            Paste.quoted(part) + " in " + owner(domain.id()) + " is a crossing itself",
            "breakdowns that are no crossings, or variables with levels",
            "of: " + Paste.list(parts(domain, domains)));
      } else if (other == null && names.number(part)) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            domain.place(),
            Paste.quoted(part) + " in " + owner(domain.id()) + " is a number and cannot be crossed",
            "breakdowns, or variables with levels",
            part + "_group: {of: " + part + ", cuts: [18, 40, 60]}, and cross " + part + "_group");
      } else if (other == null && !names.columns().containsKey(part)) {
        LinkedHashSet<String> known = new LinkedHashSet<>(domains.keySet());
        known.addAll(names.columns().keySet());
        known.remove(domain.id());
        names.unknown(
            part, domain.place(), owner(domain.id()), "a breakdown or a declared variable", known);
      }
    }
  }

  private static List<String> parts(Study.DomainUse domain, Map<String, Study.DomainUse> domains) {
    return domain.of().stream()
        .flatMap(p -> domains.containsKey(p) ? domains.get(p).of().stream() : List.of(p).stream())
        .filter(p -> !p.equals(domain.id()))
        .distinct()
        .toList();
  }
}
