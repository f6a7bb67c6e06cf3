package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.instrument.Library;
import org.caretally.instrument.Scoring;
import org.caretally.intake.Decoder;
import org.caretally.intake.Export;
import org.caretally.intake.Header;
import org.caretally.intake.MissingTexts;
import org.caretally.intake.Unreadable;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** One export beside the study that should read it. */
final class ExportChanges {
  /** An answer of fewer rows is not named: it may tell who gave it. */
  private static final int ROWS = 11;

  private final Study study;
  private final Export export;
  private final Library library;
  private final Problems problems = new Problems();
  private final Map<String, ColumnCheck.Located> found;
  private final List<String> lines = new ArrayList<>();

  ExportChanges(Study study, Export export, Library library) {
    this.study = study;
    this.export = export;
    this.library = library;
    found = ColumnCheck.check(study, List.of(Optional.of(export.header())), problems);
  }

  List<String> lines() {
    int used = found.size();
    lines.add("carried over: " + used + (used == 1 ? " column" : " columns"));
    for (Problem problem : problems.all()) {
      if (problem.code() == Code.COLUMN_NOT_IN_FILE) {
        String near = problem.nearest().isEmpty() ? "" : "; renamed? closest: ";
        lines.add("gone: " + problem.what() + near + problem.nearest());
      } else if (!problem.code().warning()) {
        lines.add("unclear: " + problem.what());
      }
    }
    fresh();
    study.columns().values().forEach(this::declared);
    study.instruments().forEach(this::instrument);
    return List.copyOf(lines);
  }

  private void fresh() {
    Set<Integer> known =
        found.values().stream().map(ColumnCheck.Located::column).collect(Collectors.toSet());
    Set<String> dropped =
        study.privacy().drop().stream().map(Study.Named::name).collect(Collectors.toSet());
    Header header = export.header();
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i < header.columns().size(); i++) {
      String name = header.columns().get(i);
      boolean metadata = header.dialect().metadata(header.questions().get(i));
      if (!name.isEmpty() && !known.contains(i) && !dropped.contains(name) && !metadata) {
        fresh.add(name);
      }
    }
    if (!fresh.isEmpty()) {
      lines.add("not used (" + fresh.size() + "): " + Paste.names(fresh));
    }
  }

  private void declared(Study.Column column) {
    ColumnCheck.Located at = found.get(column.column());
    if (at == null) {
      return;
    }
    Set<String> missing = new LinkedHashSet<>(study.missing());
    missing.addAll(column.missing());
    Decoder decoder = Declared.of(column).decoder();
    Unread unread = unread(at.column(), decoder, new MissingTexts(missing));
    tell("variable " + Paste.quoted(column.name()), unread);
  }

  private void instrument(Study.InstrumentUse use) {
    Problems own = new Problems();
    Optional<Scoring> scoring = new InstrumentPlanner(library, true, true, own).scoring(use);
    Unread all = new Unread(new LinkedHashMap<>(), 0);
    Set<String> missing = new LinkedHashSet<>(study.missing());
    missing.addAll(use.missing());
    for (int i = 0; scoring.isPresent() && i < use.columns().size(); i++) {
      ColumnCheck.Located at = found.get(use.columns().get(i));
      if (at != null) {
        Decoder decoder = scoring.get().answers(i)::code;
        all = all.and(unread(at.column(), decoder, new MissingTexts(missing)));
      }
    }
    tell("instrument " + Paste.quoted(use.id()), all);
  }

  /** Answers that cannot be read: those of many rows by name, all others counted. */
  private record Unread(Map<String, Integer> texts, int outside) {
    Unread and(Unread more) {
      Map<String, Integer> all = new LinkedHashMap<>(texts);
      more.texts.forEach((text, n) -> all.merge(text, n, Integer::sum));
      return new Unread(all, outside + more.outside);
    }
  }

  private Unread unread(int column, Decoder decoder, MissingTexts missing) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    int outside = 0;
    for (List<String> row : export.rows()) {
      String cell = row.get(column);
      if (!missing.contains(cell)) {
        long code = decoder.code(cell);
        outside += code == Unreadable.OUT_OF_RANGE ? 1 : 0;
        if (Unreadable.is(code) && code != Unreadable.OUT_OF_RANGE) {
          texts.merge(cell, 1, Integer::sum);
        }
      }
    }
    return new Unread(texts, outside);
  }

  private void tell(String what, Unread unread) {
    List<String> often =
        unread.texts().entrySet().stream()
            .filter(e -> e.getValue() >= ROWS)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!often.isEmpty()) {
      lines.add("new answers to " + what + ": " + Paste.names(often));
    }
    if (often.size() < unread.texts().size()) {
      lines.add("answers of few rows to " + what + " are not known: look at the export");
    }
    if (unread.outside() > 0) {
      lines.add("numbers outside the range of " + what);
    }
  }
}
