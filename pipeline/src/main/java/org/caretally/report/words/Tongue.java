package org.caretally.report.words;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Shown;
import org.caretally.disclosure.Words;

/**
 * One language: what the report says by key, and how published numbers and lists read. Only the
 * printed text of a number is used, so that nothing finer than what the gate allowed can appear. It
 * is passed to whatever writes; there is no language of the machine. For one thread.
 */
public final class Tongue {
  /** What stands where nothing applies. */
  public static final String NONE = "–";

  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Language language;
  private final ULocale locale;
  private final Digits digits;
  private final ListFormatter lists;
  private final Map<String, String> words;
  private final Phrases phrases;
  private final Map<String, MessageFormat> parsed = new HashMap<>();

  private Tongue(Language language) {
    this.language = language;
    // British English: the report writes "a, b and c".
    locale = language == Language.EN ? ULocale.UK : ULocale.forLanguageTag(language.tag());
    digits = new Digits(locale);
    lists = ListFormatter.getInstance(locale);
    words = Bundles.read(language, Bundles.PARTS);
    phrases =
        new Phrases(
            Bundles.read(Language.EN, Bundles.TERMS),
            Bundles.read(language, Bundles.TERMS),
            digits::plain);
  }

  /**
   * Returns a language.
   *
   * @throws IllegalStateException if its words are missing from the jar
   */
  public static Tongue of(Language language) {
    return new Tongue(language);
  }

  /** Returns the tag of the language, such as {@code de}. */
  public String tag() {
    return language.tag();
  }

  /**
   * Returns words by their key.
   *
   * @param arguments names and values by turns: texts stand as they are, whole numbers choose the
   *     plural
   * @throws IllegalStateException if the key is unknown, or the words want other arguments
   */
  public String say(String key, Object... arguments) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      named.put((String) arguments[i], arguments[i + 1]);
    }
    MessageFormat format = parsed.computeIfAbsent(key, this::parse);
    Set<String> wanted = format.getArgumentNames();
    if (!wanted.equals(named.keySet())) {
      throw new IllegalStateException(
          key + " wants the arguments " + wanted + ", not " + named.keySet());
    }
    return format.format(named);
  }

  private MessageFormat parse(String key) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalStateException("no words for " + key + " in " + language.tag());
    }
    return new MessageFormat(text, locale);
  }

  /** Returns a fixed text of the product that stands alone; its parts are not looked for. */
  public String term(String english) {
    return phrases.whole(english);
  }

  /**
   * Returns a fixed text of the product, such as the name of a challenge, in this language, given
   * its English; a text of the study stays as it is.
   */
  public String phrase(String english) {
    return phrases.of(english);
  }

  /**
   * Returns the words for a name that tables use, such as {@code pearson}; a name without words
   * stays as it is.
   *
   * @param family first part of the key, without the dot before the name
   */
  public String name(String family, String name) {
    String key = family + "." + name.replace(' ', '_');
    return words.containsKey(key) ? say(key) : name;
  }

  /** Returns how a label reads inside a sentence: German nouns keep their capital. */
  public String inside(String label) {
    return language == Language.DE ? label : label.toLowerCase(Locale.ROOT);
  }

  /** Returns "a", "a and b" or "a, b and c". */
  public String list(Collection<String> parts) {
    return lists.format(parts);
  }

  /** Returns a share as a percentage such as {@code 34.1%}, or the mark of a withheld one. */
  public String percent(Cell cell) {
    return cell instanceof Shown ? digits.percent(hundredfold(cell)) : plain(cell);
  }

  /**
   * Returns a share as a whole percentage such as {@code 34%}, rounded from what is printed, or the
   * mark of a withheld one.
   */
  public String whole(Cell cell) {
    if (!(cell instanceof Shown)) {
      return plain(cell);
    }
    BigDecimal points = hundredfold(cell);
    BigDecimal hundred = BigDecimal.valueOf(100);
    if (points.signum() > 0 && points.compareTo(BigDecimal.ONE) < 0) {
      return say("common.under", "share", percent(1));
    }
    if (points.compareTo(hundred) < 0 && points.compareTo(BigDecimal.valueOf(99)) > 0) {
      return say("common.over", "share", percent(99));
    }
    return digits.percent(points.setScale(0, RoundingMode.HALF_UP));
  }

  /** Returns whole points out of a hundred as a percentage. */
  public String percent(long points) {
    return digits.percent(BigDecimal.valueOf(points));
  }

  /** Returns a share in points out of a hundred, without a sign, such as {@code 34.1}. */
  public String points(Cell cell) {
    return cell instanceof Shown ? digits.plain(hundredfold(cell)) : plain(cell);
  }

  private static BigDecimal hundredfold(Cell cell) {
    BigDecimal share = new BigDecimal(cell.text());
    return Digits.full(share)
        ? share.movePointRight(2).setScale(1, RoundingMode.HALF_UP)
        : share.movePointRight(2);
  }

  /** Returns a number as it is published, or the mark of a withheld one. */
  public String number(Cell cell) {
    return cell instanceof Shown
        ? number(Digits.readable(new BigDecimal(cell.text())))
        : plain(cell);
  }

  /** Returns a number between -1 and 1 without the 0 before its decimals, as correlations are. */
  public String bare(Cell cell) {
    String text = number(cell);
    int at = text.startsWith(Digits.MINUS) ? 1 : 0;
    boolean zero = text.length() > at + 2 && text.charAt(at) == '0';
    return zero ? text.substring(0, at) + text.substring(at + 1) : text;
  }

  /** Returns the mark between whole numbers and decimals. */
  public String decimal() {
    return digits.plain(new BigDecimal("0.5")).substring(1, 2);
  }

  /** Returns a number with the decimals it has. */
  public String number(BigDecimal number) {
    return digits.plain(number);
  }

  /** Returns a decimal number written with a point as it reads here; any other text as it is. */
  public String number(String text) {
    return DECIMAL.matcher(text).matches() ? number(new BigDecimal(text)) : text;
  }

  /** Returns a count with a mark every three digits, or the mark of a withheld one. */
  public String count(Cell cell) {
    if (!(cell instanceof Shown)) {
      return plain(cell);
    }
    BigDecimal count = new BigDecimal(cell.text());
    return digits.grouped(Digits.full(count) ? count.setScale(0, RoundingMode.HALF_UP) : count);
  }

  /** Returns a number of rows or cells with a mark every three digits. */
  public String count(long number) {
    return digits.grouped(BigDecimal.valueOf(number));
  }

  /** Returns the interval of a share, such as {@code 31.0–37.2}. */
  public String interval(Row row) {
    return between(row, points(row.cell("ci_low")), points(row.cell("ci_high")));
  }

  /** Returns the interval of a plain number, such as {@code 11.2–12.0}. */
  public String span(Row row) {
    return between(row, number(row.cell("ci_low")), number(row.cell("ci_high")));
  }

  private String between(Row row, String low, String high) {
    if (!row.shows("ci_low") || !row.shows("ci_high")) {
      return low;
    }
    boolean signed = low.startsWith(Digits.MINUS) || high.startsWith(Digits.MINUS);
    return signed ? say("common.range", "low", low, "high", high) : low + "–" + high;
  }

  /** Returns the printed text of a cell; {@link #NONE} where nothing applies. */
  public static String plain(Cell cell) {
    return cell instanceof Words && cell.text().isBlank() ? NONE : cell.text();
  }
}
