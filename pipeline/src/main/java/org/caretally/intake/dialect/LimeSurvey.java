package org.caretally.intake.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LimeSurvey. One header record: codes ({@code phq[SQ001]}), codes with texts ({@code phq[SQ001].
 * Text}), or whole question texts.
 */
final class LimeSurvey implements Dialect {
  private static final Pattern CODE_AND_TEXT =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*(?:\\[[^\\]]*\\]){0,2})(?:\\. |\\._\\.)(.*)");
  private static final Set<String> METADATA =
      Set.of(
          "id",
          "submitdate",
          "lastpage",
          "startlanguage",
          "seed",
          "token",
          "startdate",
          "datestamp",
          "ipaddr",
          "refurl",
          "interviewtime",
          "responseid",
          "datesubmitted",
          "datestarted",
          "datelastaction",
          "antwortid",
          "datumabgeschickt",
          "letzteseite",
          "startsprache",
          "ipaddress",
          "referrerurl",
          "totaltime");

  @Override
  public String id() {
    return "limesurvey";
  }

  @Override
  public String label() {
    return "LimeSurvey";
  }

  @Override
  public boolean recognises(Top top) {
    Set<String> names = top.folded(0);
    long known =
        List.of("submitdate", "lastpage", "startlanguage", "datesubmitted", "letzteseite").stream()
            .filter(names::contains)
            .count();
    return known >= 2 || codesAndTexts(top) * 2 > top.filled(0);
  }

  private static long codesAndTexts(Top top) {
    long count = 0;
    for (int i = 0; i < top.width(0); i++) {
      count += CODE_AND_TEXT.matcher(top.cell(0, i)).matches() ? 1 : 0;
    }
    return count;
  }

  @Override
  public List<Question> questions(Top top) {
    boolean both = codesAndTexts(top) * 2 > top.filled(0);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < top.width(0); i++) {
      String cell = top.cell(0, i);
      Matcher matcher = CODE_AND_TEXT.matcher(cell);
      questions.add(
          both && matcher.matches()
              ? new Question(matcher.group(1), matcher.group(2).strip())
              : new Question(cell, cell));
    }
    return questions;
  }

  @Override
  public boolean metadata(Question question) {
    String name = Top.fold(question.name());
    return METADATA.contains(name) || name.matches("grouptime\\d+|\\w+tijd\\d*|\\w+time\\d+");
  }

  @Override
  public List<String> missing() {
    return List.of("N/A");
  }

  @Override
  public List<Keep> keep() {
    return List.of(
        new Keep("unfinished", "submitdate", true, List.of()),
        new Keep("unfinished", "Date submitted", true, List.of()));
  }

  @Override
  public Optional<String> seconds() {
    return Optional.of("interviewtime");
  }
}
