package org.caretally.intake.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many identifying columns are found and how many harmless ones are accused, on a corpus. */
class IdentityCorpusTest {
  private static final long SEED = 20_261_125L;
  private static final int ROWS = 300;

  private final NameTest names = new NameTest();
  private final ValueTest values = new ValueTest();

  private static void report(String what, int all, List<String> wrong, String noun) {
    System.out.printf("%s: %d of %d %s %s%n", what, wrong.size(), all, noun, wrong);
  }

  @Test
  void everyNameThatAPlatformGives() {
    NameCorpus.PLATFORMS.forEach(
        (platform, list) -> {
          List<String> missed = list.stream().filter(n -> names.of(n).isEmpty()).toList();
          report("names of " + platform, list.size(), missed, "missed");
          assertEquals(List.of(), missed);
        });
  }

  @Test
  void namesThatPeopleGive() {
    List<String> missed = NameCorpus.PERSONAL.stream().filter(n -> names.of(n).isEmpty()).toList();
    report("names in seven languages", NameCorpus.PERSONAL.size(), missed, "missed");
    List<String> accused =
        NameCorpus.HARMLESS.stream().filter(n -> names.of(n).isPresent()).toList();
    report("harmless names", NameCorpus.HARMLESS.size(), accused, "accused");
    assertEquals(List.of(), missed);
    // "long" may be a longitude and "Nombre" before a noun is a number in French: both are known.
    assertTrue(accused.size() <= 2, accused.toString());
  }

  @Test
  void valuesOfEveryKind() {
    List<String> missed = new ArrayList<>();
    List<String> accused = new ArrayList<>();
    int found = 0;
    int good = 0;
    for (long seed = SEED; seed < SEED + 10; seed++) {
      Map<String, List<String>> bad = new ValueCorpus(seed).identifying(ROWS);
      bad.forEach((n, c) -> values.of(c).ifPresentOrElse(k -> {}, () -> missed.add(n)));
      Map<String, List<String>> fine = new ValueCorpus(seed).harmless(ROWS);
      fine.forEach((n, c) -> values.of(c).ifPresent(k -> accused.add(n + " as " + k)));
      found += bad.size();
      good += fine.size();
    }
    report("identifying columns, seed " + SEED, found, missed, "missed");
    report("harmless columns, seed " + SEED, good, accused, "accused");
    assertEquals(List.of(), missed);
    assertEquals(List.of(), accused);
  }
}
