package org.caretally.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Release;
import org.caretally.disclosure.Released;
import org.caretally.disclosure.TableKind;
import org.junit.jupiter.api.Test;

/**
 * A share of everybody that is hidden for the sake of groups is the same people as the top band: it
 * must not stand in the table of bands.
 */
class BandsBesideGroupsTest {
  /** So few that printed numbers count as known. */
  private static final int PEOPLE = 190;

  private static final String MEASURE = "s:high";

  private static Fact share(String domain, String level, int n, int cases) {
    Map<String, String> words =
        Map.of("wave", "", "domain", domain, "level", level, "measure", MEASURE, "scale", "s");
    return new Fact(
        TableKind.ESTIMATES,
        words,
        MadeSurvey.prevalence(n, cases),
        Double.NaN,
        Map.of(),
        Care.USUAL);
  }

  private static Fact band(int order, int n, int people) {
    Map<String, String> words =
        Map.of("wave", "", "scale", "s", "band", "b" + order, "band_order", "" + order);
    return new Fact(
        TableKind.BANDS, words, MadeSurvey.prevalence(n, people), Double.NaN, Map.of(), Care.USUAL);
  }

  private static Released release(int firstCases, int secondCases) {
    int cases = firstCases + secondCases;
    List<Fact> estimates = new ArrayList<>();
    estimates.add(share("", "", PEOPLE, cases));
    estimates.add(share("job", "a", 100, firstCases));
    estimates.add(share("job", "b", PEOPLE - 100, secondCases));
    List<Fact> bands =
        List.of(band(1, PEOPLE, 100), band(2, PEOPLE, 90 - cases), band(3, PEOPLE, cases));
    List<Margin> margins =
        List.of(new Margin(Group.EVERYBODY, List.of(new Group("job", "a"), new Group("job", "b"))));
    return new Gate(Profile.of("standard", 11))
        .release(new Release(estimates, bands, List.of(), List.of(), List.of(), margins, false));
  }

  private static List<String> shown(List<Row> rows) {
    return rows.stream().map(r -> r.shows("estimate") ? "shown" : "hidden").toList();
  }

  @Test
  void theTopBandIsHiddenWithItsCutoff() {
    Released few = release(1, 5);
    assertEquals(List.of("hidden", "hidden", "shown"), shown(few.estimates().rows()));
    Row top = few.bands().rows().get(2);
    assertFalse(top.shows("estimate"), "the same people");
    assertEquals("confidential", top.text("status"));
    long hidden = few.bands().rows().stream().filter(r -> !r.shows("estimate")).count();
    assertEquals(2, hidden, "a single hidden band follows from the others");
  }

  @Test
  void bandsStayWhereNothingIsHidden() {
    Released many = release(30, 40);
    assertEquals(List.of("shown", "shown", "shown"), shown(many.bands().rows()));
    assertEquals(List.of("shown", "shown", "shown"), shown(many.estimates().rows()));
  }
}
