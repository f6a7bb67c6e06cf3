package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caretally.codebook.Variable;
import org.junit.jupiter.api.Test;

class ConstructsTest {
  @Test
  void challengesAndProtectiveFactorsComeInTheirOrder() {
    assertEquals(
        List.of(
            "compassion_fatigue",
            "burnout",
            "vicarious_traumatization",
            "stress",
            "anxiety",
            "depression",
            "imposter",
            "isolation",
            "sleep_insomnia",
            "sleep_hypersomnia",
            "substance_use",
            "boundary",
            "emotional_exhaustion",
            "supervision",
            "personal_therapy",
            "mindfulness",
            "work_life",
            "network",
            "agency_resources",
            "culture",
            "workload"),
        Constructs.all().stream().map(Construct::id).toList());
    assertEquals(
        8, Constructs.all().stream().filter(c -> c.kind() == Construct.Kind.PROTECTIVE).count());
  }

  @Test
  void everyMeasureIsAVariableThatTheScoringWrites() {
    Library library = Library.builtIn();
    for (Construct construct : Constructs.all()) {
      Set<String> seen = new HashSet<>();
      assertTrue(!construct.measures().isEmpty(), construct.id());
      for (String measure : construct.measures()) {
        assertTrue(seen.add(measure), measure + " twice");
        String id = measure.substring(0, measure.indexOf('.'));
        Scoring scoring = Scoring.of(library.find(id).orElseThrow(), ScoringOptions.standard());
        assertTrue(
            scoring.variables().stream().map(Variable::id).anyMatch(measure::equals), measure);
      }
    }
  }

  @Test
  void sensitiveTopicsAskForMorePeople() {
    assertEquals(
        List.of("substance_use", "boundary"),
        Constructs.all().stream().filter(c -> c.smallestBase() == 20).map(Construct::id).toList());
  }
}
