package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.caretally.intake.AnyText;
import org.caretally.intake.Header;
import org.caretally.intake.identity.IdentityScan;
import org.caretally.intake.identity.Kind;
import org.caretally.intake.identity.Sample;
import org.caretally.intake.identity.Suspect;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Stops a study that uses a column which may say who a person is, and lists such columns that it
 * does not use. Looks at names and at a bounded sample of rows; says the column and the reason,
 * never a value.
 */
final class IdentityCheck {
  /** Shorter numbers are no telephone numbers, cards or health numbers. */
  private static final Pattern LONG_NUMBER = Pattern.compile("[-+(]?[0-9][0-9 ().,/-]{7,}");

  private static final int SHOWN = 12;

  private final Study study;
  private final List<Header> headers;
  private final Problems problems;

  private IdentityCheck(Study study, List<Header> headers, Problems problems) {
    this.study = study;
    this.headers = headers;
    this.problems = problems;
  }

  /**
   * Checks the columns of all files.
   *
   * @param headers the header of each file
   * @param columns where the columns are that the study uses
   * @param slots what the study reads of them: an answer that it names identifies nobody
   * @param problems receives E107, E109, E209 and W202
   */
  static void check(
      Study study,
      List<Header> headers,
      Map<String, ColumnCheck.Located> columns,
      List<Slot> slots,
      Problems problems) {
    IdentityCheck check = new IdentityCheck(study, headers, problems);
    Map<ColumnCheck.Located, List<ColumnUse>> uses = check.uses(columns);
    check.listed(study.privacy().drop(), "drop");
    check.listed(study.privacy().notIdentifying(), "not_identifying");
    check.dropped(uses);
    IdentityScan scan = new IdentityScan();
    for (int file = 0; file < headers.size(); file++) {
      Header header = headers.get(file);
      Sample sample = Sample.of(study.files().get(file).path(), header);
      check.judge(file, scan.of(header, sample, answers(slots, file)), uses);
    }
  }

  private Map<ColumnCheck.Located, List<ColumnUse>> uses(Map<String, ColumnCheck.Located> columns) {
    Map<ColumnCheck.Located, List<ColumnUse>> uses = new LinkedHashMap<>();
    for (ColumnUse use : ColumnUse.all(study)) {
      if (columns.containsKey(use.column())) {
        add(uses, columns.get(use.column()), use);
      }
      boolean key = use.role() == ColumnUse.Role.KEY;
      for (int file = 1; key && file < headers.size(); file++) {
        int at = headers.get(file).columns().indexOf(use.column());
        add(uses, new ColumnCheck.Located(file, at), use);
      }
    }
    return uses;
  }

  private static void add(
      Map<ColumnCheck.Located, List<ColumnUse>> uses, ColumnCheck.Located at, ColumnUse use) {
    uses.computeIfAbsent(at, l -> new ArrayList<>()).add(use);
  }

  /** Returns whether a cell of a column is an answer that the study names. */
  private static BiPredicate<Integer, String> answers(List<Slot> slots, int file) {
    Map<Integer, Slot> coded = new LinkedHashMap<>();
    slots.stream()
        .filter(s -> s.file() == file && s.decoder() != null)
        .filter(s -> !(s.decoder() instanceof AnyText))
        .forEach(s -> coded.putIfAbsent(s.column(), s));
    return (column, text) ->
        coded.containsKey(column)
            && !LONG_NUMBER.matcher(text.strip()).matches()
            && coded.get(column).names(text);
  }

  /** A name under "drop" that is in no file protects nobody. */
  private void listed(List<Study.Named> names, String key) {
    for (Study.Named name : names) {
      if (headers.stream().noneMatch(h -> at(h, name.name()).isPresent())) {
        List<String> all = headers.stream().flatMap(h -> h.columns().stream()).toList();
        Closest.Found close = new Closest().to(name.name(), all);
        problems.add(
            new Problem(
                Code.COLUMN_NOT_IN_FILE,
                name.place(),
                "column " + Paste.quoted(name.name()) + " under \"" + key + "\" is in no data file",
                "",
                close.phrase(),
                close.best().isEmpty()
                    ? "write the name as in the first line of the data file, or remove it"
                    : key + ": " + Paste.list(close.best())));
      }
    }
  }

