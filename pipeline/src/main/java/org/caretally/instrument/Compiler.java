package org.caretally.instrument;

import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Turns scales into programs, variables and words. */
final class Compiler {
  /** Largest cell a score may reach, so that sums of many respondents stay exact. */
  static final long LARGEST = 1L << 40;

  static final List<Level> STATUS =
      List.of(
          new Level("complete", "All items answered"),
          new Level("prorated", "Some items unanswered, still scored"),
          new Level("unscorable", "Too many items unanswered"),
          new Level("blank", "No item answered"));

  private final Instrument instrument;
  private final Variant variant;
  private final int[] columnOf;
  private final Problems problems;
  private final List<Kernel> kernels = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<ScaleInfo> infos = new ArrayList<>();

  Compiler(Instrument instrument, Variant variant, int[] columnOf, Problems problems) {
    this.instrument = instrument;
    this.variant = variant;
    this.columnOf = columnOf;
    this.problems = problems;
  }

  List<Kernel> kernels() {
    return kernels;
  }

  List<Variable> variables() {
    return variables;
  }

  List<ScaleInfo> infos() {
    return infos;
  }

  void add(Scale scale) {
    String id = instrument.id() + "." + scale.id();
    try {
      kernels.add(kernel(id, scale));
      infos.add(info(id, scale));
    } catch (ArithmeticException overflow) {
      problems.add(
          Problem.of(
              Code.VALUE_NOT_ALLOWED,
              Place.in(""),
              id + ": with this missing rule the exact score needs larger numbers than can be held",
              "allow fewer unanswered items"));
    }
  }

  private Kernel kernel(String id, Scale scale) {
    if (scale.method() instanceof Method.Total t) {
      TotalKernel k = new TotalKernel(t, columns(t.set()), scale);
      number(id, scale, k.grid(), k.min(), k.max());
      return k;
    }
    if (scale.method() instanceof Method.Quotient r) {
      number(
          id,
          scale,
          QuotientKernel.GRID,
          Exact.floor(r.min(), QuotientKernel.GRID),
          Exact.ceil(r.max(), QuotientKernel.GRID));
      return new QuotientKernel(
          columns(r.numerator()), columns(r.denominator()), r.min(), r.max(), scale);
    }
    if (scale.method() instanceof Method.BuiltIn b) {
      number(id, scale, 1, b.min(), b.max());
      return psqi(scale);
    }
    variables.add(Variable.yesNo(id, scale.label(), scale.direction()));
    return new CriteriaKernel((Method.Criteria) scale.method(), columnOf);
  }

  private Columns columns(ItemSet set) {
    return new Columns(set, instrument.items(), columnOf);
  }

  private Kernel psqi(Scale scale) {
    List<Item> items = instrument.items();
    boolean seven = variant.option().equals(PsqiKernel.SEVEN_HOURS);
    return new PsqiKernel(
        columnOf, items.get(1).responses().grid(), items.get(3).responses().grid(), seven, scale);
  }

  private void number(String id, Scale scale, long grid, long min, long max) {
    if (Math.max(Math.abs(min), Math.abs(max)) > LARGEST) {
      throw new ArithmeticException("score too large");
    }
    variables.add(Variable.number(id, scale.label(), grid, min, max, scale.direction()));
    for (Cutoff c : scale.cutoffs()) {
      String label = scale.label() + " " + c.words();
      variables.add(Variable.yesNo(id + ":" + c.id(), label, caseDirection(scale, c)));
    }
    if (!scale.bands().isEmpty()) {
      List<Level> levels = scale.bands().stream().map(Band::level).toList();
      variables.add(Variable.levels(id + "#band", scale.label() + ", band", levels));
    }
    variables.add(Variable.levels(id + "#status", scale.label() + ", completeness", STATUS));
  }

  private static Direction caseDirection(Scale scale, Cutoff cutoff) {
    if (scale.direction() == Direction.NEUTRAL) {
      return Direction.NEUTRAL;
    }
    boolean worse = scale.direction() == Direction.WORSE;
    return worse == cutoff.female().op().upward() ? Direction.WORSE : Direction.BETTER;
  }

  private ScaleInfo info(String id, Scale scale) {
    boolean rule = scale.method() instanceof Method.Criteria;
    String headline =
        scale.cutoffs().stream()
            .filter(Cutoff::byDefault)
            .findFirst()
            .map(c -> id + ":" + c.id())
            .orElse("");
    List<ScaleInfo.CutoffInfo> cutoffs =
        scale.cutoffs().stream()
            .map(
                c ->
                    new ScaleInfo.CutoffInfo(
                        id + ":" + c.id(),
                        c.words(),
                        c.source(),
                        c.note(),
                        c.evidence().words(),
                        c.bySex()))
            .toList();
    return new ScaleInfo(
        id,
        scale.label(),
        scale.direction(),
        instrument.constructs(),
        scale.method().items().stream().map(i -> columnOf[i]).sorted().toList(),
        reversed(scale.method()).stream().map(i -> columnOf[i]).sorted().toList(),
        rule,
        rule ? id : headline,
        cutoffs,
        bands(scale.bands()),
        scale.bands().isEmpty() ? "" : scale.bandsEvidence().words(),
        bands(scale.groupBands()),
        MissingWords.of(scale.method()),
        scale.range(),
        scale.evidence().words(),
        scale.note());
  }

  private static List<Integer> reversed(Method method) {
    return method instanceof Method.Total t ? List.copyOf(t.set().reversed()) : List.of();
  }

  private static List<ScaleInfo.BandInfo> bands(List<Band> bands) {
    return bands.stream()
        .map(
            b ->
                new ScaleInfo.BandInfo(
                    b.id(),
                    b.level().label(),
                    (b.above() ? "above " : "from ") + Exact.text(b.from())))
        .toList();
  }
}
