package org.caretally.study;

import java.util.List;

/**
 * What the YAML reader says, in our words: its own may repeat parts of the file, which could be
 * data when the wrong file was given.
 *
 * @param begins how the reader's sentence begins
 * @param what what is wrong
 * @param fix what to do
 */
record YamlFault(String begins, String what, String fix) {
  private static final List<YamlFault> ALL =
      List.of(
          new YamlFault(
              "found character '\\t",
              "a tab cannot indent a line or begin a value",
              "replace the tab by blanks"),
          new YamlFault(
              "found character",
              "a value begins with a character that YAML keeps for itself",
              "put the value into quotes, such as \"@home\""),
          new YamlFault(
              "mapping values are not allowed",
              "a second colon in one line, or a line indented deeper than its neighbours",
              "put a text with \": \" into quotes, and let keys of one part begin in one column"),
          new YamlFault(
              "found undefined alias",
              "a value that begins with * repeats an anchor that does not exist",
              "put the value into quotes"),
          new YamlFault(
              "but found another document",
              "a second document begins (a line with ---)",
              "keep one study in the file"),
          new YamlFault(
              "expected ',' or ']', but got {",
              "a { inside a list without quotes",
              "put the pattern into quotes, such as [\"Q{1..9}\"]"),
          new YamlFault(
              "expected ',' or",
              "a bracket is opened and not closed, or a comma is missing",
              "close [ with ] and { with }, and put texts with brackets into quotes"),
          new YamlFault(
              "found unexpected end of stream",
              "a quotation mark is opened and not closed",
              "close the quotation mark"),
          new YamlFault(
              "found unknown escape",
              "an unknown escape after a backslash in double quotes",
              "write \\\\ for a backslash, or use single quotes"),
          new YamlFault(
              "could not find expected ':'",
              "a line is neither a key with a value nor an element of a list",
              "write key: value, with a blank after the colon"),
          new YamlFault(
              "expected <block end>",
              "a line does not fit the lines before it",
              "let keys of one part begin in one column, and put a text with quotes inside into quotes"));

  private static final YamlFault OTHER =
      new YamlFault(
          "",
          "this line cannot be read as YAML 1.2",
          "put texts with special characters into quotes, and indent with blanks");

  /** Returns whether the mistake is where something opened, not where the reader gave up. */
  boolean atOpening() {
    return begins.equals("expected ',' or") || begins.equals("found unexpected end of stream");
  }

  static YamlFault of(String problem) {
    return ALL.stream().filter(f -> problem.startsWith(f.begins)).findFirst().orElse(OTHER);
  }
}
