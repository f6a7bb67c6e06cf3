package org.caretally.study.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of a column says about its place in a study, in several languages. */
final class Roles {
  private static final Pattern WEIGHT =
      Pattern.compile(
          "(survey|sample|sampling|final|analysis|person|post)?"
              + "(weight|weights|wt|wgt|gewicht|gewichtung|poids|pondera\\w*|pweight|weging)\\d*");
  private static final Pattern STRATUM =
      Pattern.compile("stratum|strata|strat|sdmvstra|schicht|estrato|estratos|strate|stratumid");
  private static final Pattern PSU =
      Pattern.compile(
          "(psu|cluster|agency|clinic|site|school|ward|practice|sdmvpsu|klumpen|upm|grappe"
              + "|primarysamplingunit)(id|code|number)?");
  private static final Pattern WAVE =
      Pattern.compile("year|wave|surveyyear|round|jahr|welle|vague|a\u00F1o|jaar|ano");
  private static final Pattern KEY =
      Pattern.compile(
          "respondentid|responseid|recordid|participantid|personid|caseid|id|uuid|seqn");
  private static final Pattern SEX =
      Pattern.compile(words("gender|sex|geschlecht|genre|sexe|sexo|g\u00E9nero|geslacht"));
  private static final Pattern AGE =
      Pattern.compile(words("age|alter|edad|\u00E2ge|leeftijd|idade"));
  private static final Pattern HOURS = Pattern.compile(words("hours|stunden|heures|horas|uren"));
  private static final Pattern CLIENTS =
      Pattern.compile(words("caseload|clients|patients|patienten|klienten"));
  private static final Pattern YEARS =
      Pattern.compile(words("years|tenure|jahre|ann\u00E9es|a\u00F1os|jaren|anos"));
  private static final Pattern GROUP =
      Pattern.compile(
          words(
              "gender|sex|geschlecht|genre|sexe|sexo|g\u00E9nero|geslacht|age|alter|edad|profession"
                  + "|occupation|role|job|discipline|specialty|beruf|funktion|m\u00E9tier|profesi\u00F3n"
                  + "|beroep|department|division|unit|team|setting|abteilung|region|country|state"
                  + "|province|land|bundesland|pays|pa\u00EDs|sector|branch|education|qualification"
                  + "|degree|employment|contract|employed|marital|ethnicity|experience|seniority"
                  + "|tenure|grade|shift|organisation|organization|employer|company"));

  private static final Pattern YES_NO =
      Pattern.compile("(?i)yes|no|y|n|ja|nein|nee|si|s\u00ED|oui|non");

  /** Letters of a question that asks for one fact about a person. */
  private static final int LONGEST = 70;

  private Roles() {}

  private static String words(String alternatives) {
    return "(?:^|.*[^\\p{L}])(?:" + alternatives + ")(?:[^\\p{L}].*|$)";
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Returns a name or question in lower case, with blanks between words. */
  private static String spaced(Facts column) {
    String both = column.name().length() > 60 ? column.name() : column.name() + " " + column.text();
    return both.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
        .replace('_', ' ')
        .toLowerCase(Locale.ROOT);
  }

  static boolean weight(Facts c) {
    boolean positive = c.counts().keySet().stream().noneMatch(a -> a.startsWith("-"));
    return WEIGHT.matcher(fold(c.name())).matches() && c.numeric() && positive;
  }

  static boolean stratum(Facts c) {
    return STRATUM.matcher(fold(c.name())).matches() && c.counts().size() > 1;
  }

  static boolean psu(Facts c) {
    boolean shared = c.counts().size() > 1 && c.counts().size() * 2 <= c.filled();
    return PSU.matcher(fold(c.name())).matches() && shared;
  }

  static boolean wave(Facts c) {
    return WAVE.matcher(fold(c.name())).matches() && c.levels(5, 12).isPresent();
  }

  static boolean key(Facts c) {
    return KEY.matcher(fold(c.name())).matches();
  }

  static boolean sex(Facts c) {
    return SEX.matcher(spaced(c)).matches();
  }

  /** Returns whether people are usually broken down by it; long questions ask something else. */
  static boolean group(Facts c) {
    boolean part = !Series.stem(c.name()).equals(c.name()) && c.name().matches(".*(\\]| / .*)");
    boolean yesNo = c.counts().keySet().stream().allMatch(a -> YES_NO.matcher(a).matches());
    boolean asked = yesNo && c.text().endsWith("?");
    return brief(c) && !part && !asked && GROUP.matcher(spaced(c)).matches();
  }

  private static boolean brief(Facts c) {
    return Math.max(c.name().length(), c.text().length()) <= LONGEST;
  }

  static boolean age(Facts c) {
    return brief(c) && AGE.matcher(spaced(c)).matches();
  }

  /**
   * Returns the range of possible values of a number whose name says what it counts, as two texts;
   * never a value of the data.
   */
  static Optional<List<String>> range(Facts c) {
    String name = spaced(c);
    if (age(c)) {
      return Optional.of(List.of("15", "99"));
    }
    if (HOURS.matcher(name).matches()) {
      return Optional.of(List.of("0", "168"));
    }
    if (CLIENTS.matcher(name).matches()) {
      return Optional.of(List.of("0", "500"));
    }
    return YEARS.matcher(name).matches() ? Optional.of(List.of("0", "60")) : Optional.empty();
  }
}
