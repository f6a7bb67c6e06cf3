package org.caretally.study;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what became of those invited, for the whole survey or for each wave. */
final class DispositionsReader {
  private static final String KEY = "dispositions";
  private static final long MOST = 1_000_000_000L;

  private final Remarks remarks;

  DispositionsReader(Remarks remarks) {
    this.remarks = remarks;
  }

  Map<String, Dispositions> read(Fields study) {
    Optional<Node> node = study.node(KEY);
    Map<String, Dispositions> all = new TreeMap<>();
    if (node.isEmpty()) {
      return all;
    }
    String example = Section.STUDY.example(KEY);
    boolean waves =
        node.get() instanceof MappingNode m
            && !m.getValue().isEmpty()
            && m.getValue().stream().allMatch(t -> t.getValueNode() instanceof MappingNode);
    if (!waves) {
      all.put("", one(node.get(), "\"dispositions\"", study.at(KEY)));
      return all;
    }
    Entry.all(remarks, node.get(), "\"dispositions\"", example)
        .orElse(Map.of())
        .forEach(
            (wave, entry) ->
                all.put(
                    wave,
                    one(entry.value(), "dispositions of " + Paste.quoted(wave), entry.place())));
    return all;
  }

  private Dispositions one(Node node, String owner, Place place) {
    String example = Section.STUDY.example(KEY);
    Fields fields = Fields.read(remarks, node, Section.DISPOSITIONS, owner, place, example);
    fields.require("complete");
    return new Dispositions(
        count(fields, "complete"),
        count(fields, "partial"),
        count(fields, "refusal"),
        count(fields, "non_contact"),
        count(fields, "other"),
        count(fields, "unknown"),
        count(fields, "not_eligible"),
        share(fields));
  }

  private static long count(Fields fields, String key) {
    return fields.integer(key, 0, MOST).orElse(0);
  }

  private static OptionalDouble share(Fields fields) {
    Optional<String> text = fields.text("e");
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!text.get().matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
      fields.notAllowed("e", text.get(), "a number from 0 to 1");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(text.get()));
  }
}
