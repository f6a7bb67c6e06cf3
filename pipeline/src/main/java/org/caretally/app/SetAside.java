package org.caretally.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.caretally.engine.Outcome;
import org.caretally.intake.Step;

/**
 * Writes which lines of the data were set aside and why: for the user only, never part of a report.
 */
final class SetAside {
  private SetAside() {}

  static void write(Outcome outcome, Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("set-aside.csv"))) {
      out.write("line,reason\n");
      for (Map.Entry<Long, Step> row : outcome.setAside().entrySet()) {
        String reason = row.getValue().name().toLowerCase(Locale.ROOT);
        out.write(row.getKey() + "," + reason + "\n");
      }
    }
  }
}
