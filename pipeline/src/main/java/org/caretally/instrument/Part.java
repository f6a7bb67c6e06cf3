package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of a definition file with its line. Reading never throws: what does not fit is noted as
 * a problem and a harmless value is returned, so that a user sees every problem at once.
 */
final class Part {
  private final Node node;
  private final String file;
  private final String path;
  private final Problems problems;

  Part(Node node, String file, String path, Problems problems) {
    this.node = node;
    this.file = file;
    this.path = path;
    this.problems = problems;
    if (node.getAnchor().isPresent()) {
      wrong("anchors and aliases are not read", "write the value out");
    }
  }

  String path() {
    return path;
  }

  int line() {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }

  /** Notes a problem at this place. */
  void wrong(String what, String fix) {
    String where = path.isEmpty() ? "" : path + ": ";
    problems.add(Problem.of(Code.BAD_INSTRUMENT, new Place(file, line()), where + what, fix));
  }

  private Part child(Node value, String name) {
    String below = path.isEmpty() ? name : path + "." + name;
    return new Part(value, file, below, problems);
  }

  private boolean anchored() {
    return node.getAnchor().isPresent();
  }

  /** Reads a mapping with known keys. */
  Fields fields(Set<String> known) {
    Map<String, Part> entries = entries();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            problems.add(
                new Problem(
                    Code.BAD_INSTRUMENT,
                    new Place(file, value.line()),
                    (path.isEmpty() ? "" : path + ": ") + "the key " + key + " is not known",
                    "one of " + String.join(", ", known.stream().sorted().toList()),
                    Nearest.to(key, known),
                    ""));
          }
        });
    return new Fields(this, entries);
  }

  /** Reads a mapping with free keys, in the order of the file. */
  Map<String, Part> entries() {
    Map<String, Part> entries = new LinkedHashMap<>();
    if (anchored()) {
      return entries;
    }
    if (!(node instanceof MappingNode map)) {
      wrong("keys with values are expected here", "");
      return entries;
    }
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        wrong("a key is one word or number", "");
        continue;
      }
      Part value = child(tuple.getValueNode(), key.getValue());
      if (entries.put(key.getValue(), value) != null) {
        value.wrong("the key is written twice", "keep one of them");
      }
    }
    return entries;
  }

  /** Reads a list. */
  List<Part> list() {
    List<Part> parts = new ArrayList<>();
    if (anchored()) {
      return parts;
    }
    if (!(node instanceof SequenceNode list)) {
      wrong("a list is expected here", "");
      return parts;
    }
    for (Node value : list.getValue()) {
      parts.add(child(value, Integer.toString(parts.size() + 1)));
    }
    return parts;
  }

  /** Returns whether the value is the null of YAML. */
  boolean isNull() {
    return node instanceof ScalarNode s
        && s.getScalarStyle() == ScalarStyle.PLAIN
        && Set.of("", "~", "null").contains(s.getValue());
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** Reads a text. */
  String text() {
    if (node instanceof ScalarNode s && !isNull()) {
      return s.getValue();
    }
    wrong("a text is expected here", "");
    return "";
  }

  /** Reads one of a few words. */
  String word(List<String> allowed) {
    String word = text();
    if (!allowed.contains(word)) {
      String near = Nearest.to(word, allowed);
      wrong(
          "\"" + word + "\" is not known; one of " + String.join(", ", allowed) + " is expected",
          near.isEmpty() ? "" : "did you mean " + near);
      return allowed.get(0);
    }
    return word;
  }

  /** Reads a mark of evidence. */
  Evidence evidence() {
    List<String> words = java.util.Arrays.stream(Evidence.values()).map(Evidence::id).toList();
    return Evidence.valueOf(word(words).toUpperCase(Locale.ROOT));
  }

  boolean yes() {
    return word(List.of("false", "true")).equals("true");
  }

  /** Reads a whole number between bounds. */
  long whole(long min, long max) {
    String s = isScalar() ? ((ScalarNode) node).getValue() : "";
    if (s.matches("-?\\d{1,12}")) {
      long value = Long.parseLong(s);
      if (value >= min && value <= max) {
        return value;
      }
    }
    wrong("a whole number from " + min + " to " + max + " is expected here", "");
    return min;
  }

  /** Reads a decimal number; at most six decimals, at most nine digits before them. */
  BigDecimal decimal() {
    String s = isScalar() ? ((ScalarNode) node).getValue() : "";
    if (s.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
      return new BigDecimal(s);
    }
    wrong("a number is expected here, with a point as decimal sign", "");
    return BigDecimal.ZERO;
  }

  /** The fields of a mapping. */
  record Fields(Part owner, Map<String, Part> entries) {

    Optional<Part> get(String key) {
      return Optional.ofNullable(entries.get(key)).filter(p -> !p.isNull());
    }

    /** Returns a field that must be there. */
    Optional<Part> need(String key) {
      Optional<Part> part = get(key);
      if (part.isEmpty()) {
        owner.wrong("the key " + key + " is missing", "");
      }
      return part;
    }

    String needText(String key) {
      String text = need(key).map(Part::text).orElse("");
      if (text.isBlank() && get(key).isPresent()) {
        owner.wrong("the key " + key + " is empty", "");
      }
      return text;
    }

    String text(String key) {
      return get(key).map(Part::text).orElse("");
    }

    boolean yes(String key, boolean otherwise) {
      return get(key).map(Part::yes).orElse(otherwise);
    }

    Evidence evidence(String key, Evidence otherwise) {
      return get(key).map(Part::evidence).orElse(otherwise);
    }

    List<Part> list(String key) {
      return get(key).map(Part::list).orElse(List.of());
    }

    Map<String, Part> map(String key) {
      return get(key).map(Part::entries).orElse(Map.of());
    }
  }
}
