package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caretally.intake.Export;

/**
 * What the sample says about one column.
 *
 * @param at position in the header
 * @param name its name, each once; empty for none
 * @param text its question text
 * @param counts answers with their number of rows, folded alike spellings together under the first;
 *     texts that mean "no answer" are not among them
 * @param filled rows with an answer
 * @param numbers rows whose answer is a number
 * @param commas rows whose answer is a number with a decimal comma
 * @param choices by code the answers that the project's dictionary lists; empty for none
 */
record Facts(
    int at,
    String name,
    String text,
    Map<String, Integer> counts,
    int filled,
    int numbers,
    int commas,
    Map<String, String> choices) {
  /** Texts of survey tools and statistical programs that never are an answer. */
  private static final List<String> MISSING =
      List.of(
          "na",
          "n/a",
          "#n/a",
          "nan",
          "null",
          ".",
          "-",
          "-99",
          "-98",
          "-97",
          "-88",
          "-77",
          "-999",
          "[not completed]",
          "no answer",
          "no response",
          "prefer not to answer",
          "prefer not to say",
          "not applicable",
          "keine angabe",
          "keine antwort",
          "prefiero no responder",
          "no contesta",
          "wil ik niet zeggen",
          "je préfère ne pas répondre",
          "prefiro não responder");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,15},\\d{1,15}");

  /** Looks at every column of a sample. */
  static List<Facts> of(Export export) {
    List<Facts> all = new ArrayList<>();
    for (int i = 0; i < export.header().columns().size(); i++) {
      all.add(column(export, i));
    }
    return all;
  }

  private static Facts column(Export export, int at) {
    Map<String, String> spelling = new TreeMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    int filled = 0;
    int numbers = 0;
    int commas = 0;
    for (List<String> row : export.rows()) {
      String cell = row.get(at);
      if (cell.isEmpty() || missing(cell)) {
        continue;
      }
      filled++;
      boolean comma = COMMA.matcher(cell).matches();
      commas += comma ? 1 : 0;
      numbers += comma || NUMBER.matcher(cell).matches() ? 1 : 0;
      counts.merge(spelling.computeIfAbsent(fold(cell), f -> cell), 1, Integer::sum);
    }
    return new Facts(
        at,
        export.header().columns().get(at),
        export.header().questions().get(at).text(),
        counts,
        filled,
        numbers,
        commas,
        export.choices(at));
  }

  /** Returns whether a text means "no answer" wherever it stands. */
  static boolean missing(String text) {
    return MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  private static String fold(String text) {
    return text.replace('\u00A0', ' ').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** Returns whether nearly all answers are numbers. */
  boolean numeric() {
    return filled > 0 && numbers * 20L >= filled * 19L;
  }

  /** Returns whether many rows have a number with a comma. */
  boolean decimalComma() {
    return numeric() && commas * 2 > filled;
  }

  /** Returns the most decimals of a number, 0 to 4. */
  int decimals() {
    int most = 0;
    for (String answer : counts.keySet()) {
      int mark = Math.max(answer.indexOf('.'), answer.indexOf(','));
      if (mark >= 0 && answer.matches("[+-]?\\d+[.,]\\d+")) {
        most = Math.max(most, answer.substring(mark + 1).replaceAll("0+$", "").length());
      }
    }
    return Math.min(4, most);
  }

  /**
   * Returns the answers that so many rows gave that they tell nothing about one person; empty when
   * the column is no short list of answers.
   *
   * @param rows the fewest rows of an answer
   * @param most the most answers
   */
  Optional<List<String>> levels(int rows, int most) {
    List<String> levels = new ArrayList<>();
    int covered = 0;
    boolean sentence = false;
    for (Map.Entry<String, Integer> e : counts.entrySet()) {
      if (e.getValue() >= rows) {
        levels.add(e.getKey());
        covered += e.getValue();
        sentence |= e.getKey().length() > 100;
      }
    }
    boolean list = levels.size() >= 2 && levels.size() <= most && covered * 10L >= filled * 8L;
    levels.sort(String.CASE_INSENSITIVE_ORDER);
    return list && !sentence ? Optional.of(levels) : Optional.empty();
  }
}
