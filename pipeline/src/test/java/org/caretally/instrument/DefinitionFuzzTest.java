package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Test;

/** Damaged definitions end in problems, never in an exception. */
class DefinitionFuzzTest {
  private static final long SEED = 4711L;
  private static final String[] PIECES = {
    "0",
    "-1",
    "99999999999",
    "null",
    "[]",
    "{}",
    "\"\"",
    "~",
    ": ",
    "- ",
    "1.5",
    "total",
    "4",
    "[1, 2]"
  };

  @Test
  void damagedFilesNeverThrow() {
    Random random = new Random(SEED);
    int refused = 0;
    List<String> ids = List.of("my_scale", "phq9", "psqi", "context_core", "k6", "dast10", "cbi");
    for (int round = 0; round < 1000; round++) {
      String id = ids.get(round % ids.size());
      String good =
          id.equals("my_scale")
              ? Library.template()
              : Resources.text("/instruments/" + id + ".yaml");
      String bad = damage(good, random);
      Problems problems = new Problems();
      try {
        Optional<Definition.Loaded> loaded = Definition.read(bad, id + ".yaml", problems);
        assertEquals(problems.hasErrors(), loaded.isEmpty());
        refused += loaded.isEmpty() ? 1 : 0;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ":\n" + bad, e);
      }
    }
    assertTrue(refused > 500, "only " + refused + " were refused, seed " + SEED);
  }

  private static String damage(String good, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(good.split("\n", -1)));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int colon = line.indexOf(": ");
    String piece = PIECES[random.nextInt(PIECES.length)];
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.set(at, colon < 0 ? piece : line.substring(0, colon + 2) + piece);
      case 2 -> lines.add(at, line);
      case 3 -> {
        int cut = random.nextInt(line.length() + 1);
        lines.set(at, line.substring(0, cut) + piece + line.substring(cut));
      }
      default -> lines.set(at, line.replaceFirst("\\d+", piece));
    }
    return String.join("\n", lines);
  }
}
