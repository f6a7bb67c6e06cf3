package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.codebook.Variable;
import org.caretally.disclosure.Care;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Proportion;
import org.caretally.estimate.ProportionInterval;
import org.caretally.instrument.Construct;
import org.caretally.instrument.ScaleInfo;

/** Turns scales and declared numbers into measures, bands and the coverage of constructs. */
final class MeasurePlanner {
  private final Positions positions;
  private final ProportionInterval interval;
  private final Placement placement;
  private final Set<String> telling;
  private final List<Measure> measures = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();
  private final List<Band> ends = new ArrayList<>();

  /**
   * Plans with a placement.
   *
   * @param telling scales that are given for everybody only, see {@link SafetyCheck}
   */
  MeasurePlanner(
      Positions positions, ProportionInterval interval, Placement placement, Set<String> telling) {
    this.telling = Set.copyOf(telling);
    this.positions = positions;
    this.placement = placement;
    this.interval = interval;
  }

  List<Measure> measures() {
    return List.copyOf(measures);
  }

  List<Band> bands() {
    return List.copyOf(bands);
  }

  /** Returns the shares at the lowest and highest possible score of each scale. */
  List<Band> ends() {
    return List.copyOf(ends);
  }

  /** Returns the shares of people who endorsed a safety item. */
  List<Band> safety(List<Scored> scored) {
    List<Band> lines = new ArrayList<>();
    for (Scored one : scored) {
      for (Scored.Safety item : one.safety()) {
        String id = positions.at(item.position()).id();
        Proportion share = Proportion.ofCases(item.position(), id, interval);
        lines.add(new Band(one.instrument(), "", id, "", item.column(), Care.SAFETY, share));
      }
    }
    return lines;
  }

  /** Adds the mean of a scale, a prevalence for each of its cut-offs, and its bands. */
  void scale(ScaleInfo info) {
    Optional<Construct> found = placement.of(info.id());
    String construct = found.map(Construct::id).orElse("");
    boolean substance = info.constructs().stream().anyMatch(c -> c.startsWith("substance"));
    Care care = new Care(substance, found.map(Construct::smallestBase).orElse(0));
    if (!info.rule()) {
      int position = positions.of(info.id());
      Mean mean = new Mean(position, positions.at(position));
      measures.add(
          new Measure(
              info.id(),
              info.label() + ", mean",
              info.id(),
              info.label(),
              "",
              Span.of(positions.at(position)),
              info.direction(),
              construct,
              care,
              inGroups(info),
              mean));
      if (inGroups(info)) {
        end(info, position, "floor", positions.at(position).min(), care);
        end(info, position, "ceiling", positions.at(position).max(), care);
      }
    }
    for (ScaleInfo.CutoffInfo cutoff : info.cutoffs()) {
      prevalence(info, cutoff.id(), cutoff.label(), construct, care);
    }
    if (info.rule()) {
      prevalence(info, info.id(), "pattern met", construct, care);
    }
    bands(info, care);
  }

  private boolean inGroups(ScaleInfo info) {
    return !telling.contains(info.id());
  }

  private void prevalence(ScaleInfo info, String id, String label, String construct, Care care) {
    Proportion share = Proportion.ofCases(positions.of(id), id, interval);
    measures.add(
        new Measure(
            id,
            info.label() + " " + label,
            info.id(),
            info.label(),
            label,
            Span.SHARE,
            positions.at(positions.of(id)).direction(),
            construct,
            care,
            inGroups(info),
            share));
  }

  private void end(ScaleInfo info, int position, String end, long cell, Care care) {
    Span span = Span.of(positions.at(position));
    String score = end.equals("floor") ? span.low() : span.high();
    Proportion share = Proportion.ofLevel(position, info.id(), Math.toIntExact(cell), interval);
    ends.add(new Band(info.id(), info.label(), end, score, 0, care, share));
  }

  private void bands(ScaleInfo info, Care care) {
    Optional<Integer> position = positions.find(info.id() + "#band");
    if (position.isEmpty()) {
      return;
    }
    for (int level = 0; level < info.bands().size(); level++) {
      ScaleInfo.BandInfo band = info.bands().get(level);
      String name = info.id() + "#band";
      Proportion share = Proportion.ofLevel(position.get(), name, level, interval);
      bands.add(new Band(info.id(), info.label(), band.id(), band.label(), level, care, share));
    }
  }

  /** Adds the mean of a declared number. */
  void number(Variable variable) {
    Mean mean = new Mean(positions.of(variable.id()), variable);
    measures.add(
        new Measure(
            variable.id(),
            variable.label() + ", mean",
            variable.id(),
            variable.label(),
            "",
            Span.of(variable),
            variable.direction(),
            "",
            Care.USUAL,
            true,
            mean));
  }

  /** Returns for each construct the measure that carries it; absent when the survey has none. */
  Map<Construct, Measure> coverage() {
    Map<String, Measure> byId = new LinkedHashMap<>();
    measures.forEach(m -> byId.put(m.id(), m));
    Map<Construct, Measure> found = new LinkedHashMap<>();
    placement.carriers().forEach((construct, id) -> found.put(construct, byId.get(id)));
    return found;
  }

  /**
   * Returns the scales and numbers that are correlated unless the study says otherwise: one for
   * each construct.
   */
  Set<String> defaultNumbers() {
    Set<String> ids = new LinkedHashSet<>();
    coverage().values().forEach(m -> ids.add(m.scale()));
    measures.stream()
        .filter(m -> m.construct().isEmpty() && m.cutoffLabel().isEmpty())
        .map(Measure::scale)
        .filter(s -> !s.contains("."))
        .forEach(ids::add);
    ids.removeIf(id -> positions.find(id).isEmpty() || !isNumber(id));
    return ids;
  }

  private boolean isNumber(String id) {
    return positions.at(positions.of(id)).kind() == Variable.Kind.NUMBER;
  }
}