  /** A column is written by its name, or with its file before it. */
  private static Optional<Integer> at(Header header, String name) {
    int plain = header.columns().indexOf(name);
    String prefix = header.file() + "/";
    int at =
        plain < 0 && name.startsWith(prefix)
            ? header.columns().indexOf(name.substring(prefix.length()))
            : plain;
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  private boolean under(List<Study.Named> names, int file, int column) {
    return names.stream()
        .anyMatch(n -> at(headers.get(file), n.name()).filter(a -> a == column).isPresent());
  }

  private void dropped(Map<ColumnCheck.Located, List<ColumnUse>> uses) {
    uses.forEach(
        (at, users) -> {
          if (under(study.privacy().drop(), at.file(), at.column())) {
            String name = headers.get(at.file()).columns().get(at.column());
            problems.add(
                new Problem(
                    Code.COLUMN_USED_TWICE,
                    users.get(0).place(),
                    "column "
                        + Paste.quoted(name)
                        + " is listed under \"drop\" and used by "
                        + users.get(0).user(),
                    "a column that is dropped is never used",
                    "",
                    "remove it from \"drop\", or remove " + users.get(0).user()));
          }
        });
  }

  private void judge(
      int file, List<Suspect> suspects, Map<ColumnCheck.Located, List<ColumnUse>> uses) {
    List<Suspect> unused = new ArrayList<>();
    for (Suspect suspect : suspects) {
      if (under(study.privacy().notIdentifying(), file, suspect.column())
          || under(study.privacy().drop(), file, suspect.column())) {
        continue;
      }
      List<ColumnUse> users =
          uses.getOrDefault(new ColumnCheck.Located(file, suspect.column()), List.of());
      if (users.isEmpty()) {
        unused.add(suspect);
      }
      users.stream()
          .filter(u -> !harmless(suspect.kind(), u.role()))
          .findFirst()
          .ifPresent(u -> stop(suspect, u));
    }
    if (!unused.isEmpty()) {
      list(headers.get(file).file(), unused);
    }
  }

  private void stop(Suspect suspect, ColumnUse use) {
    String name = Paste.scalar(suspect.name());
    problems.add(
        new Problem(
            Code.COLUMN_IDENTIFIES,
            use.place(),
            "column "
                + Paste.quoted(suspect.name())
                + " of "
                + use.user()
                + " may say who a person is: "
                + suspect.reason(),
            "columns that identify nobody",
            "",
            "do not use it, and write drop: ["
                + name
                + "]; if it identifies nobody, not_identifying: ["
                + name
                + "]"));
  }

  /** Of a date of birth from which an age is made only the years are kept. */
  private static boolean harmless(Kind kind, ColumnUse.Role role) {
    return (kind.mayLink() && role.links())
        || (kind == Kind.BIRTH_DATE && role == ColumnUse.Role.DATE);
  }

  private void list(String file, List<Suspect> unused) {
    List<String> reasons =
        unused.stream().limit(SHOWN).map(s -> named(s) + " (" + s.reason() + ")").toList();
    String more = unused.size() > SHOWN ? " and " + (unused.size() - SHOWN) + " more" : "";
    List<String> names =
        unused.stream().map(Suspect::name).filter(n -> !n.isEmpty()).distinct().toList();
    problems.add(
        Problem.of(
            Code.UNUSED_COLUMN_IDENTIFIES,
            Place.in(file),
            (unused.size() == 1 ? "a column" : unused.size() + " columns")
                + " that the study does not use may say who a person is: "
                + String.join(", ", reasons)
                + more,
            names.isEmpty()
                ? "leave them out when you export the data"
                : "drop: " + Paste.list(names)));
  }

  private static String named(Suspect suspect) {
    return suspect.name().isEmpty()
        ? "column " + (suspect.column() + 1)
        : Paste.quoted(suspect.name());
  }
}
