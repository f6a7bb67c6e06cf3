package org.caretally.intake.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Qualtrics. The older export has two header records: {@code V1} to {@code V10} and the names of
 * questions, then texts. The newer one has names, texts, and a third record with the ids of the
 * import ({@code {"ImportId":"QID1"}}, in some files with single quotation marks). The record of
 * texts may be translated.
 */
final class Qualtrics implements Dialect {
  private static final Set<String> METADATA =
      Set.of(
          "startdate",
          "enddate",
          "status",
          "ipaddress",
          "progress",
          "durationinseconds",
          "finished",
          "recordeddate",
          "responseid",
          "responseset",
          "name",
          "emailaddress",
          "recipientlastname",
          "recipientfirstname",
          "recipientemail",
          "externalreference",
          "externaldatareference",
          "locationlatitude",
          "locationlongitude",
          "locationaccuracy",
          "distributionchannel",
          "userlanguage");

  @Override
  public String id() {
    return "qualtrics";
  }

  @Override
  public String label() {
    return "Qualtrics";
  }

  @Override
  public boolean recognises(Top top) {
    return imports(top) || legacy(top) || (known(top, 0) >= 5 && texts(top));
  }

  @Override
  public int headers(Top top) {
    return imports(top) ? 3 : 2;
  }

  private static boolean imports(Top top) {
    int width = top.width(2);
    long ids = 0;
    for (int i = 0; i < width; i++) {
      ids += top.cell(2, i).contains("ImportId") ? 1 : 0;
    }
    return ids > 0 && ids * 2 > width;
  }

  private static boolean legacy(Top top) {
    return top.cell(0, 0).equals("V1") && known(top, 1) >= 5;
  }

  private static long known(Top top, int row) {
    return top.folded(row).stream().filter(METADATA::contains).count();
  }

  /** Without a record of ids: the second record repeats the metadata names in words. */
  private static boolean texts(Top top) {
    return known(top, 1) >= 3;
  }

  @Override
  public List<Question> questions(Top top) {
    boolean legacy = legacy(top);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < Math.max(top.width(0), top.width(1)); i++) {
      String name = top.cell(0, i);
      String text = top.cell(1, i);
      boolean counted = legacy && name.matches("V\\d+") && METADATA.contains(Top.fold(text));
      questions.add(new Question(counted ? text : name, text.isEmpty() ? name : text));
    }
    return questions;
  }

  @Override
  public boolean metadata(Question question) {
    return METADATA.contains(Top.fold(question.name()));
  }

  /** "Seen and left out" may be exported as -99. */
  @Override
  public List<String> missing() {
    return List.of("-99");
  }

  @Override
  public List<Keep> keep() {
    return List.of(
        new Keep(
            "preview",
            "Status",
            false,
            List.of("1", "2", "8", "Survey Preview", "Survey Test", "Spam")),
        new Keep("unfinished", "Finished", true, List.of("1", "TRUE", "True")));
  }

  @Override
  public Optional<String> seconds() {
    return Optional.of("Duration (in seconds)");
  }
}
