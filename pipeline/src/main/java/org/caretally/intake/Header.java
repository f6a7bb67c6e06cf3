package org.caretally.intake;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The header of a data file.
 *
 * @param file the file as the study names it
 * @param delimiter what separates cells
 * @param columns names of the columns in order, cleaned; an unnamed column is the empty text
 * @param dataStart offset in bytes of the first byte after the header's line break
 * @param headerLines physical lines up to there: 1, or more when names hold line breaks or blank
 *     lines stand before the header
 * @param quotedHeader whether a name is quoted
 */
public record Header(
    String file,
    char delimiter,
    List<String> columns,
    long dataStart,
    int headerLines,
    boolean quotedHeader) {
  private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n]\\s*");

  /** Keeps its own copy of the names. */
  public Header {
    columns = List.copyOf(columns);
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
