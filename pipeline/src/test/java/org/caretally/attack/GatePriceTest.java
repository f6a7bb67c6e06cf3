package org.caretally.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Release;
import org.junit.jupiter.api.Test;

/** What protection costs in numbers withheld. */
class GatePriceTest {

  private static double withheld(ProtectedTable table) {
    long hidden =
        table.rows().stream().filter(r -> r.text("status").equals("confidential")).count();
    return 100.0 * hidden / table.rows().size();
  }

  @Test
  void theShareWithheldFallsWithTheSizeOfTheSurvey() {
    for (String name : List.of("public-use", "standard", "strict")) {
      Profile profile = Profile.of(name, 11);
      StringBuilder line = new StringBuilder("withheld under " + name + ":");
      double before = 100;
      for (int n : new int[] {120, 250, 640, 2_000, 20_000}) {
        Release whole = MadeSurvey.of(n, n, 8, 6).release();
        Release blind =
            new Release(
                whole.estimates(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
        double share = withheld(new Gate(profile).release(whole).estimates());
        Release merged = MadeSurvey.of(n, n, 8, 6, profile).release();
        double less = withheld(new Gate(profile).release(merged).estimates());
        double rules = withheld(new Gate(profile).release(blind).estimates());
        line.append(
            String.format(
                Locale.ROOT, "  n=%d %.0f%% (rules %.0f%%, merged %.0f%%)", n, share, rules, less));
        assertTrue(less <= share + 8, line.toString());
        assertTrue(share >= rules && share <= before + 5, line.toString());
        before = share;
      }
      System.out.println(line);
      assertTrue(name.equals("public-use") ? before == 0 : before < 15, line.toString());
    }
  }

  @Test
  void nearlyEverybodyAnsweringIsACensus() {
    Profile standard = Profile.of("standard", 11);
    assertEquals("strict", standard.census(800, 1_000).name());
    assertEquals("standard", standard.census(799, 1_000).name());
    Profile open = Profile.of("public-use", 11);
    assertEquals(open, open.census(1_000, 1_000));
  }
}
