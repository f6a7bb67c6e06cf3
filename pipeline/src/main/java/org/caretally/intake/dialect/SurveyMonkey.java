package org.caretally.intake.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * SurveyMonkey. One, two or three header records: the question, which may stand only over its first
 * column; then the choice, row or "Response"; with codes above both in the numeric form. A line
 * with the title of the survey may come first.
 */
final class SurveyMonkey implements Dialect {
  private static final Set<String> METADATA =
      Set.of(
          "respondentid",
          "collector",
          "collectorid",
          "startdate",
          "enddate",
          "datecreated",
          "datemodified",
          "ipaddress",
          "emailaddress",
          "firstname",
          "lastname",
          "customdata",
          "customdata1",
          "sequence#",
          "minutes",
          "language",
          "completed",
          "exclude");
  private static final Set<String> NO_CHOICE = Set.of("", "response", "openendedresponse");

  @Override
  public String id() {
    return "surveymonkey";
  }

  @Override
  public String label() {
    return "SurveyMonkey";
  }

  @Override
  public boolean recognises(Top top) {
    return asked(top) >= 0;
  }

  /** Returns the record that holds the questions: the one with the respondent's number, or -1. */
  private static int asked(Top top) {
    for (int row = 0; row < 3; row++) {
      if (idColumn(top, row) < top.width(row)) {
        return row;
      }
    }
    return -1;
  }

  /** Returns where the respondent's number is; beyond the end of the record for none. */
  private static int idColumn(Top top, int row) {
    int id = 0;
    while (id < top.width(row) && !top.cell(row, id).replace(" ", "").equals("RespondentID")) {
      id++;
    }
    return id;
  }

  private static boolean titled(Top top) {
    return asked(top) > 0 && top.filled(0) == 1;
  }

  private static boolean coded(Top top) {
    return asked(top) > 0 && !titled(top);
  }

  /** Below the questions choices follow when the respondent's number is not there, but words. */
  private static boolean choices(Top top) {
    int row = Math.max(0, asked(top));
    String below = top.cell(row + 1, idColumn(top, row));
    boolean number = below.matches("\\d+([.,]\\d+)?(E\\+?\\d+)?");
    return !number && top.filled(row + 1) > 0;
  }

  @Override
  public int headers(Top top) {
    return Math.max(0, asked(top)) + (choices(top) ? 2 : 1);
  }

  @Override
  public List<Question> questions(Top top) {
    int row = Math.max(0, asked(top));
    boolean choices = choices(top);
    boolean coded = coded(top);
    List<Question> questions = new ArrayList<>();
    String above = "";
    int width = Math.max(top.width(row), choices ? top.width(row + 1) : 0);
    for (int i = 0; i < width; i++) {
      String question = top.cell(row, i);
      String choice = choices ? top.cell(row + 1, i) : "";
      boolean carried = question.isBlank() && choices && !choice.isBlank();
      above = carried ? above : question;
      String path = path(above, choice);
      String code = coded ? top.cell(row - 1, i) : "";
      questions.add(new Question(code.isBlank() ? path : code, path));
    }
    return questions;
  }

  private static String path(String question, String choice) {
    boolean whole = NO_CHOICE.contains(Top.fold(choice)) || choice.equals(question);
    return whole ? question : question.isEmpty() ? choice : question + " / " + choice;
  }

  @Override
  public boolean metadata(Question question) {
    return METADATA.contains(Top.fold(question.text()))
        || METADATA.contains(Top.fold(question.name()));
  }
}
