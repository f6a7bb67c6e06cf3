package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Changes a study file as a tree and writes it again; nothing is changed in place. */
final class Tree {
  private static final int WIDTH = 120;

  private Tree() {}

  static Node text(String text) {
    return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
  }

  static Node list(List<Node> elements) {
    return new SequenceNode(Tag.SEQ, elements, FlowStyle.FLOW);
  }

  static MappingNode mapping(Map<String, String> texts) {
    List<NodeTuple> tuples = new ArrayList<>();
    texts.forEach((key, value) -> tuples.add(new NodeTuple(text(key), text(value))));
    return new MappingNode(Tag.MAP, tuples, FlowStyle.FLOW);
  }

  /** Returns what a key holds. */
  static Optional<Node> get(Node node, String key) {
    return node instanceof MappingNode m
        ? m.getValue().stream()
            .filter(t -> name(t).equals(key))
            .map(NodeTuple::getValueNode)
            .findFirst()
        : Optional.empty();
  }

  /** Returns a mapping with a key replaced where it stands, or added at the end. */
  static MappingNode with(MappingNode node, String key, Node value) {
    List<NodeTuple> tuples = new ArrayList<>();
    boolean found = false;
    for (NodeTuple tuple : node.getValue()) {
      boolean here = name(tuple).equals(key);
      found |= here;
      tuples.add(here ? new NodeTuple(tuple.getKeyNode(), value) : tuple);
    }
    if (!found) {
      tuples.add(new NodeTuple(text(key), value));
    }
    return new MappingNode(Tag.MAP, tuples, node.getFlowStyle());
  }

  static MappingNode without(MappingNode node, String key) {
    List<NodeTuple> tuples = node.getValue().stream().filter(t -> !name(t).equals(key)).toList();
    return new MappingNode(Tag.MAP, tuples, node.getFlowStyle());
  }

  static String name(NodeTuple tuple) {
    return Nodes.text(tuple.getKeyNode()).orElse("");
  }

  /** Writes a tree as YAML that reads back as the same texts. */
  static String written(Node root) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new FailsafeSchema())
            .setDereferenceAliases(true)
            .setWidth(WIDTH)
            .setSplitLines(false)
            .build();
    return new Present(settings)
        .emitToString(new Serialize(settings).serializeOne(root).iterator());
  }
}
