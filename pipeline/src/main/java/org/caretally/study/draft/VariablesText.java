package org.caretally.study.draft;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.study.Paste;

/** Writes the proposed variables and breakdowns. */
final class VariablesText {
  private static final String MARK = StudyText.MARK;
  private static final Set<String> FEMALE =
      Set.of("female", "f", "woman", "women", "weiblich", "frau", "femme", "mujer", "vrouw");
  private static final Set<String> MALE =
      Set.of("male", "m", "man", "men", "m\u00E4nnlich", "mann", "homme", "hombre");

  private final Proposal proposal;
  private final List<String> lines = new ArrayList<>();
  private final Map<Facts, String> names = new LinkedHashMap<>();
  private Optional<String> sex = Optional.empty();

  VariablesText(Proposal proposal) {
    this.proposal = proposal;
  }

  /** Returns the part {@code columns}; empty without variables. */
  List<String> columns() {
    if (proposal.groups().isEmpty() && proposal.numbers().isEmpty()) {
      several("# ");
      return lines;
    }
    line("columns:");
    for (Facts c : proposal.groups()) {
      line("  " + variable(c) + ":" + MARK);
      line("    column: " + Paste.scalar(c.name()));
      line("    label: " + Paste.scalar(label(c)));
      levels(c);
      rareAnswers(c);
    }
    for (Facts c : proposal.numbers()) {
      List<String> range = Roles.range(c).orElseThrow();
      line("  " + variable(c) + ":" + MARK);
      line("    column: " + Paste.scalar(c.name()));
      line("    label: " + Paste.scalar(label(c)));
      line(
          "    number: {min: "
              + range.get(0)
              + ", max: "
              + range.get(1)
              + ", decimals: "
              + c.decimals()
              + ", higher: neutral, outside: missing}");
    }
    several("  # ");
    sex.ifPresent(s -> line("sex: " + s + MARK));
    return lines;
  }

  private void several(String before) {
    for (Several one : proposal.several()) {
      List<String> choices = new ArrayList<>();
      one.choices().forEach((id, text) -> choices.add(id + ": " + Paste.scalar(text)));
      line(
          before
              + slug(one.name(), names.values())
              + ": {"
              + (one.joined() ? "column: " + Paste.scalar(one.name()) + ", " : "")
              + "choices: {"
              + String.join(", ", choices)
              + "}"
              + (one.joined() ? ", other: ignore" : "")
              + "}"
              + MARK
              + ": several choices; remove the first # to use them");
    }
  }

  /** A dictionary lists codes and answers; it is about the questionnaire, so all may be written. */
  private void listed(Facts c) {
    Map<String, String> ids = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    c.choices()
        .forEach(
            (code, label) -> {
              String word = label.toLowerCase(Locale.ROOT);
              boolean female = Roles.sex(c) && FEMALE.contains(word);
              boolean male = Roles.sex(c) && MALE.contains(word);
              String id = female ? "female" : male ? "male" : slug(label, ids.values());
              ids.put(code, id);
              labels.put(id, label);
            });
    if (sex.isEmpty() && ids.values().containsAll(List.of("female", "male"))) {
      sex = Optional.of(names.get(c));
    }
    line("    levels:");
    ids.forEach((code, id) -> line("      " + Paste.scalar(code) + ": " + id));
    line("    labels:");
    labels.forEach((id, label) -> line("      " + id + ": " + Paste.scalar(label)));
  }

  private void rareAnswers(Facts c) {
    int rare = c.choices().isEmpty() ? c.counts().size() - Proposal.levels(c).size() : 0;
    if (rare > 0) {
      line(
          "    recode: {map: {}, unmapped: missing}"
              + MARK
              + ": "
              + rare
              + (rare == 1 ? " further answer" : " further answers")
              + " of fewer than "
              + Proposal.ROWS
              + " rows each; a map gives them a level");
    }
  }

  private void levels(Facts c) {
    if (!c.choices().isEmpty()) {
      listed(c);
      return;
    }
    List<String> levels = Proposal.levels(c);
    Map<String, String> bySex = new LinkedHashMap<>();
    if (Roles.sex(c)) {
      for (String level : levels) {
        String word = level.toLowerCase(Locale.ROOT);
        String id = FEMALE.contains(word) ? "female" : MALE.contains(word) ? "male" : "";
        bySex.put(level, id.isEmpty() ? slug(level, bySex.values()) : id);
      }
    }
    if (sex.isEmpty() && bySex.values().containsAll(List.of("female", "male"))) {
      sex = Optional.of(names.get(c));
      line("    levels:");
      bySex.forEach((text, id) -> line("      " + Paste.scalar(text) + ": " + id));
    } else {
      line("    levels: " + Paste.list(levels));
    }
  }

  /** Returns the name of a variable: short, plain letters, once. */
  private String variable(Facts c) {
    String name = slug(c.name(), names.values());
    names.put(c, name);
    return name;
  }

  static String slug(String text, Collection<String> taken) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    String cut = plain.length() > 30 ? plain.substring(0, 30).replaceAll("_+$", "") : plain;
    String base = cut.isEmpty() ? "column" : cut;
    String made = base;
    for (int i = 2; taken.contains(made); i++) {
      made = base + "_" + i;
    }
    return made;
  }

  private static String label(Facts c) {
    String text = c.text().isBlank() ? c.name() : c.text();
    return text.length() > 120 ? text.substring(0, text.lastIndexOf(' ', 117)) + "..." : text;
  }

  private void line(String text) {
    lines.add(text);
  }

  /** Returns the part {@code domains}; known once the columns are written. */
  List<String> domains() {
    List<String> domains = new ArrayList<>();
    proposal.groups().forEach(c -> domains.add("  " + names.get(c) + ": " + names.get(c) + MARK));
    for (Facts c : proposal.numbers()) {
      if (Roles.age(c)) {
        String name = names.get(c);
        domains.add("  " + name + "_group: {of: " + name + ", cuts: [15, 30, 45, 60]}" + MARK);
      }
    }
    if (!domains.isEmpty()) {
      domains.add(0, "domains:");
    }
    return domains;
  }
}
