package org.caretally.intake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Columns of made-up values, identifying ones and harmless ones; the same for the same seed. */
final class ValueCorpus {
  private static final String[] FIRST =
      "Ana Ben Chloé Dörte Eve Femke Gül Hugo Inés João Kim Liv Mia Noor Olga Per Qi Rui Sam Tess"
          .split(" ");
  private static final String[] LAST =
      "Ashdown Becker Castro Dubois Evans Fischer García Hansen Ito Jansen Klein Lopes Meyer Novak"
          .split(" ");
  private static final String[] WORDS =
      ("the team never had time to talk about what happened with our clients last winter and "
              + "nobody asked wir hatten kaum pausen los turnos son muy largos nous manquons de "
              + "personnel er is te weinig steun o trabalho pesa demais")
          .split(" ");

  private final Random random;

  ValueCorpus(long seed) {
    random = new Random(seed);
  }

  private int in(int from, int to) {
    return from + random.nextInt(to - from);
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String digits(int n) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < n; i++) {
      s.append(random.nextInt(10));
    }
    return s.toString();
  }

  private List<String> column(int rows, Function<Integer, String> cell) {
    return IntStream.range(0, rows).mapToObj(i -> cell.apply(i)).toList();
  }

  private String sentence() {
    List<String> words = new ArrayList<>();
    for (int i = in(4, 14); i > 0; i--) {
      words.add(pick(WORDS));
    }
    return String.join(" ", words);
  }

  private String nhs() {
    while (true) {
      String number = digits(10);
      if (CheckDigits.nhs(number)) {
        return number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
      }
    }
  }

  private String card() {
    while (true) {
      String number = "4" + digits(15);
      if (CheckDigits.luhn(number)) {
        return number;
      }
    }
  }

  private String iban() {
    while (true) {
      String iban = "DE" + digits(20);
      if (CheckDigits.iban(iban)) {
        return iban;
      }
    }
  }

  private String coordinate(int range) {
    return (in(0, 2 * range) - range) + "." + digits(5);
  }

  Map<String, List<String>> identifying(int rows) {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("email", column(rows, i -> pick(FIRST).toLowerCase() + i + "@example.org"));
    all.put(
        "email in one cell of many",
        column(rows, i -> i == rows / 2 ? "write to a.b@example.co.uk" : pick("yes", "no")));
    all.put("phone US", column(rows, i -> "(" + in(201, 990) + ") 555-0" + digits(3)));
    all.put("phone US plain", column(rows, i -> in(201, 990) + "" + in(201, 990) + digits(4)));
    all.put("phone US dots", column(rows, i -> in(201, 990) + ".555." + digits(4)));
    all.put("phone UK", column(rows, i -> "0" + in(1, 10) + digits(3) + " " + digits(6)));
    all.put("phone UK plain", column(rows, i -> "07" + digits(9)));
    all.put("phone DE", column(rows, i -> "+49 " + in(30, 99) + " " + in(1000000, 9999999)));
    all.put("phone FR", column(rows, i -> "0" + in(1, 8) + (" " + in(10, 99)).repeat(4)));
    all.put("phone NL", column(rows, i -> "06-" + in(10000000, 99999999)));
    all.put(
        "phone BR", column(rows, i -> "(" + in(11, 99) + ") 9" + in(1000, 9999) + "-" + digits(4)));
    all.put("phone ES", column(rows, i -> "+34" + in(600000000, 699999999)));
    all.put("ip 4", column(rows, i -> in(1, 255) + "." + in(0, 255) + "." + in(0, 255) + ".7"));
    all.put("ip 6", column(rows, i -> "2001:db8::" + Integer.toHexString(in(1, 65535))));
    all.put("mac", column(rows, i -> "a4:5e:60:" + in(10, 99) + ":" + in(10, 99) + ":ff"));
    all.put("web", column(rows, i -> "https://example.org/people/" + digits(6)));
    all.put("ssn", column(rows, i -> in(100, 665) + "-" + in(10, 99) + "-" + in(1000, 9999)));
    all.put("nhs", column(rows, i -> nhs()));
    all.put("nino", column(rows, i -> "AB" + digits(6) + pick("A", "B", "C", "D")));
    all.put("iban", column(rows, i -> iban()));
    all.put("card", column(rows, i -> card()));
    all.put("lat long", column(rows, i -> coordinate(90) + ", " + coordinate(180)));
    all.put(
        "postcode UK",
        column(
            rows,
            i ->
                pick("SW", "M", "LS", "EH") + in(1, 20) + " " + in(1, 9) + pick("AB", "XY", "QD")));
    all.put("postcode US", column(rows, i -> in(10000, 99999) + "-" + digits(4)));
    all.put("state and zip", column(rows, i -> pick("IL", "NY", "CA") + " " + in(10000, 99999)));
    all.put(
        "names",
        column(
            rows,
            i ->
                pick(FIRST)
                    + " "
                    + pick(LAST)
                    + (i % 40 == 0 ? "" : "-" + pick(LAST) + (char) ('a' + i % 26))));
    all.put(
        "uuid",
        column(rows, i -> new java.util.UUID(random.nextLong(), random.nextLong()).toString()));
    all.put("sentences", column(rows, i -> i % 3 == 0 ? sentence() : ""));
    all.put("sentences and numbers", column(rows, i -> i % 4 == 0 ? sentence() : "" + in(1, 9)));
    all.put("long texts", column(rows, i -> sentence() + ". " + sentence()));
    all.put(
        "time stamps",
        column(
            rows,
            i -> "2026-03-" + in(10, 30) + " " + in(10, 23) + ":" + in(10, 59) + ":" + in(10, 59)));
    return all;
  }

  Map<String, List<String>> harmless(int rows) {
    Map<String, List<String>> all = new TreeMap<>();
    all.put(
        "labels en",
        column(
            rows,
            i ->
                pick("Not at all", "Several days", "More than half the days", "Nearly every day")));
    all.put(
        "labels de",
        column(
            rows,
            i ->
                pick(
                    "Überhaupt nicht",
                    "An einzelnen Tagen",
                    "An mehr als der Hälfte der Tage",
                    "Beinahe jeden Tag")));
    all.put(
        "labels long",
        column(
            rows,
            i ->
                pick(
                    "I have never thought about leaving this job at all",
                    "I have sometimes thought about leaving this job",
                    "I am actively looking for another job now")));
    all.put("codes", column(rows, i -> "" + in(0, 5)));
    all.put("codes and NA", column(rows, i -> pick("1", "2", "3", "NA", "")));
    all.put("ages", column(rows, i -> "" + in(18, 80)));
    all.put(
        "ages with errors", column(rows, i -> i == 3 ? "329" : i == 9 ? "-1" : "" + in(18, 80)));
    all.put("weights", column(rows, i -> in(1, 90000) + "." + digits(6)));
    all.put("weights with comma", column(rows, i -> in(1, 9000) + "," + digits(4)));
    all.put("standard scores", column(rows, i -> Double.toString(random.nextGaussian())));
    all.put("percent", column(rows, i -> in(0, 100) + "%"));
    all.put("case numbers", column(rows, i -> "" + (62161 + i)));
    all.put("padded case numbers", column(rows, i -> String.format("%010d", 1000 + i)));
    all.put("seconds since 1970", column(rows, i -> "" + (1531036831L + i * 977L)));
    all.put("duration", column(rows, i -> "" + in(200, 9000)));
    all.put("spreadsheet dates", column(rows, i -> in(43000, 44000) + "." + digits(5)));
    all.put("dates of one month", column(rows, i -> "2026-03-" + in(10, 31)));
    all.put("times of day", column(rows, i -> pick("22:00", "22:30", "23:00", "23:15", "07:00")));
    all.put("bands", column(rows, i -> pick("1-5", "6-25", "26-100", "100-500", "500-1000")));
    all.put(
        "countries",
        column(
            rows,
            i ->
                pick("United States of America", "United Kingdom", "Canada", "Germany", "Brazil")));
    all.put(
        "professions",
        column(
            rows,
            i ->
                pick(
                    "Licensed clinical social worker",
                    "Nurse",
                    "Marriage and family therapist",
                    "Psychologist")));
    all.put("yes no", column(rows, i -> pick("Yes", "No")));
    all.put("several choices", column(rows, i -> pick("CBT;DBT", "CBT", "DBT;EMDR;CBT", "EMDR")));
    all.put("versions", column(rows, i -> pick("1.0.2", "1.1.0", "2.0")));
    all.put("years", column(rows, i -> "" + in(1990, 2026)));
    all.put("money", column(rows, i -> in(20, 90) + ",000"));
    all.put("large sums", column(rows, i -> "" + in(20000, 90000000)));
    all.put("ten digits", column(rows, i -> "1" + digits(9)));
    all.put("sixteen digits", column(rows, i -> "9" + digits(15)));
    all.put("blank", column(rows, i -> ""));
    all.put("one answer", column(rows, i -> "Agree"));
    return all;
  }
}
