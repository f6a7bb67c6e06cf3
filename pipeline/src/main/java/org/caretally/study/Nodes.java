package org.caretally.study;

import java.util.List;
import java.util.Optional;
import org.caretally.intake.Header;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What YAML nodes hold. Every scalar is text: {@code no}, {@code 010} and {@code 12:30} stay so.
 */
final class Nodes {
  private Nodes() {}

  /** Returns the text of a scalar, cleaned like the column names of a header. */
  static Optional<String> text(Node node) {
    return node instanceof ScalarNode s
        ? Optional.of(Header.clean(s.getValue()))
        : Optional.empty();
  }

  /** Returns the text of a scalar as it is. */
  static Optional<String> raw(Node node) {
    return node instanceof ScalarNode s ? Optional.of(s.getValue()) : Optional.empty();
  }

  /** Returns whether nothing was written after a key. */
  static boolean empty(Node node) {
    return node instanceof ScalarNode s && s.isPlain() && s.getValue().matches("|~|null");
  }

  /** Returns the elements of a list; anything else is a list of one. */
  static List<Node> elements(Node node) {
    return node instanceof SequenceNode s ? s.getValue() : List.of(node);
  }

  static boolean isList(Node node) {
    return node instanceof SequenceNode;
  }

  static boolean isText(Node node) {
    return node instanceof ScalarNode;
  }

  static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "keys with values";
    }
    return isList(node) ? "a list" : "a single text";
  }
}
