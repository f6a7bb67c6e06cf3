package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Library;
import org.caretally.intake.dialect.Keep;
import org.caretally.study.Paste;

/** Writes the proposed study file; every guess ends with the mark. */
final class StudyText {
  static final String MARK = "  # CHECK";
  private final Proposal proposal;
  private final Library library;
  private final List<String> lines = new ArrayList<>();

  StudyText(Proposal proposal, Library library) {
    this.proposal = proposal;
    this.library = library;
  }

  /** Returns the file; {@code file} names the data file from the folder of the study file. */
  String text(String file) {
    line(
        "# A proposal, made from the first rows of the data file. Look at every line marked CHECK,");
    line("# correct it or remove the mark, then run: caretally check");
    line("version: 1");
    line("title: " + Paste.scalar(file.replaceAll("^.*/", "").replaceAll("\\.[^.]*$", "")) + MARK);
    line("population: Who was asked" + MARK + ": say it in words");
    files(file);
    keep();
    missing();
    VariablesText variables = new VariablesText(proposal);
    lines.addAll(variables.columns());
    instruments();
    lines.addAll(variables.domains());
    design();
    return String.join("\n", lines) + "\n";
  }

  private void line(String text) {
    lines.add(text);
  }

  private void files(String file) {
    StringBuilder entry = new StringBuilder("files: [{path: ").append(Paste.scalar(file));
    String platform = proposal.export().header().dialect().id();
    entry.append(", platform: ").append(platform);
    if (proposal.export().guessed()) {
      entry.append(", encoding: ").append(proposal.export().header().charset().name());
    }
    char delimiter = proposal.export().header().delimiter();
    entry.append(", delimiter: ").append(delimiter == '\t' ? "TAB" : "\"" + delimiter + "\"");
    if (proposal.decimalComma()) {
      entry.append(", decimal: \",\"");
    }
    line(entry + "}]" + MARK);
    if (proposal.export().guessed()) {
      line("# The encoding is a guess: look at letters with accents. Old Macs wrote x-MacRoman.");
    }
    wave();
    proposal
        .role("key")
        .ifPresent(
            c ->
                line(
                    "# key: "
                        + Paste.scalar(c.name())
                        + MARK
                        + ": remove the first # if it names each person once"));
  }

  private void wave() {
    proposal
        .role("wave")
        .ifPresent(c -> line("wave: {column: " + Paste.scalar(c.name()) + "}" + MARK));
  }

  /** Rows of previews and unfinished answers; the platform says which. */
  private void keep() {
    List<String> rules = new ArrayList<>();
    for (Keep keep : proposal.export().header().dialect().keep()) {
      Optional<Facts> column =
          proposal.columns().stream().filter(c -> c.name().equals(keep.column())).findFirst();
      if (column.isEmpty() || column.get().filled() == 0) {
        continue;
      }
      String name = Paste.scalar(keep.column());
      String words =
          keep.texts().isEmpty()
              ? ", answered: " + keep.accept()
              : (keep.accept() ? ", accept: " : ", refuse: ") + Paste.list(keep.texts());
      rules.add("  " + keep.rule() + ": {column: " + name + words + "}" + MARK);
    }
    rules.addAll(events());
    pace(rules);
    if (rules.stream().anyMatch(r -> !r.startsWith("  #"))) {
      line("clean:");
    }
    rules.forEach(this::line);
  }

  /** REDCap keeps several events of a person in one file: which of them is the survey? */
  private List<String> events() {
    Optional<Facts> events =
        proposal.columns().stream()
            .filter(c -> c.name().equals("redcap_event_name") || c.name().equals("Event Name"))
            .filter(c -> c.counts().size() > 1)
            .findFirst();
    return events
        .map(
            c ->
                List.of(
                    "  # CHECK: several events; name those to keep, or make them waves with wave:"
                        + " {column: "
                        + Paste.scalar(c.name())
                        + "}",
                    "  # other_rows: {column: "
                        + Paste.scalar(c.name())
                        + ", accept: "
                        + Paste.list(c.counts().keySet())
                        + "}"))
        .orElse(List.of());
  }

  private void pace(List<String> rules) {
    proposal
        .export()
        .header()
        .dialect()
        .seconds()
        .flatMap(s -> proposal.columns().stream().filter(c -> c.name().equals(s)).findFirst())
        .filter(c -> c.filled() > 0 && c.numeric())
        .ifPresent(
            c ->
                rules.add(
                    "  # speeders: {column: "
                        + Paste.scalar(c.name())
                        + ", below_median: 33%}"
                        + MARK
                        + ": remove the first # to set aside who answered too fast"));
  }

  private void missing() {
    Set<String> seen = proposal.missing();
    if (!seen.isEmpty()) {
      line("missing: " + Paste.list(seen) + MARK);
    }
  }

  private void instruments() {
    List<Match> sure = proposal.matching().sure();
    boolean help = false;
    line(sure.isEmpty() ? "# CHECK: no instrument was found; name those that were asked:" : "");
    line(sure.isEmpty() ? "# instruments: {gad7: \"GAD7_{1..7}\"}" : "instruments:");
    for (Match match : sure) {
      Instrument instrument = library.find(match.instrument()).orElseThrow();
      line("  " + instrument(match, instrument) + MARK + remark(match));
      help |= !instrument.safetyItems().isEmpty();
    }
    for (Match match : proposal.matching().possible()) {
      Instrument instrument = library.find(match.instrument()).orElseThrow();
      line(
          (sure.isEmpty() ? "#   " : "  # ")
              + instrument(match, instrument)
              + MARK
              + ": remove the first # if these columns are its items");
    }
    if (help) {
      line("# CHECK: an instrument asks about self-harm, so the report must say where help is:");
      line("# support: [\"Staff support line, weekdays 9 to 17\"]");
    }
  }

  private static String remark(Match match) {
    return match.strange() > 0 ? ": a few answers do not fit" : "";
  }

  private static String instrument(Match match, Instrument instrument) {
    String columns = ColumnNames.shortest(match.columns().stream().map(Facts::name).toList());
    List<String> options = new ArrayList<>();
    options.add("columns: " + columns);
    if (!match.option().isEmpty()) {
      options.add(match.option());
    }
    String line = instrument.id() + ": ";
    line += options.size() == 1 ? columns : "{" + String.join(", ", options) + "}";
    Set<String> needs = new LinkedHashSet<>();
    if (instrument.unverified()) {
      needs.add("allow_unverified: true");
    }
    if (instrument.licence().needsConfirmation()) {
      needs.add("licence_confirmed: true");
    }
    return needs.isEmpty() ? line : line + "  # needs " + String.join(", ", needs);
  }

  /** One word such as "weight" may be a body's weight; two of a design are believed. */
  private void design() {
    List<String> parts = new ArrayList<>();
    for (String role : List.of("weight", "strata", "psu")) {
      proposal.role(role).ifPresent(c -> parts.add(role + ": " + Paste.scalar(c.name())));
    }
    if (!parts.isEmpty()) {
      boolean believed = parts.size() > 1;
      line(
          (believed ? "" : "# ")
              + "design: {"
              + String.join(", ", parts)
              + "}"
              + MARK
              + (believed ? "" : ": remove the first # if it is"));
    }
  }
}
