package org.caretally.engine;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up survey with everything wrong that the rules of cleaning are about, from a seed. */
final class DirtySurvey {
  static final String HEADER =
      "status,finished,consent,check1,seconds,start,end,age,born,role,minutes,team,"
          + "p1,p2,p3,p4,p5,p6,p7,p8,p9,p10,g1,g2,g3,g4,g5,g6,g7";
  static final String TIMES = "dd/MM/yyyy HH:mm:ss";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");
  private static final List<String> ROLES =
      List.of(
          "Nurse",
          "nurse",
          " NURSE ",
          "Infirmière",
          "infirmiere",
          "R.N.",
          "r n",
          "Doctor",
          "medecin",
          "Médecin",
          "Astronaut",
          "a  unicorn",
          "",
          "NA",
          "rather not say",
          "Chaplain");

  private final Random random;

  private DirtySurvey(long seed) {
    random = new Random(seed);
  }

  /** Returns the rows, without the header. */
  static List<String> rows(long seed, int count) {
    DirtySurvey survey = new DirtySurvey(seed);
    List<String> rows = new ArrayList<>();
    while (rows.size() < count) {
      rows.add(survey.random.nextInt(8) > 0 || rows.isEmpty() ? survey.row() : survey.copy(rows));
    }
    return rows;
  }

  /** The answers of another row, and perhaps another time, age or role. */
  private String copy(List<String> rows) {
    String[] cells = rows.get(random.nextInt(rows.size())).split(",", -1);
    if (random.nextBoolean()) {
      cells[4] = seconds();
    }
    if (random.nextInt(3) == 0) {
      cells[9] = pick(ROLES);
    }
    if (random.nextInt(4) == 0) {
      cells[0] = "Survey Preview";
    }
    return String.join(",", cells);
  }

  private String row() {
    List<String> cells = new ArrayList<>();
    cells.add(pick(List.of("IP Address", "IP Address", "IP Address", "survey  preview", "")));
    cells.add(pick(List.of("True", "True", "TRUE", "1", "False", "")));
    cells.add(pick(List.of("Yes", "Yes", "yes", "Yes", "No", "", "NA")));
    cells.add(pick(List.of("3", "3", "3", "3", "2", "")));
    cells.add(seconds());
    LocalDateTime start = LocalDateTime.of(2026, 3, 1, 9, 0).plusSeconds(random.nextInt(900_000));
    cells.add(random.nextInt(20) == 0 ? "" : TIME.format(start));
    cells.add(random.nextInt(20) == 0 ? "NA" : TIME.format(start.plusSeconds(time())));
    cells.add(pick(List.of("-1", "329", "17", "18", "44", "65", "99999999999", "", "30.0")));
    cells.add(
        pick(List.of("2008-05-02", "2008-05-01", "1990-02-28", "1926-01-01", "2030-01-01", "")));
    cells.add(pick(ROLES));
    cells.add(pick(List.of("0", "30", "45", "125.5", "2400", "9999", "")));
    cells.add(pick(List.of("Red", "Blue", "Green", "Green", "")));
    likert(cells, 10, 4);
    likert(cells, 7, 3);
    return String.join(",", cells);
  }

  private int time() {
    return random.nextInt(10) == 0 ? -5 : 20 + random.nextInt(900);
  }

  private String seconds() {
    return pick(List.of("", "NA", time() + "", time() + ".25", time() + "", time() + ""));
  }

  private void likert(List<String> cells, int items, int most) {
    boolean straight = random.nextInt(6) == 0;
    int same = random.nextInt(most + 1);
    int blanks = random.nextInt(5) == 0 ? 2 : 12;
    for (int i = 0; i < items; i++) {
      boolean blank = random.nextInt(blanks) == 0 && !straight;
      cells.add(blank ? "" : Integer.toString(straight ? same : random.nextInt(most + 1)));
    }
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
