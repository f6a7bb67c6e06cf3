package org.caretally.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.study.Advice;
import org.caretally.study.Plan;

/** What each disclosure profile would withhold, and what joining groups would save. */
final class Profiles {
  private Profiles() {}

  /** Returns for each profile how many estimates are shown and withheld. */
  static List<Map<String, Object>> withheld(Results results) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : Profile.NAMES) {
      Profile profile = results.profile().named(name);
      boolean inForce = profile.equals(results.profile());
      ProtectedTable estimates =
          inForce
              ? results.input().estimates()
              : new Gate(profile).release(results.analysis().release()).estimates();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("profile", name);
      row.put("in_force", inForce ? "yes" : "");
      for (String status : List.of("shown", "confidential", "unreliable")) {
        row.put(status, estimates.rows().stream().filter(r -> is(r, status)).count());
      }
      rows.add(row);
    }
    return rows;
  }

  private static boolean is(ProtectedTable.Row row, String status) {
    return row.text("status").equals(status);
  }

  /** Returns which groups to join, the greatest saving first. */
  static List<Map<String, Object>> joining(Plan plan, Results results) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Advice.Saving saving :
        Advice.of(
            plan,
            results.outcome().ledgers(),
            results.outcome().counts(),
            results.pools(),
            results.profile())) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("breakdown", saving.breakdown());
      row.put("join", saving.groups());
      row.put("withheld_now", saving.now());
      row.put("withheld_then", saving.then());
      rows.add(row);
    }
    return rows;
  }
}
