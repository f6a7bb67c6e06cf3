package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caretally.instrument.Library;
import org.caretally.intake.Export;
import org.caretally.intake.Header;
import org.caretally.intake.identity.Suspect;
import org.caretally.study.Paste;

/** A study file proposed for an export, and what the user should know about it. */
public final class Draft {
  private static final int LONGEST = 70;

  private final Proposal proposal;
  private final Library library;

  private Draft(Proposal proposal, Library library) {
    this.proposal = proposal;
    this.library = library;
  }

  /**
   * Proposes a study file.
   *
   * @param export the data file, looked at
   * @param library instruments to look for
   * @param identifying for the position of a column, why it may say who a person is; such columns
   *     are used for nothing
   */
  public static Draft of(
      Export export, Library library, Function<Integer, Optional<String>> identifying) {
    return new Draft(new Proposal(export, library, identifying), library);
  }

  /**
   * Returns the line of a study file that says which columns are never to be used; may be empty.
   */
  public static String drop(Collection<Suspect> suspects) {
    List<String> names = suspects.stream().map(Suspect::name).filter(n -> !n.isEmpty()).toList();
    return names.isEmpty() ? "" : "drop: " + Paste.list(names) + "\n";
  }

  /** Returns the study file; {@code file} names the data file from the folder of the study file. */
  public String text(String file) {
    return new StudyText(proposal, library).text(file);
  }

  /** Returns what was found, in lines for the terminal; names of columns, never a cell value. */
  public List<String> lines(String file) {
    Header header = proposal.export().header();
    List<String> lines = new ArrayList<>();
    lines.add(
        file
            + ": "
            + header.dialect().label()
            + ", "
            + header.records()
            + (header.records() == 1 ? " header row, " : " header rows, ")
            + header.columns().size()
            + " columns, "
            + header.charset().name()
            + (proposal.export().guessed() ? " (a guess)" : "")
            + ", delimiter "
            + (header.delimiter() == '\t' ? "TAB" : String.valueOf(header.delimiter())));
    lines.add(
        "looked at "
            + (proposal.export().all() ? "all " : "the first ")
            + proposal.export().rows().size()
            + " rows; "
            + proposal.export().empty()
            + " more have nothing in them");
    matches(lines);
    fates().forEach((kind, columns) -> listed(lines, kind, columns));
    return lines;
  }

  private void matches(List<String> lines) {
    for (Match match : proposal.matching().sure()) {
      lines.add(
          "instrument "
              + match.instrument()
              + ": "
              + span(match)
              + ", by names and answers"
              + (match.option().isEmpty() ? "" : ", " + match.option()));
    }
    for (Match match : proposal.matching().possible()) {
      lines.add(
          "perhaps "
              + match.instrument()
              + ": "
              + span(match)
              + (match.named() ? ", one of several that fit" : ", by answers only")
              + "; not used");
    }
    lines.addAll(proposal.matching().remarks());
  }

  private static String span(Match match) {
    String first = cut(match.columns().get(0).name());
    int n = match.columns().size();
    return n == 1 ? first : first + " to " + cut(match.columns().get(n - 1).name());
  }

  private static void listed(List<String> lines, Fate.Kind kind, List<Fate> columns) {
    lines.add(kind.words() + " (" + columns.size() + ")");
    if (kind == Fate.Kind.ITEM) {
      return;
    }
    Map<String, List<Fate>> byWords =
        columns.stream()
            .collect(
                Collectors.groupingBy(
                    Fate::words, java.util.LinkedHashMap::new, Collectors.toList()));
    byWords.forEach(
        (words, all) ->
            lines.add(
                "  "
                    + (words.isEmpty() ? "" : words + ": ")
                    + all.stream().map(f -> named(f.column())).collect(Collectors.joining("; "))));
  }

  private static String named(Facts column) {
    return column.name().isEmpty() ? "column " + (column.at() + 1) : cut(column.name());
  }

  private static String cut(String name) {
    return name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
  }

  private Map<Fate.Kind, List<Fate>> fates() {
    return proposal.fates().stream()
        .collect(
            Collectors.groupingBy(
                Fate::kind, () -> new EnumMap<>(Fate.Kind.class), Collectors.toList()));
  }

  /** Returns how many columns have each fate, by its words; together all columns of the file. */
  public Map<String, Integer> account() {
    Map<String, Integer> account = new java.util.LinkedHashMap<>();
    fates().forEach((kind, columns) -> account.put(kind.words(), columns.size()));
    return account;
  }

  /** Returns the ids of the instruments that are used. */
  public List<String> instruments() {
    return proposal.matching().sure().stream().map(Match::instrument).toList();
  }
}
