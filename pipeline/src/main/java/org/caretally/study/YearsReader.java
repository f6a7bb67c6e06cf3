package org.caretally.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.caretally.problem.Code;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads what a study says about its waves. */
final class YearsReader {
  private static final String WAVES = "waves";
  private static final int MOST = 30;

  private final Remarks remarks;

  YearsReader(Remarks remarks) {
    this.remarks = remarks;
  }

  /**
   * Returns the study file as it is in each of its waves, oldest first; nothing when waves have no
   * files of their own.
   */
  List<Node> waves(Node root) {
    if (!(root instanceof MappingNode study)) {
      return List.of();
    }
    Optional<NodeTuple> waves = tuple(study, WAVES);
    if (waves.isEmpty() || Nodes.empty(waves.get().getValueNode())) {
      return List.of();
    }
    Node node = waves.get().getValueNode();
    String example = Section.STUDY.example(WAVES);
    Map<String, Entry> entries = Entry.all(remarks, node, "\"waves\"", example).orElse(Map.of());
    tuple(study, "wave").ifPresent(w -> twice(w, example));
    if (entries.size() < 2 || entries.size() > MOST) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          remarks.at(waves.get().getKeyNode()),
          "\"waves\" names " + entries.size() + " waves",
          "from 2 to " + MOST + ", each with its files",
          example);
      return List.of();
    }
    Map<String, Node> made = new TreeMap<>();
    for (NodeTuple wave : ((MappingNode) node).getValue()) {
      String label = Nodes.text(wave.getKeyNode()).orElse("");
      Entry entry = entries.get(label);
      Fields own =
          Fields.read(
              remarks,
              wave.getValueNode(),
              Section.ONE_WAVE,
              "wave " + Paste.quoted(label),
              entry.place(),
              label + ": {files: [survey.csv]}");
      if (!own.broken()) {
        made.putIfAbsent(label, WaveOverlay.of(study, wave));
      }
    }
    return List.copyOf(made.values());
  }

  private void twice(NodeTuple wave, String example) {
    remarks.add(
        Code.DUPLICATE_KEY,
        remarks.at(wave.getKeyNode()),
        "\"wave\" and \"waves\" are both there",
        "one of the two",
        "remove \"wave\": " + example);
  }

  private static Optional<NodeTuple> tuple(MappingNode study, String key) {
    return study.getValue().stream()
        .filter(t -> Nodes.text(t.getKeyNode()).orElse("").equals(key))
        .findFirst();
  }

  /** Reads the keys of a wave, or of a study that has only one. */
  YearsUse read(Fields study, Names names, Path folder) {
    return new YearsUse(
        study.text("mode").orElse(""),
        notAsked(study, names),
        List.of(),
        breaks(study, names),
        new ComparatorsReader(remarks, folder).read(study),
        new DispositionsReader(remarks).read(study));
  }

  private Set<String> notAsked(Fields study, Names names) {
    Set<String> known = new LinkedHashSet<>(names.columns().keySet());
    known.addAll(names.instruments());
    Set<String> notAsked = new LinkedHashSet<>();
    for (Study.Named name : study.allNamed("not_asked")) {
      if (known.contains(name.name())) {
        notAsked.add(name.name());
      } else {
        names.unknown(
            name.name(), name.place(), "\"not_asked\"", "a variable or an instrument", known);
      }
    }
    return notAsked;
  }

  /** Reads {@code not_comparable: {2016: {gad7: reason}}}, or a reason alone for a whole wave. */
  private List<YearsUse.Break> breaks(Fields study, Names names) {
    Optional<Node> node = study.node("not_comparable");
    List<YearsUse.Break> breaks = new ArrayList<>();
    Map<String, Entry> waves =
        node.flatMap(
                n ->
                    Entry.all(
                        remarks, n, "\"not_comparable\"", Section.STUDY.example("not_comparable")))
            .orElse(Map.of());
    for (Entry wave : waves.values()) {
      Optional<String> whole = Nodes.text(wave.value());
      if (whole.isPresent()) {
        breaks.add(new YearsUse.Break(wave.key(), Optional.empty(), whole.get(), wave.place()));
        continue;
      }
      breaks.addAll(parts(wave, names));
    }
    return breaks;
  }

  private List<YearsUse.Break> parts(Entry wave, Names names) {
    List<YearsUse.Break> breaks = new ArrayList<>();
    String owner = "\"not_comparable\"";
    Set<String> known = new LinkedHashSet<>(names.instruments());
    known.addAll(names.columns().keySet());
    Map<String, Entry> parts =
        Entry.all(remarks, wave.value(), owner, Section.STUDY.example("not_comparable"))
            .orElse(Map.of());
    for (Entry part : new LinkedHashMap<>(parts).values()) {
      String root = part.key().split("[.:]", 2)[0];
      Optional<String> reason = Nodes.text(part.value());
      if (!known.contains(root)) {
        names.unknown(part.key(), part.place(), owner, "an instrument or a variable", known);
      } else if (reason.isEmpty() || reason.get().isBlank()) {
        remarks.add(
            Code.WRONG_TYPE,
            part.place(),
            owner + " needs a reason for " + Paste.quoted(part.key()),
            "a text",
            part.key() + ": \"the wording changed\"");
      } else {
        breaks.add(
            new YearsUse.Break(wave.key(), Optional.of(part.key()), reason.get(), part.place()));
      }
    }
    return breaks;
  }
}
