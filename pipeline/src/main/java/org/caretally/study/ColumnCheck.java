package org.caretally.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.intake.Header;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Finds the columns a study names in its data files. A column is written by its name, or as {@code
 * FILE/NAME} when several files have it; a column whose own name is so written goes first.
 */
public final class ColumnCheck {
  private final Study study;
  private final List<Optional<Header>> headers;
  private final Problems problems;
  private final Closest closest = new Closest();
  private final Map<String, Located> found = new LinkedHashMap<>();

  private ColumnCheck(Study study, List<Optional<Header>> headers, Problems problems) {
    this.study = study;
    this.headers = headers;
    this.problems = problems;
  }

  /**
   * Where a column is.
   *
   * @param file position of the file in the study, from 0
   * @param column position in the file's header, from 0
   */
  public record Located(int file, int column) {}

  /**
   * Looks up every column the study uses.
   *
   * @param study the study
   * @param headers the header of each of its files, in its order; empty for a file whose problem is
   *     already reported, and then no column is said to be in no file
   * @param problems receives E107, E109 and E206
   * @return by the text in the study, every column found, but of the key only that of the first
   *     file
   */
  public static Map<String, Located> check(
      Study study, List<Optional<Header>> headers, Problems problems) {
    if (headers.size() != study.files().size()) {
      throw new IllegalArgumentException("one header for each file");
    }
    return new ColumnCheck(study, headers, problems).check();
  }

  private Map<String, Located> check() {
    key();
    Map<Located, List<ColumnUse>> uses = new LinkedHashMap<>();
    Set<String> reported = new LinkedHashSet<>();
    for (ColumnUse use : ColumnUse.all(study)) {
      Optional<Located> at = locate(use, reported);
      at.ifPresent(l -> uses.computeIfAbsent(l, x -> new ArrayList<>()).add(use));
    }
    uses.values().forEach(this::usedTwice);
    return Collections.unmodifiableMap(found);
  }

  /** The key must be in every file. */
  private void key() {
    if (study.key().isEmpty()) {
      return;
    }
    String key = study.key().get().name();
    for (Optional<Header> header : headers) {
      if (header.isPresent() && keyAt(header.get(), key, headers.size()).isEmpty()) {
        notFound(
            study.key().get().place(),
            "the key "
                + Paste.quoted(key)
                + " is not a column of "
                + Paste.quoted(header.get().file()),
            key,
            header.get().columns());
      }
    }
  }

  /**
   * Returns where the key is in a file. A part of a question text may name it when there is only
   * one file; files that are joined must give it the same name.
   */
  static Optional<Integer> keyAt(Header header, String key, int files) {
    if (files > 1) {
      int at = header.columns().indexOf(key);
      return at < 0 ? Optional.empty() : Optional.of(at);
    }
    List<Integer> all = TextName.positions(header, key);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private Optional<Located> locate(ColumnUse use, Set<String> reported) {
    List<Located> all = everywhere(use.column());
    boolean isKey = study.key().map(k -> k.name().equals(use.column())).orElse(false);
    if (all.size() == 1 || (isKey && !all.isEmpty())) {
      found.put(use.column(), all.get(0));
      return Optional.of(all.get(0));
    }
    if (!reported.add(use.column()) || isKey) {
      return Optional.empty();
    }
    if (all.isEmpty() && headers.stream().allMatch(Optional::isPresent)) {
      notFound(
          use.place(),
          "column " + Paste.quoted(use.column()) + " of " + use.user() + " is in no data file",
          use.column(),
          candidates(use.column()));
    } else if (!all.isEmpty()) {
      several(use, all);
    }
    return Optional.empty();
  }

  private List<Located> everywhere(String text) {
    List<Located> plain = new ArrayList<>();
    List<Located> qualified = new ArrayList<>();
    for (int f = 0; f < headers.size(); f++) {
      if (headers.get(f).isEmpty()) {
        continue;
      }
      Header header = headers.get(f).get();
      add(plain, f, TextName.positions(header, text));
      for (String prefix : prefixes(f)) {
        if (text.startsWith(prefix)) {
          add(qualified, f, TextName.positions(header, text.substring(prefix.length()).strip()));
        }
      }
    }
    return plain.isEmpty() ? qualified : plain;
  }

  private static void add(List<Located> all, int file, List<Integer> columns) {
    columns.forEach(c -> all.add(new Located(file, c)));
  }

  /** A file may be named as the study writes it, or without its folders. */
  private Set<String> prefixes(int file) {
    String name = study.files().get(file).name();
    return new LinkedHashSet<>(
        List.of(name + "/", name.substring(name.lastIndexOf('/') + 1) + "/"));
  }

  private List<String> candidates(String text) {
    List<String> names = new ArrayList<>();
    for (int f = 0; f < headers.size(); f++) {
      List<String> columns = headers.get(f).map(Header::columns).orElse(List.of());
      Optional<String> prefix = prefixes(f).stream().filter(text::startsWith).findFirst();
      columns.stream()
          .filter(c -> !c.isEmpty())
          .map(c -> prefix.orElse("") + c)
          .forEach(names::add);
    }
    return names;
  }

  private void notFound(Place place, String what, String wanted, List<String> names) {
    Closest.Found close = closest.to(wanted, names);
    problems.add(
        new Problem(
            Code.COLUMN_NOT_IN_FILE,
            place,
            what,
            "",
            close.phrase(),
            close.best().isEmpty()
                ? "write the name as in the first line of the data file"
                : Paste.scalar(close.best().get(0))));
  }

  private void several(ColumnUse use, List<Located> all) {
    List<String> files =
        all.stream().map(Located::file).distinct().map(f -> study.files().get(f).name()).toList();
    if (files.size() == 1) {
      severalTimes(use, all, files.get(0));
      return;
    }
    problems.add(
        new Problem(
            Code.COLUMN_NAMED_TWICE,
            use.place(),
            "column " + Paste.quoted(use.column()) + " of " + use.user() + " is in several files",
            "the file before the column, one of " + Paste.names(files),
            "",
            Paste.scalar(files.get(0) + "/" + use.column())));
  }

  private void severalTimes(ColumnUse use, List<Located> all, String file) {
    List<String> names = new ArrayList<>();
    for (Located at : all) {
      Header header = headers.get(at.file()).orElseThrow();
      String name = header.columns().get(at.column());
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    problems.add(
        new Problem(
            Code.COLUMN_NAMED_TWICE,
            use.place(),
            "column "
                + Paste.quoted(use.column())
                + " of "
                + use.user()
                + " could be "
                + all.size()
                + " columns of "
                + Paste.quoted(file),
            names.isEmpty() ? "" : "one of " + Paste.names(names),
            "",
            names.isEmpty() ? "give the columns names" : Paste.scalar(names.get(0))));
  }

  private void usedTwice(List<ColumnUse> uses) {
    for (int i = 1; i < uses.size(); i++) {
      ColumnUse use = uses.get(i);
      Optional<ColumnUse> other =
          uses.subList(0, i).stream().filter(u -> !u.shares(use)).findFirst();
      if (other.isPresent()) {
        problems.add(
            new Problem(
                Code.COLUMN_USED_TWICE,
                use.place(),
                "column "
                    + Paste.quoted(use.column())
                    + " is used by "
                    + uses.stream().map(ColumnUse::user).collect(Collectors.joining(" and by ")),
                "one use for each column",
                "",
                "name the right column for " + use.user() + " or for " + other.get().user()));
        return;
      }
    }
  }
}
