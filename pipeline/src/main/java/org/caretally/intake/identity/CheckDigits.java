package org.caretally.intake.identity;

/** Check digits of numbers that name a person or an account. */
final class CheckDigits {
  private CheckDigits() {}

  /** Returns whether the digits pass the test of Luhn (ISO/IEC 7812-1), as payment cards do. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? d : 2 * d;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /**
   * Returns whether ten digits are a number of the British health service: weights 10 to 2, modulus
   * 11; a check digit of 10 is never given out.
   */
  static boolean nhs(String digits) {
    if (digits.length() != 10) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits.charAt(9) - '0';
  }

  /** Returns whether letters and digits are an IBAN (ISO 13616): modulus 97 of the turned text. */
  static boolean iban(String text) {
    if (text.length() < 15 || text.length() > 34) {
      return false;
    }
    String turned = text.substring(4) + text.substring(0, 4);
    int rest = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }
}
