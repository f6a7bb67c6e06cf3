package org.caretally.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of cleaning as a person would apply them with a pencil: one row after another, every
 * comparison spelled out, and nothing shared with the product.
 */
final class CleanOracle {
  private static final List<String> NAMES = Arrays.asList(DirtySurvey.HEADER.split(",", -1));
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

  private final Set<String> rules;
  private final List<Map<String, String>> rows = new ArrayList<>();

  CleanOracle(Set<String> rules, List<String> lines) {
    this.rules = rules;
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        String cell = cells[i].trim();
        row.put(NAMES.get(i), cell.equals("NA") ? "" : cell);
      }
      rows.add(row);
    }
  }

  /** Returns why lines are set aside, by line number; the first row stands in line 2. */
  Map<Long, String> reasons() {
    Map<Long, String> reasons = new TreeMap<>();
    String[] byText = rows.stream().map(this::byText).toArray(String[]::new);
    boolean[] copies = copies(byText);
    double median = median(byText);
    for (int i = 0; i < rows.size(); i++) {
      String reason = byText[i];
      if (reason.isEmpty() && rules.contains("duplicates") && copies[i]) {
        reason = "SAME_ANSWERS";
      }
      if (reason.isEmpty()) {
        reason = late(rows.get(i), median);
      }
      if (!reason.isEmpty()) {
        reasons.put(i + 2L, reason);
      }
    }
    return reasons;
  }

  private String byText(Map<String, String> row) {
    String status = row.get("status").replace("  ", " ").toLowerCase(Locale.ROOT);
    String finished = row.get("finished").toLowerCase(Locale.ROOT);
    if (rules.contains("preview") && status.equals("survey preview")) {
      return "PREVIEW";
    }
    if (rules.contains("unfinished") && !finished.equals("true") && !finished.equals("1")) {
      return "UNFINISHED";
    }
    if (rules.contains("consent") && !row.get("consent").equalsIgnoreCase("yes")) {
      return "NO_CONSENT";
    }
    return rules.contains("attention") && !row.get("check1").equals("3") ? "INATTENTIVE" : "";
  }

  /** Compares every row with every other one. */
  private boolean[] copies(String[] byText) {
    boolean[] copies = new boolean[rows.size()];
    for (int i = 0; i < copies.length; i++) {
      for (int j = 0; j < copies.length; j++) {
        boolean both = byText[i].isEmpty() && byText[j].isEmpty();
        if (i != j && both && items(rows.get(i)).equals(items(rows.get(j)))) {
          copies[i] |= !blank(rows.get(i)) && before(j, i);
        }
      }
    }
    return copies;
  }

  /** Returns whether of two rows with the same answers the first stays rather than the second. */
  private boolean before(int a, int b) {
    int fewer = Integer.compare(blanks(rows.get(a)), blanks(rows.get(b)));
    if (fewer != 0) {
      return fewer < 0;
    }
    // Rows with as many blanks are equal in the data of the test.
    return a < b;
  }

  /** Only columns count that the study needs. */
  private int blanks(Map<String, String> row) {
    List<String> needed = new ArrayList<>(NAMES.subList(12, 29));
    needed.addAll(List.of("age", "born", "role", "minutes", "team"));
    add(needed, "preview", "status");
    add(needed, "unfinished", "finished");
    add(needed, "consent", "consent");
    add(needed, "attention", "check1");
    add(needed, "seconds", "seconds");
    add(needed, "times", "start");
    add(needed, "times", "end");
    return (int) needed.stream().filter(n -> row.get(n).isEmpty()).count();
  }

  private void add(List<String> needed, String rule, String column) {
    if (rules.contains(rule)) {
      needed.add(column);
    }
  }

  private static List<String> items(Map<String, String> row) {
    return new ArrayList<>(row.values()).subList(12, 29);
  }

  private static boolean blank(Map<String, String> row) {
    return items(row).stream().allMatch(String::isEmpty);
  }

  private double median(String[] byText) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (byText[i].isEmpty() && known(rows.get(i))) {
        times.add(seconds(rows.get(i)));
      }
    }
    times.sort(null);
    int n = times.size();
    return n == 0 ? 0 : (times.get((n - 1) / 2) + times.get(n / 2)) / 2;
  }

  private boolean known(Map<String, String> row) {
    return rules.contains("times")
        ? !row.get("start").isEmpty() && !row.get("end").isEmpty()
        : !row.get("seconds").isEmpty();
  }

  private double seconds(Map<String, String> row) {
    return rules.contains("times")
        ? Duration.between(
                LocalDateTime.parse(row.get("start"), TIME),
                LocalDateTime.parse(row.get("end"), TIME))
            .toSeconds()
        : Double.parseDouble(row.get("seconds"));
  }

  private String late(Map<String, String> row, double median) {
    boolean timed = rules.contains("seconds") || rules.contains("times");
    if (timed && known(row)) {
      double seconds = seconds(row);
      if (seconds < 60 || seconds < 0.5 * median) {
        return "TOO_FAST";
      }
    }
    if (rules.contains("impossible") && !row.get("age").isEmpty()) {
      double age = Double.parseDouble(row.get("age"));
      if (age < 18 || age > 100) {
        return "IMPOSSIBLE";
      }
    }
    if (rules.contains("eligible") && !Set.of("Red", "Blue").contains(row.get("team"))) {
      return "NOT_ELIGIBLE";
    }
    long answered = items(row).stream().filter(t -> !t.isEmpty()).count();
    if (rules.contains("minimum") && answered * 10 < 17 * 6) {
      return "TOO_FEW_ANSWERS";
    }
    boolean straight = items(row).subList(0, 10).stream().distinct().count() == 1;
    return rules.contains("straight") && straight && !row.get("p1").isEmpty()
        ? "STRAIGHT_LINES"
        : "";
  }

  /** Returns the answers repaired in the rows that stay, by what was done. */
  Map<String, Long> repairs() {
    Map<Long, String> reasons = reasons();
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!reasons.containsKey(i + 2L)) {
        repairs(rows.get(i)).forEach(r -> counts.merge(r, 1L, Long::sum));
      }
    }
    return counts;
  }

  private List<String> repairs(Map<String, String> row) {
    List<String> found = new ArrayList<>();
    if (!row.get("age").isEmpty() && !rules.contains("impossible")) {
      double age = Double.parseDouble(row.get("age"));
      found.add(age < 18 || age > 100 ? "age OUTSIDE" : "");
    }
    if (!row.get("minutes").isEmpty()) {
      BigDecimal hours = new BigDecimal(row.get("minutes")).multiply(new BigDecimal("0.0166667"));
      found.add(hours.compareTo(new BigDecimal("80")) > 0 ? "hours OUTSIDE" : "");
    }
    if (!row.get("born").isEmpty()) {
      LocalDate born = LocalDate.parse(row.get("born"));
      int years = Period.between(born, LocalDate.of(2026, 5, 1)).getYears();
      boolean fits = !born.isAfter(LocalDate.of(2026, 5, 1)) && years >= 18 && years <= 99;
      found.add(fits ? "" : "years OUTSIDE");
    }
    switch (row.get("role")) {
      case "", "Nurse", "nurse", "NURSE", "Doctor", "Chaplain" -> found.add("");
      case "Astronaut", "a  unicorn" -> found.add("role OTHER");
      default -> found.add("role TRANSLATED");
    }
    found.removeIf(String::isEmpty);
    return found;
  }
}
