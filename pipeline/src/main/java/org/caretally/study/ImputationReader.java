package org.caretally.study;

import java.util.List;
import java.util.Optional;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads whether results are checked with missing scores filled in. */
final class ImputationReader {
  private static final String KEY = "imputation";
  private static final String OWNER = "\"imputation\"";
  private static final long USUAL = 20;
  private static final long MOST = 200;
  private static final long LARGEST = 999_999_999;
  private final Remarks remarks;
  private final Names names;

  ImputationReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  /** Reads the key of the whole study. */
  Optional<ImputationUse> read(Fields study) {
    Place place = study.at(KEY);
    Optional<Node> node = study.node(KEY);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Fields fields =
        Fields.read(
            remarks, node.get(), Section.IMPUTATION, OWNER, place, Section.STUDY.example(KEY));
    long sets = fields.integer("m", 2, MOST).orElse(USUAL);
    long seed = fields.integer("seed", 0, LARGEST).orElse(1);
    List<String> with =
        fields.texts("with").stream()
            .distinct()
            .filter(name -> names.variable(name, fields.at("with"), OWNER))
            .toList();
    return Optional.of(new ImputationUse((int) sets, seed, with, place));
  }
}
