package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.caretally.design.Stratum;
import org.caretally.engine.Outcome;
import org.caretally.engine.People;
import org.caretally.estimate.Ledger;
import org.caretally.study.Plan;

/**
 * How many sampling units each stratum of exported rows has in the sample: units without anybody in
 * the analysis have no rows, and errors must know of them.
 */
final class DesignTable {
  static final String FILE = "design.csv";

  private DesignTable() {}

  static void write(Plan plan, Outcome outcome, People people, Path file) throws IOException {
    boolean stratified = plan.coding().design().stratified();
    StringBuilder out = new StringBuilder("wave,stratum,psus\n");
    for (Map.Entry<String, Ledger> wave : outcome.ledgers().entrySet()) {
      String label = wave.getKey().isEmpty() ? plan.study().wave().label() : wave.getKey();
      for (Map.Entry<Stratum, Long> stratum : wave.getValue().psus().entrySet()) {
        Optional<String> number =
            stratified ? people.stratum(stratum.getKey().id()) : Optional.of("1");
        number.ifPresent(
            n ->
                out.append('"')
                    .append(label.replace("\"", "\"\""))
                    .append("\",")
                    .append(n)
                    .append(',')
                    .append(stratum.getValue())
                    .append('\n'));
      }
    }
    Files.writeString(file, out);
  }
}
