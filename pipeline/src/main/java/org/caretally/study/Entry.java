package org.caretally.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * One key of a mapping with its value.
 *
 * @param key the key
 * @param value what it holds
 * @param place where the key stands
 */
record Entry(String key, Node value, Place place) {

  /**
   * Returns the entries of a mapping in the order of the file; empty, and reported, when the node
   * is none. A key written twice is reported and keeps its first value.
   */
  static Optional<Map<String, Entry>> all(
      Remarks remarks, Node node, String owner, String example) {
    if (!(node instanceof MappingNode mapping)) {
      remarks.add(
          Code.WRONG_TYPE,
          remarks.at(node),
          owner + " cannot be " + Nodes.kind(node),
          "keys with values",
          example);
      return Optional.empty();
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      // The composer has refused keys that are no text.
      String key = Nodes.text(tuple.getKeyNode()).orElse("");
      Entry entry = new Entry(key, tuple.getValueNode(), remarks.at(tuple.getKeyNode()));
      Entry first = entries.putIfAbsent(key, entry);
      if (first != null) {
        remarks.add(
            Code.DUPLICATE_KEY,
            entry.place(),
            Paste.quoted(key)
                + " is written twice in "
                + owner
                + ", first in line "
                + first.place().line(),
            "every key once",
            "remove one of the two lines, or join what they say under one " + Paste.quoted(key));
      }
    }
    return Optional.of(entries);
  }
}
