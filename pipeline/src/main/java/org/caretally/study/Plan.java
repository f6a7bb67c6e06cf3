package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.estimate.Cell;
import org.caretally.instrument.Construct;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;
import org.caretally.instrument.ScaleInfo;
import org.caretally.problem.Problem;

/**
 * A study made ready to run: everything looked up, checked against the files' headers and compiled.
 *
 * @param study the study file
 * @param coding what the engine needs
 * @param measures means and prevalences, in the order of the report
 * @param bands severity bands
 * @param ends shares at the lowest and highest possible score of scales
 * @param safety shares that endorsed a safety item, for the newest wave only
 * @param pairs correlations
 * @param models regression models
 * @param doses curves of challenges over a number
 * @param headline ids of the measures that stand for their construct in the overview
 * @param changes ids of the measures whose change to the newest wave was planned
 * @param cells cells in order, with the words for their domain and level
 * @param pools for each cell that is shown with others, the cell it is shown in
 * @param within domains inside whose levels correlations are computed
 * @param used instruments as used
 * @param scales scales whose scoring results are counted, in the order of the engine's counts
 * @param constructs challenges and protective factors, in the order of the report
 * @param coverage for each construct the measure that stands for it, if any
 * @param warnings problems that do not stop the run
 * @param earlier plans of earlier waves that have files of their own, oldest first
 */
public record Plan(
    Study study,
    Coding coding,
    List<Measure> measures,
    List<Band> bands,
    List<Band> ends,
    List<Band> safety,
    List<Pair> pairs,
    List<ModelPlan> models,
    List<DosePlan> doses,
    Set<String> headline,
    Set<String> changes,
    Map<Cell, CellWords> cells,
    Map<Cell, Cell> pools,
    Set<String> within,
    List<Used> used,
    List<ScaleInfo> scales,
    List<Construct> constructs,
    Map<Construct, Measure> coverage,
    List<Problem> warnings,
    List<Plan> earlier) {

  /** Returns how rows are coded, for each wave with files of its own, oldest first. */
  public List<Coding> codings() {
    return waves().stream().map(w -> w.coding().summedLike(coding)).toList();
  }

  /** Returns the plans of all waves with files of their own, oldest first; this one is the last. */
  public List<Plan> waves() {
    List<Plan> all = new ArrayList<>(earlier);
    all.add(this);
    return all;
  }

  /** Returns the measures of a cell: all for everybody, for a group those given for groups. */
  public List<Measure> measures(Cell cell) {
    boolean all = cell.equals(Cell.EVERYBODY);
    return measures.stream().filter(m -> all || m.inGroups()).toList();
  }

  /**
   * Returns the plan with some cells shown together.
   *
   * @param shown cells in order, with their words
   * @param joined for each cell that is shown with others, the cell it is shown in
   */
  Plan pooled(Map<Cell, CellWords> shown, Map<Cell, Cell> joined) {
    return new Plan(
        study,
        coding,
        measures,
        bands,
        ends,
        safety,
        pairs,
        models,
        doses,
        headline,
        changes,
        shown,
        joined,
        within,
        used,
        scales,
        constructs,
        coverage,
        warnings,
        earlier);
  }

  /** Returns the words of a construct; empty for none. */
  public String constructLabel(String construct) {
    return construct(construct).map(Construct::label).orElse("");
  }

  /**
   * Returns {@code challenge} or {@code protective}; for what stands for neither, {@code context}
   * when it is a declared number and {@code further} when it is a scale.
   */
  public String kind(Measure measure) {
    return construct(measure.construct())
        .map(c -> c.kind().name().toLowerCase(Locale.ROOT))
        .orElse(measure.ofScale() ? "further" : "context");
  }

  /** Returns whether a measure comes from an instrument of the study's own. */
  public boolean own(Measure measure) {
    return measure.ofScale()
        && used.stream()
            .filter(u -> measure.scale().startsWith(u.instrument().id() + "."))
            .anyMatch(u -> !Library.builtIn().ids().contains(u.instrument().id()));
  }

  private Optional<Construct> construct(String id) {
    return constructs.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /**
   * Words for a cell.
   *
   * @param domainLabel words for the breakdown; empty for everybody
   * @param levelLabel words for the level; empty for everybody
   * @param order position of the level in its breakdown
   */
  public record CellWords(String domainLabel, String levelLabel, int order) {}

  /**
   * An instrument as used.
   *
   * @param instrument the instrument
   * @param scales its scales in this study
   * @param overrides sentences on rules the study changed
   * @param reliability what is asked of the items of its scales
   */
  public record Used(
      Instrument instrument,
      List<ScaleInfo> scales,
      List<String> overrides,
      List<ScaleItems> reliability) {}
}
