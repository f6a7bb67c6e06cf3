package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Neighbouring columns whose names differ in one number or in their last part only.
 *
 * @param stem what the names share
 * @param columns the columns, in the order of the file
 */
record Series(String stem, List<Facts> columns) {
  private static final Pattern ROW = Pattern.compile("(.*\\S)\\s*\\[[^\\[\\]]*\\]");
  private static final Pattern PATH = Pattern.compile("(.*\\S) / .*");
  private static final Pattern CHOICE = Pattern.compile("(.*\\S) \\(choice=.*\\)");
  private static final Pattern NUMBER = Pattern.compile("(.*?)\\d+(\\D*)");

  /** Cuts the columns of a file into series; a column on its own is a series of one. */
  static List<Series> of(List<Facts> all) {
    List<Series> series = new ArrayList<>();
    List<Facts> run = new ArrayList<>();
    String before = "";
    for (Facts column : all) {
      String stem = stem(column.name());
      if (!run.isEmpty() && !stem.equals(before)) {
        series.add(new Series(before, List.copyOf(run)));
        run.clear();
      }
      run.add(column);
      before = stem;
    }
    if (!run.isEmpty()) {
      series.add(new Series(before, List.copyOf(run)));
    }
    return series;
  }

  /** Returns a name without its row, choice or last number. */
  static String stem(String name) {
    for (Pattern pattern : List.of(CHOICE, ROW, PATH)) {
      Matcher m = pattern.matcher(name);
      if (m.matches()) {
        return m.group(1);
      }
    }
    Matcher m = NUMBER.matcher(name);
    return m.matches() ? m.group(1) + "#" + m.group(2) : name;
  }

  /** Returns the words of the stem in lower case, and each two neighbours written as one. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    String folded = stem.toLowerCase(Locale.ROOT).replace('#', ' ');
    String last = "";
    for (String word : folded.split("[^a-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
        if (!last.isEmpty()) {
          words.add(last + word);
        }
        last = word;
      }
    }
    return words;
  }

  /** Returns the first and the last name, for a reader. */
  String span() {
    String first = columns.get(0).name();
    String last = columns.get(columns.size() - 1).name();
    return columns.size() == 1 ? first : first + " to " + last;
  }
}
