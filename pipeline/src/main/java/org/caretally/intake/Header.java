package org.caretally.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.caretally.intake.dialect.Dialect;
import org.caretally.intake.dialect.Dialects;
import org.caretally.intake.dialect.Question;

/**
 * The header of a data file.
 *
 * @param file the file as the study names it
 * @param delimiter what separates cells
 * @param dialect the platform that wrote the file
 * @param records header records: rows above the first answers
 * @param charset how the bytes of the file stand for letters
 * @param questions what the export says about each column; names may repeat
 * @param columns names of the columns in order, each once; an unnamed column is the empty text
 * @param dataStart offset in bytes of the first byte after the header's line break; for a file that
 *     is not UTF-8, in a copy that is
 * @param headerLines physical lines up to there: 1, or more when there are several header records,
 *     names hold line breaks or blank lines stand before
 * @param quotedHeader whether a name is quoted
 */
public record Header(
    String file,
    char delimiter,
    Dialect dialect,
    int records,
    Charset charset,
    List<Question> questions,
    List<String> columns,
    long dataStart,
    int headerLines,
    boolean quotedHeader) {
  private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n]\\s*");

  /** Keeps its own copy of the names. */
  public Header {
    questions = List.copyOf(questions);
    columns = List.copyOf(columns);
  }

  /** A header of one record in UTF-8, whose names are its texts. */
  public Header(
      String file,
      char delimiter,
      List<String> names,
      long dataStart,
      int headerLines,
      boolean quotedHeader) {
    this(
        file,
        delimiter,
        Dialects.plain(),
        1,
        StandardCharsets.UTF_8,
        names.stream().map(n -> new Question(n, n)).toList(),
        unique(names),
        dataStart,
        headerLines,
        quotedHeader);
  }

  /**
   * Returns the names with those that repeat numbered in their order: {@code a}, {@code a} become
   * {@code a (1)}, {@code a (2)}. None keeps the bare name, so that it never means the first by
   * accident.
   */
  static List<String> unique(List<String> names) {
    Map<String, Integer> times = new HashMap<>();
    names.forEach(n -> times.merge(n, 1, Integer::sum));
    Set<String> taken = new HashSet<>(names);
    Map<String, Integer> next = new HashMap<>();
    List<String> unique = new ArrayList<>();
    for (String name : names) {
      String made = name;
      while (!name.isEmpty() && times.get(name) > 1 && !taken.add(made)) {
        made = name + " (" + next.merge(name, 1, Integer::sum) + ")";
      }
      unique.add(made);
    }
    return unique;
  }

  /** Returns the positions of all columns that the file names so, however often. */
  public List<Integer> named(String name) {
    int one = columns.indexOf(name);
    if (one >= 0) {
      return List.of(one);
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).name().equals(name)) {
        all.add(i);
      }
    }
    return all;
  }

  /** Returns how many columns every row must have: those after the last name may be left out. */
  public int least() {
    int least = columns.size();
    while (least > 1 && columns.get(least - 1).isEmpty()) {
      least--;
    }
    return least;
  }

  /**
   * Returns a name without a byte order mark and without blanks around it; a line break inside,
   * with the blanks around it, becomes one blank. The study file's names are cleaned in the same
   * way.
   */
  public static String clean(String name) {
    String text = name.startsWith("\uFEFF") ? name.substring(1) : name;
    return BREAK.matcher(text.replace('\u00A0', ' ').strip()).replaceAll(" ");
  }
}
