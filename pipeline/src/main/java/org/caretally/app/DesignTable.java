package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  static void write(Plan plan, List<Outcome> outcomes, People people, Path file)
      throws IOException {
    StringBuilder out = new StringBuilder("wave,stratum,psus\n");
    for (int i = 0; i < outcomes.size(); i++) {
      // several codings have waves of their own, one for each
      String own = outcomes.size() > 1 ? plan.codings().get(i).wave() : plan.study().wave().label();
      outcomes
          .get(i)
          .ledgers()
          .forEach((key, ledger) -> add(plan, key.isEmpty() ? own : key, ledger, people, out));
    }
    Files.writeString(file, out);
  }

  private static void add(Plan plan, String wave, Ledger ledger, People people, StringBuilder out) {
    boolean stratified = plan.coding().design().stratified();
    for (Map.Entry<Stratum, Long> stratum : ledger.psus().entrySet()) {
      Optional<String> number =
          stratified ? people.stratum(stratum.getKey().id()) : Optional.of("1");
      number.ifPresent(
          n ->
              out.append('"')
                  .append(wave.replace("\"", "\"\""))
                  .append("\",")
                  .append(n)
                  .append(',')
                  .append(stratum.getValue())
                  .append('\n'));
    }
  }
}
