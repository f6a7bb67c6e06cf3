package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.caretally.attack.MadeSurvey;
import org.junit.jupiter.api.Test;

/**
 * How much the search has to do, counted: linear programmes are what makes it slow. Seconds and
 * megabytes are measured by scripts/bench.sh.
 */
class AuditWorkTest {
  private static final Profile STANDARD = Profile.of("standard", 11);

  /** A fifth more than it takes. */
  private static final double ROOM = 1.2;

  private static Audit audit(Release release) {
    Set<Integer> hidden = new TreeSet<>();
    for (Rule rule : Gate.rules(STANDARD)) {
      hidden.addAll(rule.withhold(release.estimates(), hidden));
    }
    return Audit.of(STANDARD, release, hidden, Set.of());
  }

  @Test
  void twelveMeasuresAndTenBreakdownsNeedSmallLinearProgrammes() {
    for (int wave = 0; wave < 3; wave++) {
      Work work = audit(MadeSurvey.of(wave, 640, 10, 12).release()).work();
      System.out.println("10 breakdowns, 12 measures: " + work);
      assertTrue(work.attacks() > 1_000, work.toString());
      assertTrue(work.attacks() < ROOM * 7_500, work.toString());
      assertTrue(work.programmes() < ROOM * 4_200, work.toString());
      assertTrue(work.variables() < 100, work.toString());
    }
  }

  /** A crossed table is a network, which chains of exchanges solve, but for those in no level. */
  @Test
  void aCrossingOfThirtyByTwelveNeedsNextToNoLinearProgrammes() {
    Work work = audit(MadeSurvey.crossing(5, 20_000, 30, 12, 12).release()).work();
    System.out.println("30 x 12 crossing, 12 measures: " + work);
    assertTrue(work.attacks() > 5_000, work.toString());
    assertTrue(work.attacks() < ROOM * 16_100, work.toString());
    assertTrue(work.programmes() < ROOM * 600, work.toString());
  }
}
