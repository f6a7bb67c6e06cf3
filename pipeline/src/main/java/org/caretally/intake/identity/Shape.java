package org.caretally.intake.identity;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How one value of a kind looks, and how much of a column must look so. A shape that hardly
 * anything else has counts at its first value; one that harmless codes may have needs a share of
 * the column.
 *
 * @param kind what such a value says
 * @param test whether a value, without blanks around it, looks so
 * @param share smallest share of the values, above 0 to 1; 0 for a single value
 */
record Shape(Kind kind, Predicate<String> test, double share) {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.\\p{L}{2,24}");
  private static final Pattern WEB =
      Pattern.compile("(?:https?|ftp)://\\S{3,}|\\bwww\\.\\S{3,}", Pattern.CASE_INSENSITIVE);
  private static final Pattern MAC =
      Pattern.compile("[0-9a-fA-F]{2}([:-])(?:[0-9a-fA-F]{2}\\1){4}[0-9a-fA-F]{2}");
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern IP4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}(?::\\d{1,5})?");
  private static final Pattern IP6_FULL =
      Pattern.compile("[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){7}");
  private static final Pattern IP6_SHORT =
      Pattern.compile("[0-9a-fA-F:]{2,34}(?:\\d+(?:\\.\\d+){3})?");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Pattern NINO =
      Pattern.compile("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]");
  private static final Pattern SSN =
      Pattern.compile("(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}");
  private static final Pattern NHS = Pattern.compile("\\d{3}[ -]?\\d{3}[ -]?\\d{4}");
  private static final Pattern CARD = Pattern.compile("\\d(?:[ -]?\\d){12,18}");
  private static final String COORDINATE = "-?\\d{1,3}\\.\\d{3,}";
  private static final Pattern POINT =
      Pattern.compile("[\\[(]?" + COORDINATE + "[,; ]\\s*" + COORDINATE + "[\\])]?(?: [-\\d. ]+)?");
  private static final Pattern UK_POSTCODE =
      Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}");
  private static final Pattern US_POSTCODE =
      Pattern.compile("\\d{5}-\\d{4}|[A-Z]{2} \\d{5}(?:-\\d{4})?");
  private static final Pattern SEPARATORS = Pattern.compile("[ -]");

  /** Returns whether enough values of a column look so. */
  boolean enough(long hits, long values) {
    return share == 0 ? hits > 0 : hits >= 3 && hits >= share * values;
  }

  static Shape[] all() {
    return new Shape[] {
      new Shape(Kind.EMAIL, v -> EMAIL.matcher(v).find(), 0),
      new Shape(Kind.WEB_ADDRESS, v -> WEB.matcher(v).find(), 0),
      new Shape(Kind.DEVICE, v -> MAC.matcher(v).matches(), 0),
      new Shape(Kind.IP_ADDRESS, Shape::ip6, 0),
      new Shape(Kind.IP_ADDRESS, v -> IP4.matcher(v).matches(), 0.05),
      new Shape(Kind.BANK, Shape::iban, 0),
      // of random keys, letters and digits mixed, one in some thousands has this form by chance
      new Shape(Kind.NATIONAL_NUMBER, v -> NINO.matcher(upper(v)).matches(), 0.01),
      new Shape(Kind.NATIONAL_NUMBER, v -> SSN.matcher(v).matches(), 0.05),
      new Shape(Kind.NATIONAL_NUMBER, Shape::nhs, 0.8),
      new Shape(Kind.BANK, Shape::card, 0.8),
      new Shape(Kind.LOCATION, v -> POINT.matcher(v).matches(), 0.3),
      new Shape(Kind.PHONE, PhoneShape::matches, 0.3),
      new Shape(Kind.POSTCODE, v -> UK_POSTCODE.matcher(upper(v)).matches(), 0.5),
      new Shape(Kind.POSTCODE, v -> US_POSTCODE.matcher(v).matches(), 0.5),
    };
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  /** Eight groups, or fewer and the mark for groups left out; a time of day has neither. */
  private static boolean ip6(String value) {
    int two = value.indexOf("::");
    boolean once = two >= 0 && two == value.lastIndexOf("::");
    if (once && value.length() > 3) {
      return IP6_SHORT.matcher(value).matches() && !value.contains(":::");
    }
    return IP6_FULL.matcher(value).matches();
  }

  private static boolean iban(String value) {
    String text = upper(value.replace(" ", ""));
    return IBAN.matcher(text).matches() && CheckDigits.iban(text);
  }

  private static boolean nhs(String value) {
    return NHS.matcher(value).matches() && CheckDigits.nhs(digits(value));
  }

  private static boolean card(String value) {
    return CARD.matcher(value).matches() && CheckDigits.luhn(digits(value));
  }

  private static String digits(String value) {
    return SEPARATORS.matcher(value).replaceAll("");
  }
}
