package org.caretally.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.estimate.Form;
import org.caretally.estimate.Regressor;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Turns names of a study into regressors: as they are, in bands, as curves, with a reference. */
final class RegressorPlanner {
  private static final int KNOTS = 3;
  private static final String RANGE = "range";
  private static final double[] PLACES = {.05, .35, .65, .95};

  private final Positions positions;
  private final Map<String, Domain> bands = new LinkedHashMap<>();
  private final Problems problems;

  RegressorPlanner(Positions positions, List<Domain> domains, Problems problems) {
    this.positions = positions;
    this.problems = problems;
    domains.stream()
        .filter(d -> d.axes().size() == 1 && d.where().isEmpty())
        .filter(d -> d.axes().get(0).cuts().length > 0)
        .forEach(d -> bands.put(d.id(), d));
  }

  /** Returns the breakdowns in bands of one number. */
  List<Domain> banded() {
    return List.copyOf(bands.values());
  }

  /** Reports a name that can be no part of a model. */
  boolean known(String name, Place place) {
    if (positions.find(name).isPresent() || bands.containsKey(name)) {
      return true;
    }
    List<String> all = new ArrayList<>(positions.ids());
    all.addAll(bands.keySet());
    problems.add(
        new Problem(
            Code.UNKNOWN_NAME,
            place,
            "there is no scale, cut-off or variable \"" + name + "\" for a model",
            "a scale such as phq9.total, a cut-off such as phq9.total:screen_positive, a declared"
                + " variable, or a breakdown that cuts one number into bands",
            Nearest.to(name, all),
            ""));
    return false;
  }

  /** Returns the words of a name that is no measure. */
  String label(String name) {
    Domain domain = positions.find(name).isEmpty() ? bands.get(name) : null;
    return domain == null ? positions.at(positions.of(name)).label() : domain.label();
  }

  /** Makes a regressor of a known name; problems are told, and something plain is returned. */
  Regressor regressor(String name, Study.TermUse terms, Place place) {
    int position = positions.find(name).orElseGet(() -> bands.get(name).axes().get(0).variable());
    Variable variable = positions.at(position);
    Form form = positions.find(name).isPresent() ? Form.of(variable) : form(bands.get(name));
    if (terms.splines().containsKey(name)) {
      form = curve(name, variable, form, terms.splines().get(name), place);
    }
    int reference = -1;
    if (terms.reference().containsKey(name)) {
      reference = reference(name, variable, form, terms.reference().get(name), place);
    }
    return new Regressor(position, variable, form, reference);
  }

  private static Form form(Domain domain) {
    Axis axis = domain.axes().get(0);
    List<Long> cuts = new ArrayList<>();
    for (long cut : axis.cuts()) {
      cuts.add(cut);
    }
    return new Form.Groups(axis.levels(), cuts);
  }

  private int reference(String name, Variable variable, Form form, String wish, Place place) {
    List<String> ids =
        form instanceof Form.Groups groups && !groups.levels().isEmpty()
            ? groups.levels().stream().map(Level::id).toList()
            : variable.kind() == Variable.Kind.NUMBER ? List.of() : List.of("no", "yes");
    if (!ids.contains(wish)) {
      problems.add(
          new Problem(
              Code.UNKNOWN_NAME,
              place,
              "\"" + name + "\" has no level \"" + wish + "\" to be the reference of a model",
              ids.isEmpty() ? "no reference: it is a number" : String.join(", ", ids),
              Nearest.to(wish, ids),
              ""));
    }
    return ids.indexOf(wish);
  }

  private Form curve(String name, Variable variable, Form plain, List<String> texts, Place place) {
    if (!(plain instanceof Form.Plain)) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              place,
              "\"" + name + "\" is no number, so it cannot be a curve",
              "a scale or a declared number under \"splines\"",
              "",
              "remove it from \"splines\""));
      return plain;
    }
    return knots(variable, texts, place)
        .<Form>map(k -> new Form.Spline(variable.grid(), k))
        .orElse(plain);
  }

  /**
   * Returns the knots of a curve: given, at fixed parts of the declared range, or where bands
   * begin. They never come from the data.
   */
  Optional<List<Double>> knots(Variable variable, List<String> texts, Place place) {
    List<Double> knots = new ArrayList<>();
    String first = texts.isEmpty() ? "" : texts.get(0);
    if (texts.size() == 1 && first.equals(RANGE)) {
      for (double part : PLACES) {
        knots.add((variable.min() + part * (variable.max() - variable.min())) / variable.grid());
      }
    } else if (texts.size() == 1 && bands.containsKey(first)) {
      knots.addAll(cuts(bands.get(first), variable));
    } else {
      texts.stream().map(RegressorPlanner::decimal).forEach(knots::add);
    }
    if (fits(variable, knots)) {
      return Optional.of(knots);
    }
    problems.add(
        new Problem(
            Code.VALUE_NOT_ALLOWED,
            place,
            "the knots of a curve of \"" + variable.id() + "\" do not fit",
            "three or more ascending numbers inside its range, the word range, or a breakdown that"
                + " cuts it in three or more bands",
            "",
            "[10, 20, 30, 40]"));
    return Optional.empty();
  }

  /** Returns whether knots ascend inside the declared range, three or more of them. */
  static boolean fits(Variable variable, List<Double> knots) {
    boolean fits = knots.size() >= KNOTS;
    for (int i = 0; i < knots.size(); i++) {
      double cell = knots.get(i) * variable.grid();
      fits &= cell >= variable.min() && cell <= variable.max();
      fits &= i == 0 || knots.get(i) > knots.get(i - 1);
    }
    return fits;
  }

  private static double decimal(String text) {
    return text.matches("-?\\d{1,9}(\\.\\d{1,9})?")
        ? new BigDecimal(text).doubleValue()
        : Double.NaN;
  }

  /** Returns where the bands of a number begin, in its unit. */
  static List<Double> cuts(Domain domain, Variable variable) {
    List<Double> cuts = new ArrayList<>();
    for (long cut : domain.axes().get(0).cuts()) {
      cuts.add((double) cut / variable.grid());
    }
    return cuts;
  }
}
