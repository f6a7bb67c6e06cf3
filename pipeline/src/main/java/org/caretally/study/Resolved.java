package org.caretally.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.problem.Problems;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A study file that stands alone: tables of spellings and headcounts are written into it, and files
 * are named without their folders. It says how a report was made, and next year's begins with it.
 */
public final class Resolved {
  private final Study study;

  private Resolved(Study study) {
    this.study = study;
  }

  /** Returns the study as one YAML file. */
  public static String text(Study study) {
    Remarks remarks = new Remarks(study.file().toString(), new Problems(), new Closest());
    Node root = new YamlText(remarks).read(study.file()).orElseThrow();
    return Tree.written(new Resolved(study).whole((MappingNode) root));
  }

  private MappingNode whole(MappingNode root) {
    MappingNode made = files(root);
    if (Tree.get(made, "id").isEmpty()) {
      made = Tree.with(made, "id", Tree.text(study.id()));
    }
    Optional<Node> waves = Tree.get(made, "waves");
    if (waves.isPresent() && waves.get() instanceof MappingNode all) {
      MappingNode each = all;
      for (NodeTuple wave : all.getValue()) {
        if (wave.getValueNode() instanceof MappingNode one) {
          each = Tree.with(each, Tree.name(wave), columns(files(one)));
        }
      }
      made = Tree.with(made, "waves", each);
    }
    return weighting(columns(made));
  }

  private static MappingNode files(MappingNode node) {
    MappingNode made = node;
    for (String key : List.of("file", "files", "comparators")) {
      Optional<Node> files = Tree.get(node, key);
      if (files.isPresent()) {
        List<Node> bare = Nodes.elements(files.get()).stream().map(Resolved::file).toList();
        Node value = Nodes.isList(files.get()) ? Tree.list(bare) : bare.get(0);
        made = Tree.with(made, key, value);
      }
    }
    return made;
  }

  private static Node file(Node node) {
    if (node instanceof MappingNode named) {
      return Tree.get(named, "path")
          .map(p -> (Node) Tree.with(named, "path", file(p)))
          .orElse(node);
    }
    String path = Nodes.text(node).orElse("");
    return Tree.text(name(path));
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private MappingNode columns(MappingNode node) {
    Optional<Node> columns = Tree.get(node, "columns");
    if (columns.isEmpty() || !(columns.get() instanceof MappingNode all)) {
      return node;
    }
    MappingNode made = all;
    for (NodeTuple tuple : all.getValue()) {
      Optional<Treatment.Recode> table =
          Optional.ofNullable(study.columns().get(Tree.name(tuple)))
              .flatMap(c -> c.treatment().recode())
              .filter(r -> r.file().isPresent());
      Optional<Node> recode = Tree.get(tuple.getValueNode(), "recode");
      if (table.isPresent() && recode.isPresent()) {
        MappingNode inline =
            Tree.with(
                Tree.without((MappingNode) recode.get(), "file"),
                "map",
                Tree.mapping(table.get().table()));
        MappingNode column = (MappingNode) tuple.getValueNode();
        made = Tree.with(made, Tree.name(tuple), Tree.with(column, "recode", inline));
      }
    }
    return Tree.with(node, "columns", made);
  }

  private MappingNode weighting(MappingNode node) {
    Optional<Node> weighting = Tree.get(node, "weighting");
    Optional<WeightingUse> use = study.design().weighting();
    if (weighting.isEmpty() || use.isEmpty()) {
      return node;
    }
    MappingNode all = margins((MappingNode) weighting.get(), use.get().tables());
    Optional<Node> waves = Tree.get(all, "waves");
    if (waves.isPresent() && waves.get() instanceof MappingNode each) {
      MappingNode made = each;
      for (NodeTuple wave : each.getValue()) {
        String label = Tree.name(wave);
        MappingNode own = (MappingNode) wave.getValueNode();
        made = Tree.with(made, label, margins(own, use.get().waves().get(label)));
      }
      all = Tree.with(all, "waves", made);
    }
    return Tree.with(node, "weighting", all);
  }

  private static MappingNode margins(MappingNode node, List<WeightingUse.Table> tables) {
    Optional<Node> margins = Tree.get(node, "margins");
    if (margins.isEmpty()) {
      return node;
    }
    List<Node> made = new ArrayList<>();
    List<Node> each = Nodes.elements(margins.get());
    for (int i = 0; i < each.size(); i++) {
      WeightingUse.Table table = tables.get(i);
      Optional<Path> file = table.file();
      Map<String, String> counts = new LinkedHashMap<>();
      table.counts().forEach((level, n) -> counts.put(level.get(0), Long.toString(n)));
      made.add(
          file.isEmpty()
              ? each.get(i)
              : Tree.with(
                  Tree.without((MappingNode) each.get(i), "file"), "counts", Tree.mapping(counts)));
    }
    return Tree.with(node, "margins", Tree.list(made));
  }
}
