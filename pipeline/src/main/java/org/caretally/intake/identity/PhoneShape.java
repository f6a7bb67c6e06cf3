package org.caretally.intake.identity;

import java.util.regex.Pattern;

/**
 * Telephone numbers as people write them: international with {@code +} or {@code 00}, national with
 * one leading zero, the North American plan, or digits in groups. Dates, decimal numbers, ranges
 * and counters with leading zeros are none of these.
 */
final class PhoneShape {
  private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:ext\\.?|x)\\s*\\d{1,5}$");
  private static final Pattern INTERNATIONAL =
      Pattern.compile("(?:\\+|00)[1-9][0-9 ().\\-/]{6,20}");
  private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{8,9}");
  private static final Pattern AMERICAN = Pattern.compile("1?[2-9]\\d{2}[2-9]\\d{6}");
  private static final Pattern GROUPS =
      Pattern.compile("\\(?0?\\d{2,5}\\)?(?:[ \\-/.]{1,2}\\(?\\d{2,8}\\)?){1,4}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+[.,]\\d+");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}[-/. ]\\d{1,2}[-/. ]\\d{1,2}.*|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{4}.*");

  private PhoneShape() {}

  static boolean matches(String value) {
    if (value.length() > 30 || DECIMAL.matcher(value).matches() || DATE.matcher(value).matches()) {
      return false;
    }
    String text = EXTENSION.matcher(value).replaceAll("");
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits > 15) {
      return false;
    }
    return (digits >= 8 && INTERNATIONAL.matcher(text).matches())
        || NATIONAL.matcher(text).matches()
        || AMERICAN.matcher(text).matches()
        || (digits >= 9 && digits <= 12 && GROUPS.matcher(text).matches());
  }
}
