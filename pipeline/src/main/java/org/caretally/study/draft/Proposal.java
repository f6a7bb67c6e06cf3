package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.caretally.instrument.Library;
import org.caretally.intake.Export;
import org.caretally.study.draft.Fate.Kind;

/** Decides what every column of an export is taken for; each gets exactly one fate. */
final class Proposal {
  /** Answers of fewer rows are not written down: they may tell who gave them. */
  static final int ROWS = 5;

  private static final int MOST_LEVELS = 20;
  private static final int MOST_GROUPS = 8;

  private final Export export;
  private final List<Facts> columns;
  private final Map<Integer, Fate> fates = new LinkedHashMap<>();
  private final Map<String, Facts> design = new LinkedHashMap<>();
  private final List<Facts> groups = new ArrayList<>();
  private final List<Facts> numbers = new ArrayList<>();
  private final List<Several> several = new ArrayList<>();
  private final Matching matching;

  /**
   * Decides.
   *
   * @param identifying for the position of a column, why it may say who a person is
   */
  Proposal(Export export, Library library, Function<Integer, Optional<String>> identifying) {
    this.export = export;
    columns = Facts.of(export);
    columns.forEach(c -> leftOut(c, identifying));
    matching = new Matching(library, open());
    for (Match match : matching.sure()) {
      match.columns().forEach(c -> fate(c, Kind.ITEM, match.instrument()));
    }
    open().forEach(this::design);
    open().forEach(this::variable);
    several.addAll(Several.of(open()));
    several.forEach(s -> s.columns().forEach(c -> fate(c, Kind.OTHER, "choices of " + s.name())));
    open().forEach(c -> fate(c, Kind.OTHER, describe(c)));
  }

  private void leftOut(Facts c, Function<Integer, Optional<String>> identifying) {
    boolean metadata = export.header().dialect().metadata(export.header().questions().get(c.at()));
    Optional<String> reason = identifying.apply(c.at());
    if (Roles.key(c) && !c.name().isEmpty() && c.filled() > 0) {
      design.putIfAbsent("key", c);
    }
    if (c.name().isEmpty()) {
      fate(c, Kind.UNNAMED, "");
    } else if (c.equals(design.get("key"))) {
      fate(c, Kind.DESIGN, "key");
    } else if (metadata) {
      fate(c, Kind.METADATA, "");
    } else if (c.filled() == 0) {
      fate(c, Kind.EMPTY, "");
    } else {
      reason.ifPresent(r -> fate(c, Kind.IDENTIFYING, r));
    }
  }

  private void fate(Facts c, Kind kind, String words) {
    fates.put(c.at(), new Fate(c, kind, words));
  }

  private List<Facts> open() {
    return columns.stream().filter(c -> !fates.containsKey(c.at())).toList();
  }

  private void design(Facts c) {
    String role =
        Roles.weight(c)
            ? "weight"
            : Roles.stratum(c) ? "strata" : Roles.psu(c) ? "psu" : Roles.wave(c) ? "wave" : "";
    if (!role.isEmpty() && !design.containsKey(role)) {
      design.put(role, c);
      fate(c, Kind.DESIGN, role);
    }
  }

  private void variable(Facts c) {
    boolean list = c.levels(ROWS, MOST_LEVELS).isPresent();
    if (c.numeric() && Roles.range(c).isPresent() && c.counts().size() > (Roles.age(c) ? 4 : 8)) {
      numbers.add(c);
      fate(c, Kind.VARIABLE, "number");
    } else if (list
        && (!c.numeric() || !c.choices().isEmpty())
        && Roles.group(c)
        && groups.size() < MOST_GROUPS) {
      groups.add(c);
      fate(c, Kind.VARIABLE, "breakdown");
    }
  }

  private static String describe(Facts c) {
    if (c.counts().size() == 1) {
      return "one answer or blank, such as a choice of several";
    }
    if (c.levels(ROWS, MOST_LEVELS).isPresent()) {
      return c.numeric() ? "a list of codes" : "a list of answers";
    }
    return c.numeric() ? "numbers" : "free text or many different answers";
  }

  Export export() {
    return export;
  }

  List<Facts> columns() {
    return columns;
  }

  /** Returns the fates in the order of the columns. */
  List<Fate> fates() {
    return columns.stream().map(c -> fates.get(c.at())).toList();
  }

  Matching matching() {
    return matching;
  }

  /** Returns by its role ({@code weight}, {@code strata}, {@code psu}, {@code wave}, key). */
  Optional<Facts> role(String role) {
    return Optional.ofNullable(design.get(role));
  }

  List<Facts> groups() {
    return groups;
  }

  /** Returns questions with several choices; not used unless the user says so. */
  List<Several> several() {
    return several;
  }

  List<Facts> numbers() {
    return numbers;
  }

  /** Returns the answers of a breakdown. */
  static List<String> levels(Facts c) {
    return c.levels(ROWS, MOST_LEVELS).orElse(List.of());
  }

  /** Returns whether many numbers are written with a comma. */
  boolean decimalComma() {
    return export.header().delimiter() != ',' && columns.stream().anyMatch(Facts::decimalComma);
  }

  /** Returns texts that mean "no answer" and that a used column holds. */
  Set<String> missing() {
    Set<Integer> used = new HashSet<>();
    fates.values().stream()
        .filter(f -> f.kind() == Kind.ITEM || f.kind() == Kind.VARIABLE || f.kind() == Kind.DESIGN)
        .forEach(f -> used.add(f.column().at()));
    Set<String> seen = new TreeSet<>();
    for (List<String> row : export.rows()) {
      used.stream().map(row::get).filter(Facts::missing).forEach(seen::add);
    }
    return seen;
  }
}
