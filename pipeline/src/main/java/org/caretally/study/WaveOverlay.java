package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A study file as it is in one of its waves: what the wave says goes over what the study says, keys
 * inside keys too; a list or text of the wave replaces that of the study. Nodes keep their lines.
 */
final class WaveOverlay {
  private static final String WAVES = "waves";
  private static final String WAVE = "wave";

  private WaveOverlay() {}

  /** Returns the study of one wave; {@code tuple} is its label with what it says. */
  static Node of(MappingNode study, NodeTuple tuple) {
    List<NodeTuple> kept = new ArrayList<>();
    for (NodeTuple one : study.getValue()) {
      String key = Nodes.text(one.getKeyNode()).orElse("");
      if (!key.equals(WAVES) && !key.equals(WAVE)) {
        kept.add(one);
      } else if (key.equals(WAVES)) {
        kept.add(new NodeTuple(named(one.getKeyNode()), tuple.getKeyNode()));
        kept.add(one);
      }
    }
    MappingNode base = with(study, kept);
    return tuple.getValueNode() instanceof MappingNode own ? merged(base, own, true) : base;
  }

  /** The label of a wave stands where the study would name its only one. */
  private static Node named(Node like) {
    return new ScalarNode(
        like.getTag(), true, WAVE, ScalarStyle.PLAIN, like.getStartMark(), like.getEndMark());
  }

  private static MappingNode with(MappingNode like, List<NodeTuple> tuples) {
    return new MappingNode(
        like.getTag(), true, tuples, FlowStyle.BLOCK, like.getStartMark(), like.getEndMark());
  }

  private static MappingNode merged(MappingNode base, MappingNode over, boolean top) {
    Map<String, NodeTuple> all = new LinkedHashMap<>();
    base.getValue().forEach(t -> all.put(key(t), t));
    for (NodeTuple tuple : over.getValue()) {
      if (top && !Section.ONE_WAVE.examples().containsKey(key(tuple))) {
        continue; // reported as no key of a wave
      }
      NodeTuple before = all.get(key(tuple));
      boolean both =
          before != null
              && before.getValueNode() instanceof MappingNode
              && tuple.getValueNode() instanceof MappingNode;
      all.put(key(tuple), both ? joined(before, tuple) : tuple);
    }
    if (all.containsKey("file") && all.containsKey("files")) {
      // the wave names its own files under either key
      all.keySet().remove(has(over, "file") ? "files" : "file");
    }
    return with(over, new ArrayList<>(all.values()));
  }

  private static boolean has(MappingNode node, String key) {
    return node.getValue().stream().anyMatch(t -> key(t).equals(key));
  }

  private static NodeTuple joined(NodeTuple before, NodeTuple after) {
    return new NodeTuple(
        after.getKeyNode(),
        merged((MappingNode) before.getValueNode(), (MappingNode) after.getValueNode(), false));
  }

  private static String key(NodeTuple tuple) {
    return Nodes.text(tuple.getKeyNode()).orElse("");
  }
}
