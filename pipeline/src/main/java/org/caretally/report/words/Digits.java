package org.caretally.report.words;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers read in one language. A number that the gate rounded is printed with the digits it
 * has: nothing is rounded again and nothing added. Numbers in full precision, as those of public
 * data are, are rounded for the page; the files beside it keep all digits.
 */
final class Digits {
  /** The true minus sign, in every language. */
  static final String MINUS = "−";

  private static final int MOST = 6;

  private final LocalizedNumberFormatter plain;
  private final LocalizedNumberFormatter grouped;
  private final LocalizedNumberFormatter percent;

  Digits(ULocale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    symbols.setMinusSignString(MINUS);
    grouped = NumberFormatter.withLocale(locale).symbols(symbols);
    plain = grouped.grouping(GroupingStrategy.OFF);
    percent = plain.unit(MeasureUnit.PERCENT);
  }

  /** Returns whether a number has more decimals than the gate ever leaves. */
  static boolean full(BigDecimal number) {
    return number.scale() > MOST;
  }

  /** Rounds a number in full precision: three decimals, two from 10, one from 100 on. */
  static BigDecimal readable(BigDecimal number) {
    if (!full(number)) {
      return number;
    }
    int whole = number.abs().precision() - number.scale();
    return number.setScale(Math.max(1, Math.min(3, 4 - whole)), RoundingMode.HALF_UP);
  }

  private static String print(LocalizedNumberFormatter how, BigDecimal number) {
    int decimals = Math.max(0, number.scale());
    return how.precision(Precision.fixedFraction(decimals)).format(number).toString();
  }

  /** Returns a number without marks between thousands. */
  String plain(BigDecimal number) {
    return print(plain, number);
  }

  /** Returns a number with marks between thousands. */
  String grouped(BigDecimal number) {
    return print(grouped, number);
  }

  /** Returns points out of a hundred with their sign. */
  String percent(BigDecimal points) {
    return print(percent, points);
  }
}
