package org.caretally.report.words;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;

/**
 * How numbers read in one language. Every digit printed is one of the number given: nothing is
 * rounded and nothing added.
 */
final class Digits {
  /** The true minus sign, in every language. */
  static final String MINUS = "−";

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
