package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A part of the study file with fixed keys. Asking for a value of the wrong kind reports it and
 * gives a stand-in, so that reading goes on and finds the other problems too.
 */
final class Fields {
  private final Remarks remarks;
  private final Section section;
  private final String owner;
  private final Place place;
  private final boolean broken;
  private final Map<String, Entry> entries;

  private Fields(
      Remarks remarks,
      Section section,
      String owner,
      Place place,
      Optional<Map<String, Entry>> read) {
    this.remarks = remarks;
    this.section = section;
    this.owner = owner;
    this.place = place;
    this.broken = read.isEmpty();
    this.entries = read.orElse(Map.of());
  }

  /** Reads a mapping; {@code owner} names it in messages, {@code example} can be pasted instead. */
  static Fields read(
      Remarks remarks, Node node, Section section, String owner, Place place, String example) {
    Optional<Map<String, Entry>> all = Entry.all(remarks, node, owner, example);
    Map<String, Entry> known = new LinkedHashMap<>();
    all.orElse(Map.of())
        .forEach(
            (key, entry) -> {
              if (section.examples().containsKey(key)) {
                known.put(key, entry);
              } else {
                unknownKey(remarks, section, owner, entry);
              }
            });
    known.values().removeIf(e -> Nodes.empty(e.value()));
    return new Fields(
        remarks, section, owner, place, all.isEmpty() ? Optional.empty() : Optional.of(known));
  }

  /** A part that was not written: every key is absent. */
  static Fields none(Remarks remarks, Section section, String owner, Place place) {
    return new Fields(remarks, section, owner, place, Optional.empty());
  }

  private static void unknownKey(Remarks remarks, Section section, String owner, Entry entry) {
    String key = entry.key();
    String value = Nodes.text(entry.value()).map(t -> " " + Paste.scalar(t)).orElse("");
    remarks.unknown(
        Code.UNKNOWN_KEY,
        entry.place(),
        Paste.quoted(key) + " is not a key of " + owner,
        key,
        section.examples().keySet(),
        name -> name + ":" + value,
        "remove " + Paste.quoted(key));
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Returns whether the part was no mapping, which has been reported. */
  boolean broken() {
    return broken;
  }

  Place place() {
    return place;
  }

  String owner() {
    return owner;
  }

  /** Returns where a key stands, or where the part stands without it. */
  Place at(String key) {
    return has(key) ? entries.get(key).place() : place;
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /** Reports that a key is absent, unless the part itself could not be read. */
  void require(String key) {
    if (!broken && !has(key)) {
      remarks.add(
          Code.MISSING_KEY,
          place,
          "\"" + key + "\" is missing in " + owner,
          "",
          section.example(key));
    }
  }

  String required(String key) {
    require(key);
    return text(key).orElse("");
  }

  Optional<String> text(String key) {
    return node(key).flatMap(n -> textOf(key, n));
  }

  Optional<Study.Named> named(String key) {
    return text(key).map(t -> new Study.Named(t, at(key)));
  }

  private Optional<String> textOf(String key, Node node) {
    Optional<String> text = Nodes.text(node);
    if (text.isEmpty()) {
      wrongType(key, node, "a text");
    }
    return text;
  }

  /** Returns a list of texts; a single text is a list of one. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes(key)) {
      textOf(key, node).ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  /** Returns a list of names, each with its place. */
  List<Study.Named> allNamed(String key) {
    List<Study.Named> names = new ArrayList<>();
    for (Node node : nodes(key)) {
      textOf(key, node).ifPresent(t -> names.add(new Study.Named(t, remarks.at(node))));
    }
    return List.copyOf(names);
  }

  /** Returns the elements of a list; anything else is a list of one. */
  List<Node> nodes(String key) {
    return node(key).map(Nodes::elements).orElse(List.of());
  }

  OptionalLong integer(String key, long min, long max) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.get().matches("[+-]?\\d{1,15}")) {
      remarks.add(
          Code.WRONG_TYPE,
          at(key),
          "\"" + key + "\" of " + owner + " must be a whole number",
          "a whole number from " + min + " to " + max,
          section.example(key));
      return OptionalLong.empty();
    }
    long value = Long.parseLong(text.get());
    if (value < min || value > max) {
      notAllowed(key, text.get(), "a whole number from " + min + " to " + max);
      return OptionalLong.empty();
    }
    return OptionalLong.of(value);
  }

  boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(choice(key, Boolean.toString(otherwise), List.of("true", "false")));
  }

  String choice(String key, String otherwise, List<String> allowed) {
    Optional<String> text = text(key);
    if (text.isEmpty() || allowed.contains(text.get())) {
      return text.orElse(otherwise);
    }
    remarks.unknown(
        Code.VALUE_NOT_ALLOWED,
        at(key),
        Paste.quoted(text.get()) + " is not allowed for \"" + key + "\" of " + owner,
        text.get(),
        allowed,
        name -> key + ": " + name,
        key + ": " + otherwise);
    return otherwise;
  }

  void notAllowed(String key, String value, String expected) {
    remarks.add(
        Code.VALUE_NOT_ALLOWED,
        at(key),
        Paste.quoted(value) + " is not allowed for \"" + key + "\" of " + owner,
        expected,
        section.example(key));
  }

  void wrongType(String key, Node node, String expected) {
    remarks.add(
        Code.WRONG_TYPE,
        remarks.at(node),
        "\"" + key + "\" of " + owner + " cannot hold " + Nodes.kind(node) + " here",
        expected,
        section.example(key));
  }
}
