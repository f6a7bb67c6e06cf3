package org.caretally.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.study.ExportColumn.Kind;

/**
 * Chooses what an export holds: declared variables, scores, cases, bands and weights. Never the
 * key, never the names of strata and PSUs, which may be places, and their numbers only when asked
 * for; never answers about self-harm, and of a number that a breakdown cuts into bands only the
 * band.
 */
public final class ExportPlan {
  private final Plan plan;
  private final Set<String> without;
  private final boolean design;
  private final List<ExportColumn> columns = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private ExportPlan(Plan plan, Set<String> without, boolean design) {
    this.plan = plan;
    this.without = without;
    this.design = design;
  }

  /**
   * Returns the columns of an export.
   *
   * @param without names of declared variables and breakdowns to leave out
   * @param design whether strata and PSUs are wanted, as numbers that stand for them
   */
  public static List<ExportColumn> of(Plan plan, Set<String> without, boolean design) {
    return new ExportPlan(plan, without, design).columns();
  }

  /** Returns the names that can be left out. */
  public static List<String> optional(Plan plan) {
    List<String> names = new ArrayList<>(plan.study().columns().keySet());
    banded(plan).stream().map(Domain::id).filter(id -> !names.contains(id)).forEach(names::add);
    return names;
  }

  private List<ExportColumn> columns() {
    if (plan.coding().roles().wave() >= 0) {
      add("wave", "wave", "Wave", Kind.WAVE, 0, 1, List.of(), true);
    }
    Set<Integer> cut = new HashSet<>();
    for (Domain domain : plan.coding().domains()) {
      domain.axes().stream().filter(a -> a.cuts().length > 0).forEach(a -> cut.add(a.variable()));
    }
    List<Variable> variables = plan.coding().variables();
    int declared = plan.coding().declared().size();
    for (int i = 0; i < declared; i++) {
      if (!cut.contains(i) && !without.contains(variables.get(i).id())) {
        variable(variables.get(i), i, true);
      }
    }
    bands();
    Set<Integer> harm = new HashSet<>();
    plan.coding().scored().forEach(s -> s.safety().forEach(f -> harm.add(f.position())));
    for (int i = declared; i < variables.size(); i++) {
      if (!harm.contains(i)) {
        variable(variables.get(i), i, false);
      }
    }
    if (plan.coding().roles().weight() >= 0) {
      add("weight", "weight", "Weight", Kind.WEIGHT, 0, 1, List.of(), false);
    }
    if (design) {
      sampling();
    }
    return List.copyOf(columns);
  }

  /** Strata and PSUs count among the columns by which people could be told apart. */
  private void sampling() {
    Roles roles = plan.coding().roles();
    if (roles.strata() >= 0) {
      add("stratum", "stratum", "Stratum", Kind.STRATUM, 0, 1, List.of(), true);
    }
    if (roles.psu() >= 0) {
      add("psu", "psu", "Primary sampling unit", Kind.PSU, 0, 1, List.of(), true);
    }
    if (roles.fpc() >= 0) {
      add("fpc", "fpc", "Finite population", Kind.FPC, 0, 1, List.of(), false);
    }
  }

  private void bands() {
    for (Domain domain : banded(plan)) {
      if (!without.contains(domain.id())) {
        int position = plan.coding().domains().indexOf(domain);
        String label = domain.label();
        add(domain.id(), domain.id(), label, Kind.BAND, position, 1, domain.levels(), true);
      }
    }
  }

  private static List<Domain> banded(Plan plan) {
    return plan.coding().domains().stream()
        .filter(d -> d.axes().size() == 1)
        .filter(d -> cutsDeclared(plan, d.axes().get(0)))
        .toList();
  }

  private static boolean cutsDeclared(Plan plan, Axis axis) {
    return axis.cuts().length > 0 && axis.variable() < plan.coding().declared().size();
  }

  private void variable(Variable v, int position, boolean declared) {
    Kind kind =
        switch (v.kind()) {
          case NUMBER -> Kind.NUMBER;
          case CASE -> Kind.CASE;
          case LEVELS -> Kind.LEVEL;
        };
    boolean grouping = declared && kind == Kind.LEVEL;
    add(v.id(), v.id(), v.label(), kind, position, v.grid(), v.levels(), grouping);
  }

  private void add(
      String wanted,
      String id,
      String label,
      Kind kind,
      int position,
      long grid,
      List<Level> levels,
      boolean grouping) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_]+", "_");
    String name = plain;
    for (int i = 2; !names.add(name); i++) {
      name = plain + "_" + i;
    }
    columns.add(new ExportColumn(name, id, label, kind, position, grid, levels, grouping));
  }
}
