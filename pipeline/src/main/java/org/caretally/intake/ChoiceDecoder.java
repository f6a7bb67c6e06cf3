package org.caretally.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether one choice of a question with several is ticked: level 0 for yes, 1 for no.
 *
 * @param choices texts of all choices that one cell may hold together; empty when every choice has
 *     a column of its own
 * @param mine position of the choice among them
 * @param separator what stands between choices in a cell
 * @param strict whether other texts in the cell are errors; otherwise they are passed over, such as
 *     what people wrote themselves
 */
public record ChoiceDecoder(List<String> choices, int mine, String separator, boolean strict)
    implements Decoder {
  /** Level of a choice that is ticked. */
  public static final long YES = 0;

  /** Level of a choice that is not. */
  public static final long NO = 1;

  /** What platforms write into the column of a choice that is not ticked. */
  private static final Set<String> NOT =
      Set.of("", "0", "no", "n", "false", "unchecked", "not selected", "not checked", "nein");

  /** Keeps the choices folded. */
  public ChoiceDecoder {
    choices = choices.stream().map(LevelDecoder::normal).toList();
    separator = LevelDecoder.normal(separator);
  }

  /** A choice with a column of its own: whatever else stands there is the tick. */
  public static ChoiceDecoder alone() {
    return new ChoiceDecoder(List.of(), 0, "", false);
  }

  @Override
  public long code(String text) {
    String cell = LevelDecoder.normal(text);
    if (choices.isEmpty()) {
      return NOT.contains(cell.toLowerCase(Locale.ROOT)) ? NO : YES;
    }
    boolean found = false;
    int at = 0;
    while (at < cell.length()) {
      int choice = longest(cell, at);
      if (choice < 0 && strict) {
        return Unreadable.UNKNOWN_LABEL;
      }
      found |= choice == mine;
      at = next(cell, choice < 0 ? at : at + choices.get(choice).length());
    }
    return found ? YES : NO;
  }

  /** The longest choice that begins here and ends where the cell may be cut; -1 for none. */
  private int longest(String cell, int at) {
    int best = -1;
    for (int i = 0; i < choices.size(); i++) {
      String choice = choices.get(i);
      boolean longer = best < 0 || choice.length() > choices.get(best).length();
      if (longer && cell.startsWith(choice, at) && cut(cell, at + choice.length())) {
        best = i;
      }
    }
    return best;
  }

  private boolean cut(String cell, int at) {
    String rest = cell.substring(at);
    boolean blank = separator.isEmpty() && rest.startsWith(" ");
    boolean mark = !separator.isEmpty() && rest.stripLeading().startsWith(separator);
    return rest.isBlank() || blank || mark;
  }

  /** Returns where the next choice begins: behind the next separator and blanks. */
  private int next(String cell, int from) {
    String mark = separator.isEmpty() ? " " : separator;
    int at = cell.indexOf(mark, from);
    int next = at < 0 ? cell.length() : at + mark.length();
    while (next < cell.length() && cell.charAt(next) == ' ') {
      next++;
    }
    return next;
  }
}
