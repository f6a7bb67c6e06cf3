package org.caretally.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caretally.engine.Outcome;
import org.caretally.intake.Step;
import org.caretally.study.Plan;

/**
 * Writes which lines of the data were set aside and why: for the user only, never part of a report.
 */
final class SetAside {
  private SetAside() {}

  /** Writes a file, or one for each wave with files of its own. */
  static void write(List<Outcome> outcomes, Plan plan, Path folder) throws IOException {
    if (outcomes.size() == 1) {
      write(outcomes.get(0), folder.resolve("set-aside.csv"));
      return;
    }
    for (int i = 0; i < outcomes.size(); i++) {
      String wave = plan.codings().get(i).wave().replaceAll("[^A-Za-z0-9_-]+", "-");
      write(outcomes.get(i), folder.resolve("set-aside-" + (i + 1) + "-" + wave + ".csv"));
    }
  }

  private static void write(Outcome outcome, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("line,reason\n");
      for (Map.Entry<Long, Step> row : outcome.setAside().entrySet()) {
        String reason = row.getValue().name().toLowerCase(Locale.ROOT);
        out.write(row.getKey() + "," + reason + "\n");
      }
    }
  }
}
