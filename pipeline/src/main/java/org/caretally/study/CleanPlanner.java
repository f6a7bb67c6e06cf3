package org.caretally.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.design.Condition;
import org.caretally.instrument.ScaleInfo;
import org.caretally.intake.AnyText;
import org.caretally.intake.Decoder;
import org.caretally.intake.MomentDecoder;
import org.caretally.intake.SecondsDecoder;
import org.caretally.intake.Step;
import org.caretally.intake.TextDecoder;
import org.caretally.intake.TimePattern;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Gives the rules about rows their slots and positions. */
final class CleanPlanner {
  private final CleanUse use;
  private final Slots slots;
  private final Problems problems;

  CleanPlanner(CleanUse use, Slots slots, Problems problems) {
    this.use = use;
    this.slots = slots;
    this.problems = problems;
  }

  /**
   * Plans the rules.
   *
   * @param conditions turns conditions into positions
   * @param impossible whether a number outside its range sets a row aside
   */
  Cleaning plan(DomainPlanner conditions, List<Scored> scored, boolean impossible) {
    List<Condition> eligible = conditions.conditions(use.eligible());
    List<Cleaning.TextRule> texts = use.texts().stream().map(this::text).toList();
    List<Integer> straight = straight(scored);
    int items = scored.stream().mapToInt(s -> s.slots().size()).sum();
    int fewest =
        use.minimum()
            .map(m -> m.multiply(BigDecimal.valueOf(items)).setScale(0, RoundingMode.CEILING))
            .map(BigDecimal::intValueExact)
            .orElse(0);
    List<Step> steps = new ArrayList<>();
    texts.forEach(t -> steps.add(t.step()));
    add(steps, Step.SAME_ANSWERS, !use.duplicates().isEmpty());
    add(steps, Step.TOO_FAST, use.speeders().isPresent());
    add(steps, Step.IMPOSSIBLE, impossible);
    add(steps, Step.NOT_ELIGIBLE, !eligible.isEmpty());
    add(steps, Step.TOO_FEW_ANSWERS, fewest > 0);
    add(steps, Step.STRAIGHT_LINES, !straight.isEmpty());
    return new Cleaning(
        texts,
        use.duplicates().stream().map(n -> slots.text(n.name())).toList(),
        use.speeders().map(s -> List.of(pace(s))).orElse(List.of()),
        eligible,
        fewest,
        straight,
        steps.stream().distinct().toList());
  }

  private static void add(List<Step> steps, Step step, boolean wanted) {
    if (wanted) {
      steps.add(step);
    }
  }

  private Cleaning.TextRule text(CleanUse.TextRule rule) {
    String accepted = "any text";
    Decoder decoder = rule.texts().isEmpty() ? new AnyText() : new TextDecoder(rule.texts());
    int slot = slots.coded(rule.column(), decoder, List.of(), accepted);
    return new Cleaning.TextRule(step(rule.purpose()), slot, rule.accept());
  }

  private static Step step(CleanUse.Purpose purpose) {
    return switch (purpose) {
      case OTHER_ROWS -> Step.OTHER_ROWS;
      case PREVIEW -> Step.PREVIEW;
      case UNFINISHED -> Step.UNFINISHED;
      case CONSENT -> Step.NO_CONSENT;
      case ATTENTION -> Step.INATTENTIVE;
    };
  }

  private Cleaning.Pace pace(CleanUse.Speeders rule) {
    boolean seconds = rule.pattern().isEmpty();
    Decoder decoder =
        seconds ? new SecondsDecoder() : new MomentDecoder(new TimePattern(rule.pattern()));
    String accepted = seconds ? "a number of seconds" : "a time written " + rule.pattern();
    return new Cleaning.Pace(
        rule.columns().stream().map(c -> slots.coded(c, decoder, List.of(), accepted)).toList(),
        rule.below().orElse(0) * 1_000,
        rule.share().orElse(BigDecimal.ZERO));
  }

  /** In a scale whose items all run one way, one answer throughout may well be the truth. */
  private List<Integer> straight(List<Scored> scored) {
    List<Integer> positions = new ArrayList<>();
    for (Study.Named named : use.straightLining()) {
      Optional<Integer> found = position(scored, named.name());
      if (found.isPresent() && mixed(scored.get(found.get()))) {
        positions.add(found.get());
      } else if (found.isPresent()) {
        problems.add(
            Problem.of(
                Code.VALUE_NOT_ALLOWED,
                named.place(),
                "no scale of \""
                    + named.name()
                    + "\" has items in both directions, so one answer to all of them may be true",
                "name only instruments with reversed items under \"straight_lining\""));
      }
    }
    return positions;
  }

  private static boolean mixed(Scored scored) {
    for (ScaleInfo scale : scored.scoring().scales()) {
      if (!scale.reversed().isEmpty() && scale.reversed().size() < scale.items().size()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Integer> position(List<Scored> scored, String id) {
    for (int i = 0; i < scored.size(); i++) {
      if (scored.get(i).instrument().equals(id)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
